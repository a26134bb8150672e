"""The sum of a number that organisations of these kinds state; None where none does."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def sum_of_organizations(
    reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str], attribute: str
) -> float | None:
    """The sum of a number that organisations of these kinds state; None where none does."""
    return number(
        reader, "sum_of_organizations", place=place, area=area, as_of=as_of, kinds=list(kinds), attribute=attribute
    )
