"""What a path may cross: the rule of linkage, and of two edges between the same nodes the better one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from wushe.graph import Reader
from wushe.queries.linkage.neighbours import Neighbour, neighbours
from wushe.schema import Axis, schema

TERRITORY = ("LOCATED_IN", "COVERS", "PART_OF")
"""Where something lies. Along these a path leads in and out of villages and what is below, where people meet; of a town or a
county only where the question is about it: two villages are not linked by lying in one county."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What may be crossed between two ends on a day.

    Along given axes a path crosses ties of theirs, territory where 块 is among them, and what a person or a post at an end needs to
    stand in its body; people in between are on no axis.
    """

    reader: Reader
    ends: tuple[str, str]
    axes: tuple[str, ...] | None
    as_of: date

    def of(self, nodes: Collection[str], limit: int) -> list[Neighbour]:
        """The edges of these nodes that a path may cross, the best first; at most `limit` of each sort of node."""
        rows = neighbours(
            self.reader,
            bodies=[node for node in nodes if node.startswith(("place:", "org:"))],
            holders=[node for node in nodes if node.startswith("person:")],
            posts=[node for node in nodes if node.startswith("post:")],
            ends=self.ends,
            axes=self.axes,
            territory=self.axes is None or Axis.BLOCK in self.axes,
            near=near_kinds(),
            people=self.axes is None,
            limit=limit,
            as_of=self.as_of,
        )
        return sorted(rows, key=_better)


@cache
def near_kinds() -> tuple[str, ...]:
    """Kinds of place where people meet: villages and what is below."""
    places = schema().places
    return tuple(kind for kind, place in places.items() if place.rank >= places["village"].rank)


def first_of_each(rows: Iterable[Neighbour]) -> dict[tuple[str, str], Neighbour]:
    """By owner and other, the first of the edges between them."""
    found: dict[tuple[str, str], Neighbour] = {}
    for row in rows:
        found.setdefault((row.owner, row.other), row)
    return found


def _better(row: Neighbour) -> tuple[int, str]:
    return _order()[row.kind], row.edge


@cache
def _order() -> dict[str, int]:
    """Which of two edges between the same nodes is told: who leads says more than who guides, lying somewhere says least."""
    kinds = ("HOLDS", "IN", "LEADS", "GUIDES", "MEMBER_OF", *schema().ties, *TERRITORY)
    return {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
