"""The tenures of posts and persons."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def tenures_of(  # noqa: PLR0917
    reader: Reader, owners: Collection[str], history: bool, after: str | None, limit: int, as_of: date
) -> list[Item]:
    """The tenures of each, the newest first; with `history` those of any time."""
    return fetch(
        reader, "tenures_of", Item, owners=list(owners), history=history, after=after, limit=limit, as_of=as_of
    )
