"""How many tenures of posts of these kinds there are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_tenures(reader: Reader, place: str, area: str, as_of: date, *, posts: Collection[str]) -> float | None:
    """How many tenures of posts of these kinds there are."""
    return number(reader, "count_tenures", place=place, area=area, as_of=as_of, posts=list(posts))
