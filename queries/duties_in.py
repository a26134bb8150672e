"""The duties for matters."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def duties_in(  # noqa: PLR0917
    reader: Reader, owners: Collection[str], place: str | None, after: str | None, limit: int, as_of: date
) -> list[Item]:
    """The duties for each matter, by id; within `place` (id) at any depth."""
    return fetch(reader, "duties_in", Item, owners=list(owners), place=place, after=after, limit=limit, as_of=as_of)
