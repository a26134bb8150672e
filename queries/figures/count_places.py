"""How many places of these kinds lie within a place."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_places(reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str]) -> float | None:
    """How many places of these kinds lie within a place."""
    return number(reader, "count_places", place=place, area=area, as_of=as_of, kinds=list(kinds))
