"""How many organisations of these kinds are registered, or filed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_registered(reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str]) -> float | None:
    """How many organisations of these kinds are registered, or filed."""
    return number(reader, "count_registered", place=place, area=area, as_of=as_of, kinds=list(kinds))
