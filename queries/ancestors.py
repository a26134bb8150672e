"""The places above places."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def ancestors(reader: Reader, owners: Collection[str], as_of: date) -> list[Item]:
    """Up to the province, at most nine steps, the nearest first."""
    return fetch(reader, "ancestors", Item, owners=list(owners), as_of=as_of)
