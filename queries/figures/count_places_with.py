"""At how many places of the kinds `levels` there are organisations of these kinds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_places_with(
    reader: Reader,
    place: str,
    area: str,
    as_of: date,
    *,
    kinds: Collection[str],
    levels: Collection[str] | None = None,
    attribute: str | None = None,
) -> float | None:
    """At how many places of the kinds `levels` there are organisations of these kinds."""
    return number(
        reader,
        "count_places_with",
        place=place,
        area=area,
        as_of=as_of,
        kinds=list(kinds),
        levels=None if levels is None else list(levels),
        attribute=attribute,
    )
