"""The ties of bodies."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch
from wushe.schema import schema


def ties_of(  # noqa: PLR0917
    reader: Reader,
    owners: Collection[str],
    types: Collection[str] | None,
    axis: str | None,
    direction: str | None,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """The ties of each body, by id; DOWN are those that start at it, UP those that end at it."""
    return fetch(
        reader,
        "ties_of",
        Item,
        owners=list(owners),
        types=list(schema().ties if types is None else types),
        axis=axis,
        direction=direction,
        after=after,
        limit=limit,
        as_of=as_of,
    )
