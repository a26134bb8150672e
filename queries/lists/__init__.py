"""The lists that start from nowhere or from a place: whatever lies within it, at any depth, page by page."""
