"""What bodies, people and posts are joined to, one step on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An edge of `owner` with `other`; `forward` when it leads from the owner.

    Between a person and a body it is the tenure (HOLDS), with the `post` and its `seat` (IN) in the body.
    """

    owner: str
    other: str
    kind: str
    edge: str
    axis: str | None
    forward: bool
    post: str | None
    seat: str | None


def neighbours(
    reader: Reader,
    *,
    bodies: Collection[str],
    holders: Collection[str],
    posts: Collection[str],
    ends: Collection[str],
    axes: Collection[str] | None,
    territory: bool,
    near: Collection[str],
    people: bool,
    limit: int,
    as_of: date,
) -> list[Neighbour]:
    """The edges of bodies, of people (`holders`) and of posts on the day, at most `limit` of each; see the query."""
    return fetch(
        reader,
        "linkage/neighbours",
        Neighbour,
        bodies=list(bodies),
        holders=list(holders),
        posts=list(posts),
        ends=list(ends),
        axes=None if axes is None else list(axes),
        territory=territory,
        near=list(near),
        people=people,
        limit=limit,
        as_of=as_of,
    )
