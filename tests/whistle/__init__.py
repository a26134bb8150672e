"""A town whistles: the question against a slow reference."""
