"""Wushe (五社): who is who in a Chinese county, as a graph."""
