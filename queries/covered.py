"""The places that bodies cover."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def covered(reader: Reader, owners: Collection[str], after: str | None, limit: int, as_of: date) -> list[Item]:
    """The covered places of each body, by id."""
    return fetch(reader, "covered", Item, owners=list(owners), after=after, limit=limit, as_of=as_of)
