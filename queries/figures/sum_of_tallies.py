"""How many holders of a post have an attribute; None where nothing may be told."""

from __future__ import annotations

from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def sum_of_tallies(reader: Reader, place: str, area: str, as_of: date, *, post: str, attribute: str) -> float | None:
    """How many holders of a post have an attribute; None where nothing may be told."""
    return number(reader, "sum_of_tallies", place=place, area=area, as_of=as_of, post=post, attribute=attribute)
