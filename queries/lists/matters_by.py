"""The matters below each owner, or all, ordered `by` NAME, CODE or ID."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def matters_by(
    reader: Reader,
    owners: Collection[str],
    *,
    kinds: Collection[str] | None,
    text: str | None,
    hidden: str | None,
    by: str,
    descending: bool,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """The matters below each owner, or all, ordered `by` NAME, CODE or ID."""
    return fetch(
        reader,
        "lists/matters_by",
        Item,
        owners=list(owners),
        kinds=None if kinds is None else list(kinds),
        text=text,
        hidden=hidden,
        by=by,
        descending=descending,
        after=after,
        limit=limit,
        as_of=as_of,
    )
