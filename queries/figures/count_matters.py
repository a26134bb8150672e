"""For how many matters of these kinds somebody has a duty, here, below or above."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_matters(reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str]) -> float | None:
    """For how many matters of these kinds somebody has a duty, here, below or above."""
    return number(reader, "count_matters", place=place, area=area, as_of=as_of, kinds=list(kinds))
