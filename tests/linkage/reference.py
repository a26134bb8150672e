"""Linkage worked out slowly, from every node and edge of the graph in memory: what the search must give."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator
from itertools import pairwise

from tests.world import Edge, World
from wushe.queries.linkage import Linkage, Path, Step
from wushe.schema import schema

TERRITORY = {"PART_OF", "LOCATED_IN", "COVERS"}
NEAR = {"village", "grid", "group", "estate", "cell"}
Joined = dict[str, set[str]]


def joined(world: World, start: str, end: str, axes: Collection[str] | None) -> Joined:
    """Which nodes a path between two ends may go on to from each, in what is there on a day."""
    found: Joined = defaultdict(set)
    for edge in world.edges:
        for one, other in pairs(world, edge, {start, end}, axes):
            found[one].add(other)
            found[other].add(one)
    return found


def pairs(world: World, edge: Edge, ends: set[str], axes: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """The hops that one edge makes."""
    if edge.kind in schema().ties:
        if schema().ties[edge.kind].traversable and (axes is None or edge.properties["axis"] in axes):
            yield edge.start, edge.end
    elif edge.kind in TERRITORY:
        if (axes is None or "BLOCK" in axes) and (world.kind(edge.end) in NEAR or edge.end in ends):
            yield edge.start, edge.end
    elif edge.kind == "IN":
        if edge.start in ends:
            yield edge.start, edge.end
    elif axes is None or edge.start in ends:
        yield from ((edge.start, body) for body in world.ends(edge.end, "IN"))
        if edge.end in ends:
            yield edge.start, edge.end


def distances(ways: Joined, end: str) -> dict[str, int]:
    """How many hops everything is from an end."""
    found, queue = {end: 0}, deque([end])
    while queue:
        node = queue.popleft()
        for other in ways[node]:
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def shortest(ways: Joined, start: str, end: str) -> list[tuple[str, ...]]:
    """Every path of the fewest hops."""
    far = distances(ways, end)
    if start not in far:
        return []
    paths: list[tuple[str, ...]] = [(start,)]
    for _ in range(far[start]):
        paths = [(*path, other) for path in paths for other in ways[path[-1]] if far.get(other) == far[path[-1]] - 1]
    return paths


def check(world: World, found: Linkage, ends: tuple[str, str], axes: Collection[str] | None) -> None:
    """Each path is simple, leads from end to end, and each of its steps is an edge of the day that a path may cross."""
    assert len({path.nodes for path in found.paths}) == len(found.paths)
    ways = joined(world, *ends, axes)
    for path in found.paths:
        nodes = path.nodes
        assert (nodes[0], nodes[-1]) == ends
        assert len(set(nodes)) == len(nodes)
        assert all(two in ways[one] for one, two in pairwise(nodes))
        check_edges(world, path, axes)


def check_edges(world: World, path: Path, axes: Collection[str] | None) -> None:
    """The edges are there, and lead as they say."""
    for step in path.steps:
        (edge,) = [edge for edge in world.edges if edge.properties["id"] == step.edge]
        assert edge.kind == step.kind
        assert edge.kind not in {"HOLDS", "IN"} or step.axis is None
        assert axes is None or step.axis is None or step.axis in axes
        first, last = (step.start, step.end) if step.forward else (step.end, step.start)
        assert first == edge.start
        assert last == (edge.end if step.post is None else seated(world, step, edge.end))


def seated(world: World, step: Step, post: str) -> str:
    """The body in which the post of a tenure is."""
    (seat,) = [edge for edge in world.out_of(post, "IN") if edge.properties["id"] == step.seat]
    assert step.post == post
    return seat.end
