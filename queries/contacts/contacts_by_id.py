"""Holders, and vacant posts with a line, in these counties: ids of tenures, or of posts, by post."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def contacts_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    counties: Collection[str],
    text: str | None,
    hidden: str | None,
    open: Collection[str] | None,
    today: date,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Holders, and vacant posts with a line, in these counties: ids of tenures, or of posts, by post."""
    return fetch(
        reader,
        "contacts/contacts_by_id",
        Item,
        owners=list(owners),
        counties=list(counties),
        text=text,
        hidden=hidden,
        open=None if open is None else list(open),
        today=today,
        after=after,
        limit=limit,
        as_of=as_of,
    )
