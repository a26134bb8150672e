"""How many bodies dispatch to places of these kinds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_dispatching(reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str]) -> float | None:
    """How many bodies dispatch to places of these kinds."""
    return number(reader, "count_dispatching", place=place, area=area, as_of=as_of, kinds=list(kinds))
