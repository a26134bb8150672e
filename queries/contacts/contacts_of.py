"""Holders, and vacant posts with a line, of these posts: ids of tenures, or of posts, by post."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def contacts_of(
    reader: Reader,
    owners: Collection[str],
    *,
    posts: Collection[str],
    lines: Collection[str] | None,
    deep: bool,
    kinds: Collection[str] | None,
    text: str | None,
    hidden: str | None,
    open: Collection[str] | None,
    today: date,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Holders, and vacant posts with a line, of these posts: ids of tenures, or of posts, by post."""
    return fetch(
        reader,
        "contacts/contacts_of",
        Item,
        owners=list(owners),
        posts=list(posts),
        lines=None if lines is None else list(lines),
        deep=deep,
        kinds=None if kinds is None else list(kinds),
        text=text,
        hidden=hidden,
        open=None if open is None else list(open),
        today=today,
        after=after,
        limit=limit,
        as_of=as_of,
    )
