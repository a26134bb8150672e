"""Needs of these counties, by id: about a matter, taken or not, with a text."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def needs_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    counties: Collection[str],
    matter: str | None,
    taken: bool | None,
    text: str | None,
    hidden: str | None,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Needs of these counties, by id: about a matter, taken or not, with a text."""
    return fetch(
        reader,
        "lists/needs_by_id",
        Item,
        owners=list(owners),
        counties=list(counties),
        matter=matter,
        taken=taken,
        text=text,
        hidden=hidden,
        after=after,
        limit=limit,
        as_of=as_of,
    )
