"""Linkages of the sample, between any two nodes, on any day, are what a slow reference works out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from tests.linkage.reference import check, joined, shortest
from tests.world import World
from wushe.graph import Graph, Reader
from wushe.queries.linkage import Linkage, linkage
from wushe.schema import Axis

CASES = 40
JOINED = 5
DAYS = (date(2022, 8, 1), date(2024, 7, 15), date(2024, 12, 31))
AXES = (None, None, None, None, None, *((axis.value,) for axis in Axis))


def test_linkages_of_the_sample(sample: Graph) -> None:
    """Ends, days and axes drawn by chance: the fewest hops, as many paths as there are, every step an edge of the day."""
    rng, whole = Random(7), World.of(sample)  # noqa: S311 - chance that is the same every time
    worlds = {day: whole.on(day) for day in DAYS}
    lengths: Counter[int] = Counter()

    def work(reader: Reader) -> None:
        for _ in range(CASES):
            day, axes = rng.choice(DAYS), rng.choice(AXES)
            world = worlds[day]
            ends = ends_of(world, rng)
            found = linkage(reader, *ends, axes=axes, hops=6, limit=3, as_of=day)
            expected = shortest(joined(world, *ends, axes), *ends)
            assert agrees(found, expected), (ends, axes, day)
            check(world, found, ends, axes)
            lengths[len(found.paths[0].steps) if found.paths else 0] += 1

    sample.read(work, timeout=600)
    assert sum(length > 2 for length in lengths.elements()) > CASES / 4, lengths


def ends_of(world: World, rng: Random) -> tuple[str, str]:
    """Two nodes, bodies that are joined to several others more often than posts, people and what stands alone."""
    edges = Counter(one for edge in world.edges for one in (edge.start, edge.end))
    nodes = sorted(one for one in world.bodies if not one.startswith("duty:"))
    bodies = [one for one in nodes if one.startswith(("org:", "place:")) and edges[one] >= JOINED]
    start, end = (rng.choice(rng.choice((bodies, bodies, nodes))) for _ in range(2))
    return (start, end) if start != end else ends_of(world, rng)


def agrees(found: Linkage, expected: list[tuple[str, ...]]) -> bool:
    """Nothing cut, none longer than the shortest, none missing."""
    if expected and len(expected[0]) > 7:
        expected = []
    nodes = {path.nodes for path in found.paths}
    return not found.truncated and nodes <= set(expected) and len(nodes) == min(3, len(expected))
