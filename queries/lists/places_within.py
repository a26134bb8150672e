"""Places of these kinds within each owner, ordered `by` NAME, CODE, SINCE or ID; `walk` where the owner is small."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def places_within(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str],
    ranges: Collection[tuple[str, str]],
    walk: bool,
    text: str | None,
    hidden: str | None,
    by: str,
    descending: bool,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Places of these kinds within each owner, ordered `by` NAME, CODE, SINCE or ID; `walk` where the owner is small."""
    return fetch(
        reader,
        "lists/places_within",
        Item,
        owners=list(owners),
        kinds=list(kinds),
        ranges=[list(pair) for pair in ranges],
        walk=walk,
        text=text,
        hidden=hidden,
        by=by,
        descending=descending,
        after=after,
        limit=limit,
        as_of=as_of,
    )
