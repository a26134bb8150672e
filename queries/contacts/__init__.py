"""Whom to call: who holds which post in which body, and the lines that answer where nobody does."""
