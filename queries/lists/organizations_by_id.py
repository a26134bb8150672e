"""Organisations of these kinds in these counties, by id."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def organizations_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str] | None,
    counties: Collection[str],
    text: str | None,
    hidden: str | None,
    dual: bool,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Organisations of these kinds in these counties, by id."""
    return fetch(
        reader,
        "lists/organizations_by_id",
        Item,
        owners=list(owners),
        kinds=None if kinds is None else list(kinds),
        counties=list(counties),
        text=text,
        hidden=hidden,
        dual=dual,
        after=after,
        limit=limit,
        as_of=as_of,
    )
