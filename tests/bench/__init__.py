"""What loading costs, measured side by side with the least that could be done: `make bench`."""
