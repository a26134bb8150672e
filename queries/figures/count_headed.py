"""In how many places of these levels somebody holds one of the posts in the top organisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_headed(
    reader: Reader,
    place: str,
    area: str,
    as_of: date,
    *,
    levels: Collection[str],
    kinds: Collection[str],
    posts: Collection[str],
) -> float | None:
    """In how many places of these levels somebody holds one of the posts in the top organisation."""
    return number(
        reader,
        "count_headed",
        place=place,
        area=area,
        as_of=as_of,
        levels=list(levels),
        kinds=list(kinds),
        posts=list(posts),
    )
