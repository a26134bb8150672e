"""Every question asked on a day has the answer of that day, whatever was before or comes after."""
