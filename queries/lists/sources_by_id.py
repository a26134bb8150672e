"""Documents, by id."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def sources_by_id(
    reader: Reader, owners: Collection[str], *, text: str | None, hidden: str | None, after: str | None, limit: int
) -> list[Item]:
    """Documents, by id."""
    return fetch(
        reader, "lists/sources_by_id", Item, owners=list(owners), text=text, hidden=hidden, after=after, limit=limit
    )
