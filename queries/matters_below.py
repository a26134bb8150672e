"""The matters below matters."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def matters_below(reader: Reader, owners: Collection[str], after: str | None, limit: int) -> list[Item]:
    """The matters one step narrower, in their sequence, then by id."""
    return fetch(reader, "matters_below", Item, owners=list(owners), after=after, limit=limit)
