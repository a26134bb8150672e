"""How many needs are listed."""

from __future__ import annotations

from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_needs(reader: Reader, place: str, area: str, as_of: date) -> float | None:
    """How many needs are listed."""
    return number(reader, "count_needs", place=place, area=area, as_of=as_of)
