"""Interlocks of the sample, between any two bodies, are what a slow reference works out from every edge."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from tests.world import World
from wushe.graph import Graph, Reader
from wushe.queries.linkage.interlocks import MOST, Shared, interlocks
from wushe.schema import schema

DAYS = (date(2022, 8, 1), date(2024, 7, 15))
CASES = 60
JOINED = 5
Told = tuple[set[Shared], set[Shared], set[Shared]]


def test_interlocks_of_the_sample(sample: Graph) -> None:
    """Places and organisations drawn by chance: people, joint bodies and shared bodies, each with its edges."""
    rng, whole = Random(11), World.of(sample)  # noqa: S311 - chance that is the same every time
    worlds = {day: whole.on(day) for day in DAYS}
    seen: Counter[int] = Counter()

    def work(reader: Reader) -> None:
        for _ in range(CASES):
            day = rng.choice(DAYS)
            start, end = two_of(worlds[day], rng)
            found = interlocks(reader, start, end, day)
            assert not found.truncated
            told = set(found.people), set(found.joint), set(found.others)
            assert told == expected(worlds[day], start, end), (start, end, day)
            assert list(found.people) == sorted(found.people, key=lambda one: one.node)
            seen.update(number for number, some in enumerate(told) if some)

    sample.read(work, timeout=600)
    assert all(seen[number] for number in range(3)), seen


def two_of(world: World, rng: Random) -> tuple[str, str]:
    """Two bodies that are joined to several others, villages as often as organisations, none with too many to list."""
    edges = Counter(one for edge in world.edges for one in (edge.start, edge.end))
    able = [one for one in sorted(world.bodies) if JOINED <= edges[one] < MOST and one.startswith(("org:", "place:"))]
    villages = [one for one in able if world.kind(one) == "village"]
    start, end = (rng.choice(rng.choice((able, villages))) for _ in range(2))
    return (start, end) if start != end else two_of(world, rng)


def expected(world: World, start: str, end: str) -> Told:
    """The same from every edge; a county does not stand for its departments."""
    first, second = side_of(world, start, end), side_of(world, end, start)
    people, joint, others = set(), set(), set()
    sides = [edges_of(world, side) for side in (first, second)]
    for node in (sides[0].keys() & sides[1].keys()) - {start, end}:
        shared = Shared(node, *(tuple(sorted(side[node])) for side in sides))
        if node.startswith("person:"):
            people.add(shared)
        elif all(
            any(member.startswith("member_of:") and member.endswith(node) for member in side[node]) for side in sides
        ):
            joint.add(shared)
        else:
            others.add(shared)
    return people, joint, others


def side_of(world: World, body: str, other: str) -> set[str]:
    """A body, and what is located in it."""
    here = [] if world.kind(body) in {"province", "prefecture", "county"} else world.starts(body, "LOCATED_IN")
    return {body, *here} - {other}


def edges_of(world: World, side: set[str]) -> dict[str, set[str]]:
    """By who or what is joined to any body of a side, the edges: ties of joint work, and tenures."""
    found: dict[str, set[str]] = {}
    for edge in world.edges:
        if edge.kind in schema().ties and schema().ties[edge.kind].traversable and edge.properties["axis"] == "JOINT":
            for one, other in ((edge.start, edge.end), (edge.end, edge.start)):
                if one in side:
                    found.setdefault(other, set()).add(edge.properties["id"])
        if edge.kind == "HOLDS" and side.intersection(world.ends(edge.end, "IN")):
            found.setdefault(edge.start, set()).add(edge.properties["id"])
    return found
