"""Linkage: the search against a slow reference."""
