"""Holders of posts in these counties, by id; `open` are the kinds of posts whose holders' names may be searched."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def people_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str] | None,
    counties: Collection[str],
    text: str | None,
    open: Collection[str] | None,
    today: date,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Holders of posts in these counties, by id; `open` are the kinds of posts whose holders' names may be searched."""
    return fetch(
        reader,
        "lists/people_by_id",
        Item,
        owners=list(owners),
        kinds=None if kinds is None else list(kinds),
        counties=list(counties),
        text=text,
        open=None if open is None else list(open),
        today=today,
        after=after,
        limit=limit,
        as_of=as_of,
    )
