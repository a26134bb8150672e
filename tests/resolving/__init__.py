"""What texts mean: names in every form, addresses, letters and typing errors."""
