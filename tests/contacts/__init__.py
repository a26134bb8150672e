"""Whom to call: the lists against a slow reference."""
