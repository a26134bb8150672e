"""What ties two bodies together: people with posts in both, joint bodies that both are members of, others that both work with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.linkage.neighbours import Neighbour, neighbours
from wushe.queries.linkage.search import HUB
from wushe.queries.linkage.weights import weights
from wushe.queries.organizations_at import organizations_at
from wushe.schema import Axis
from wushe.schema.ids import place_code

MOST = 200
"""People, or bodies, of one list, and organisations that a place stands for."""
ROWS = 20_000
MEMBER = "MEMBER_OF"
TOWN = 9
"""Digits of the code of the widest place that stands for what is located in it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A person or a body, and the edges (ids of tenures or ties) by which it is joined to the one side and to the other."""

    node: str
    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interlocks:
    """Each by id. `truncated` says that there are more than are told."""

    people: tuple[Shared, ...]
    joint: tuple[Shared, ...]
    others: tuple[Shared, ...]
    truncated: bool


def interlocks(reader: Reader, start: str, end: str, as_of: date) -> Interlocks:
    """What ties two bodies (ids, not the same) together on a day, by posts and by ties of joint work. A few reads.

    A town or what is below stands for itself and the organisations located in it: two communities share a unit that is a member
    of a joint body of each, or is located in the one and serves both. Of these organisations the hubs are left out.
    """
    sides_of = [_side(reader, one, other, as_of) for one, other in ((start, end), (end, start))]
    heavy = weights(reader, sorted(set().union(*sides_of)), as_of)
    hubs = {body for body in heavy if heavy[body] > HUB and body not in {start, end}}
    first, second = (side - hubs for side in sides_of)
    rows = neighbours(
        reader,
        bodies=[*first, *second],
        holders=(),
        posts=(),
        ends=(),
        axes=(Axis.JOINT.value,),
        territory=False,
        near=(),
        people=True,
        limit=ROWS,
        as_of=as_of,
    )
    sides = _by_other(row for row in rows if row.owner in first), _by_other(row for row in rows if row.owner in second)
    both = sorted((sides[0].keys() & sides[1].keys()) - {start, end})
    people = [_shared(node, *sides) for node in both if node.startswith("person:")]
    bodies = [node for node in both if not node.startswith("person:")]
    joint = [node for node in bodies if all(_is_joint(side[node]) for side in sides)]
    lists = people, [_shared(node, *sides) for node in joint], [_shared(n, *sides) for n in bodies if n not in joint]
    wide = max(map(len, sides_of)) > MOST + 1
    cut = bool(hubs) or wide or len(rows) >= ROWS or any(len(found) > MOST for found in lists)
    told, joined, others = (tuple(found[:MOST]) for found in lists)
    return Interlocks(told, joined, others, cut)


def _side(reader: Reader, body: str, other: str, as_of: date) -> set[str]:
    """What a body stands for: a town or less for the organisations located in it too, but the other side."""
    if not body.startswith("place:") or len(place_code(body)) < TOWN:
        return {body}
    here = organizations_at(
        reader, [body], kinds=None, by="ID", descending=False, after=None, limit=MOST + 2, as_of=as_of
    )
    return {body, *(item.id for item in here)} - {other}


def _by_other(rows: Iterable[Neighbour]) -> dict[str, list[Neighbour]]:
    found: dict[str, list[Neighbour]] = defaultdict(list)
    for row in rows:
        found[row.other].append(row)
    return found


def _is_joint(rows: Collection[Neighbour]) -> bool:
    """Whether a body is one that others are members of."""
    return any(row.kind == MEMBER and row.forward for row in rows)


def _shared(node: str, first: dict[str, list[Neighbour]], second: dict[str, list[Neighbour]]) -> Shared:
    one, two = (tuple(dict.fromkeys(sorted(row.edge for row in side[node]))) for side in (first, second))
    return Shared(node, one, two)
