"""The least number of people in any of these organisations; None where there is none."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def least_holders(reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str]) -> float | None:
    """The least number of people in any of these organisations; None where there is none."""
    return number(reader, "least_holders", place=place, area=area, as_of=as_of, kinds=list(kinds))
