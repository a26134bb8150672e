"""How many organisations of these kinds are located within a place, at places of the kinds `levels`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_organizations(
    reader: Reader,
    place: str,
    area: str,
    as_of: date,
    *,
    kinds: Collection[str],
    levels: Collection[str] | None = None,
    attribute: str | None = None,
) -> float | None:
    """How many organisations of these kinds are located within a place, at places of the kinds `levels`."""
    return number(
        reader,
        "count_organizations",
        place=place,
        area=area,
        as_of=as_of,
        kinds=list(kinds),
        levels=None if levels is None else list(levels),
        attribute=attribute,
    )
