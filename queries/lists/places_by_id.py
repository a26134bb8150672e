"""Places of these kinds whose ids lie in one of the `ranges`, by id."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def places_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str],
    ranges: Collection[tuple[str, str]],
    text: str | None,
    hidden: str | None,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Places of these kinds whose ids lie in one of the `ranges`, by id."""
    return fetch(
        reader,
        "lists/places_by_id",
        Item,
        owners=list(owners),
        kinds=list(kinds),
        ranges=[list(pair) for pair in ranges],
        text=text,
        hidden=hidden,
        after=after,
        limit=limit,
        as_of=as_of,
    )
