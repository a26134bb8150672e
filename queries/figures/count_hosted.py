"""How many organisations of these kinds are hosted by one of the kinds `hosts`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_hosted(
    reader: Reader, place: str, area: str, as_of: date, *, kinds: Collection[str], hosts: Collection[str]
) -> float | None:
    """How many organisations of these kinds are hosted by one of the kinds `hosts`."""
    return number(reader, "count_hosted", place=place, area=area, as_of=as_of, kinds=list(kinds), hosts=list(hosts))
