"""Interlocks worked out slowly, from every edge of the graph in memory."""

from __future__ import annotations

from tests.world import Edge, World
from wushe.queries.linkage.interlocks import Shared
from wushe.schema import schema

Told = tuple[set[Shared], set[Shared], set[Shared]]
"""People, joint bodies, others."""


def expected(world: World, start: str, end: str) -> Told:
    """What ties two bodies together in what is there on a day."""
    people, joint, others = set[Shared](), set[Shared](), set[Shared]()
    sides = [edges_of(world, side_of(world, one, other)) for one, other in ((start, end), (end, start))]
    for node in (sides[0].keys() & sides[1].keys()) - {start, end}:
        first, second = (tuple(sorted({edge.properties["id"] for edge in side[node]})) for side in sides)
        member = all(any(edge.kind == "MEMBER_OF" and edge.end == node for edge in side[node]) for side in sides)
        kind = people if node.startswith("person:") else joint if member else others
        kind.add(Shared(node, first, second))
    return people, joint, others


def side_of(world: World, body: str, other: str) -> set[str]:
    """A body, and what is located in it; a county does not stand for its departments."""
    here = [] if world.kind(body) in {"province", "prefecture", "county"} else world.starts(body, "LOCATED_IN")
    return {body, *here} - {other}


def edges_of(world: World, side: set[str]) -> dict[str, list[Edge]]:
    """By who or what is joined to any body of a side, the edges: ties of joint work, and tenures."""
    found: dict[str, list[Edge]] = {}
    for edge in world.edges:
        if edge.kind in schema().ties and schema().ties[edge.kind].traversable and edge.properties["axis"] == "JOINT":
            for one, other in ((edge.start, edge.end), (edge.end, edge.start)):
                if one in side:
                    found.setdefault(other, []).append(edge)
        if edge.kind == "HOLDS" and side.intersection(world.ends(edge.end, "IN")):
            found.setdefault(edge.start, []).append(edge)
    return found
