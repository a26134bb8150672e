"""The GraphQL types, one file for each group of things."""
