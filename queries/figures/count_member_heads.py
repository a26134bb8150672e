"""How many people hold one of `posts` in such an organisation and one of `heads` in a member of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.number import number


def count_member_heads(
    reader: Reader,
    place: str,
    area: str,
    as_of: date,
    *,
    kinds: Collection[str],
    posts: Collection[str],
    heads: Collection[str],
) -> float | None:
    """How many people hold one of `posts` in such an organisation and one of `heads` in a member of it."""
    return number(
        reader,
        "count_member_heads",
        place=place,
        area=area,
        as_of=as_of,
        kinds=list(kinds),
        posts=list(posts),
        heads=list(heads),
    )
