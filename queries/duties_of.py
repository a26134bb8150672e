"""The duties of bodies and posts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def duties_of(  # noqa: PLR0917
    reader: Reader, owners: Collection[str], role: str | None, after: str | None, limit: int, as_of: date
) -> list[Item]:
    """The duties that each bears, by id."""
    return fetch(reader, "duties_of", Item, owners=list(owners), role=role, after=after, limit=limit, as_of=as_of)
