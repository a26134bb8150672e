"""Organisations of these kinds within each owner, ordered `by` NAME, CODE (USCC), SINCE or ID."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def organizations_within(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str] | None,
    counties: Collection[str],
    walk: bool,
    text: str | None,
    hidden: str | None,
    dual: bool,
    by: str,
    descending: bool,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Organisations of these kinds within each owner, ordered `by` NAME, CODE (USCC), SINCE or ID."""
    return fetch(
        reader,
        "lists/organizations_within",
        Item,
        owners=list(owners),
        kinds=None if kinds is None else list(kinds),
        counties=list(counties),
        walk=walk,
        text=text,
        hidden=hidden,
        dual=dual,
        by=by,
        descending=descending,
        after=after,
        limit=limit,
        as_of=as_of,
    )
