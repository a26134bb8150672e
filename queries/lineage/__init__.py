"""What became of a place, what it came from, and what became of the places that were in it."""

from wushe.queries.lineage.fates import Fate, fates, successions_at

__all__ = ["Fate", "fates", "successions_at"]
