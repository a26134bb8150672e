"""The organisations at places."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def organizations_at(  # noqa: PLR0917
    reader: Reader,
    owners: Collection[str],
    kinds: Collection[str] | None,
    by: str,
    descending: bool,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """The organisations located at each place itself, ordered `by` NAME, CODE, SINCE or ID."""
    return fetch(
        reader,
        "organizations_at",
        Item,
        owners=list(owners),
        kinds=None if kinds is None else list(kinds),
        by=by,
        descending=descending,
        after=after,
        limit=limit,
        as_of=as_of,
    )
