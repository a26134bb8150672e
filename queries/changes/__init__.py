"""What happened in the world, within a place, between two days."""

from wushe.queries.changes.during import bodies_of, changes, ordered, parts
from wushe.queries.changes.model import Change, What

__all__ = ["Change", "What", "bodies_of", "changes", "ordered", "parts"]
