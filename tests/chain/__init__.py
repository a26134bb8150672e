"""Chains: the queries against a slow reference."""
