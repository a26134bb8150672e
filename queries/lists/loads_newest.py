"""Loads, the newest first."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def loads_newest(
    reader: Reader, owners: Collection[str], *, state: str | None, after: str | None, limit: int
) -> list[Item]:
    """Loads, the newest first."""
    return fetch(reader, "lists/loads_newest", Item, owners=list(owners), state=state, after=after, limit=limit)
