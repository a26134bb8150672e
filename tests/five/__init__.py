"""The five societies: the matrix against a slow reference."""
