"""Changes between two days: the queries against a slow reference."""
