"""The whole sample county, loaded once, and what can be asked of it."""
