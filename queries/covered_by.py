"""The grids that cover places."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def covered_by(reader: Reader, owners: Collection[str], as_of: date) -> list[Item]:
    """The covering grids of each place, by id."""
    return fetch(reader, "covered_by", Item, owners=list(owners), as_of=as_of)
