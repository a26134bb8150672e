"""Exports, loaded back."""
