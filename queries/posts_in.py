"""The posts in bodies."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def posts_in(  # noqa: PLR0917
    reader: Reader,
    owners: Collection[str],
    kinds: Collection[str] | None,
    vacant: bool | None,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """The posts of each body, by id."""
    chosen = None if kinds is None else list(kinds)
    return fetch(
        reader,
        "posts_in",
        Item,
        owners=list(owners),
        kinds=chosen,
        vacant=vacant,
        after=after,
        limit=limit,
        as_of=as_of,
    )
