"""Small graphs drawn by chance: every question has the answer of a slow reference, and one that was cut says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import EMPTY
from tests.linkage.interlocked import expected as shared
from tests.linkage.reference import check, distances, joined, shortest
from tests.world import World
from wushe.graph import Fact, Graph, LoadRecord, Reader, edge, node, write_load
from wushe.queries.linkage import BUDGET, HUB, Linkage, linkage
from wushe.queries.linkage.busyness import busyness
from wushe.queries.linkage.interlocks import interlocks
from wushe.schema import Axis, schema, statements

DAY, EARLY, LATE = date(2024, 1, 1), date(2020, 1, 1), date(2023, 1, 1)
SPANS = ((EARLY, date.max), (EARLY, date.max), (EARLY, date.max), (EARLY, LATE), (date(2024, 1, 2), date.max))
BY = ("load:drawn#!1",)
PLACES = {
    "place:51": ("province", None),
    "place:511903": ("county", "place:51"),
    "place:511903001": ("town", "place:511903"),
    "place:511903002": ("town", "place:511903"),
    **{f"place:511903001{n}": ("village", "place:511903001") for n in ("001", "002")},
    "place:511903002001": ("village", "place:511903002"),
    "place:511903001001-G01": ("grid", "place:511903001001"),
    "place:511903001001-Z01": ("group", "place:511903001001"),
}
QUESTIONS = 14
NUMBER = count()


def facts(rng: Random, size: int) -> Iterator[Fact]:
    """A few places, organisations in them, ties of every kind and day, and people who hold posts."""

    def drawn(fact: Callable[..., Fact], *arguments: Any, **others: Any) -> Fact:
        since, until = rng.choice(SPANS)
        return fact(*arguments, attested=EARLY, since=since, until=until, by=BY, **others)

    for place, (kind, parent) in PLACES.items():
        properties = {"kind": kind, "name": place, "county": "511903"}
        yield node("Place", place, properties, attested=EARLY, since=EARLY, by=BY)
        if parent:
            yield drawn(edge, "PART_OF", place, parent)
    yield edge("COVERS", "place:511903001001-G01", "place:511903001001-Z01", attested=EARLY, since=EARLY, by=BY)
    organizations = [f"org:centre:511903:{n}" for n in range(size)]
    for organization in organizations:
        properties = {"kind": "centre", "name": organization, "county": "511903"}
        yield drawn(node, "Organization", organization, properties)
        if rng.random() < 0.7:
            home = rng.choice(sorted(PLACES))
            located = {"place": home, "kind": "centre"}
            yield drawn(edge, "LOCATED_IN", organization, home, located)
    bodies = [*organizations, *PLACES]
    for _ in range(size * 2):
        one, two = rng.sample(bodies, 2)
        axis = rng.choice(list(Axis)).value
        kind = rng.choice(list(schema().ties))
        yield drawn(edge, kind, one, two, {"axis": axis}, number=next(NUMBER))
    posts = [f"post:{rng.choice(bodies)}:{n}" for n in range(size)]
    for post in posts:
        yield drawn(node, "Post", post, {"kind": "director", "name": "主任", "county": "511903"})
        yield drawn(edge, "IN", post, post.removeprefix("post:").rpartition(":")[0])
    for n in range(size // 2):
        yield drawn(node, "Person", f"person:{n}", {"name": "甲", "county": "511903"})
        for post in rng.sample(posts, min(3, len(posts))):
            held = {"status": "SUBSTANTIVE"}
            yield drawn(edge, "HOLDS", f"person:{n}", post, held, number=next(NUMBER))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), size=st.integers(2, 14))
def test_any_two_nodes(graph: Graph, seed: int, size: int) -> None:
    """Along any axes, within so many hops, so many of the shortest; with room enough, and with little."""
    rng = Random(seed)  # noqa: S311 - hypothesis chose it
    graph.statement(EMPTY)
    graph.statement(statements.SET_SCHEMA_VERSION)
    record = LoadRecord(f"load:{seed}", "source:drawn", "drawn.csv", "1", EARLY, county="511903")
    write_load(graph, record, lambda _: list(facts(rng, size)))
    world = World.of(graph).on(DAY)

    def work(reader: Reader) -> None:
        for _ in range(QUESTIONS):
            ask(reader, world, rng)
            ask_what_is_shared(reader, world, rng)

    graph.read(work)


def ask(reader: Reader, world: World, rng: Random) -> None:
    """One question with and without limits."""
    start, end = rng.sample(sorted(world.bodies), 2)
    axes = rng.choice((None, None, ("LINE",), ("BLOCK", "JOINT"), ("BLOCK",)))
    hops, limit = rng.choice((6, 6, 4, 3, 1)), rng.choice((1, 3, 10))
    ways = joined(world, start, end, axes)
    whole = linkage(reader, start, end, axes=axes, hops=hops, limit=limit, as_of=DAY)
    assert not whole.truncated
    check(world, whole, (start, end), axes)
    expected = shortest(ways, start, end)
    if expected and len(expected[0]) - 1 > hops:
        expected = []
    heavy = busyness(reader, sorted(world.bodies), DAY)
    expected.sort(key=lambda nodes: (sum(heavy[one] for one in nodes[1:-1]), nodes))
    assert [path.nodes for path in whole.paths] == expected[:limit]
    assert whole.searched == (len(expected[0]) - 1 if expected else hops)

    hub, budget = rng.choice(((2, BUDGET), (4, BUDGET), (HUB, 12), (HUB, 40), (5, 60), (HUB, 0)))
    cut = linkage(reader, start, end, axes=axes, hops=hops, limit=limit, as_of=DAY, hub=hub, budget=budget)
    check(world, cut, (start, end), axes)
    check_cut(cut, whole, distances(ways, end).get(start))


def ask_what_is_shared(reader: Reader, world: World, rng: Random) -> None:
    """People, joint bodies and others that tie two bodies together."""
    start, end = rng.sample(sorted(body for body in world.bodies if body.startswith(("org:", "place:"))), 2)
    found = interlocks(reader, start, end, DAY)
    assert not found.truncated
    assert (set(found.people), set(found.joint), set(found.others)) == shared(world, start, end), (start, end)


def check_cut(cut: Linkage, whole: Linkage, far: int | None) -> None:
    """A question with little room: it is as good as whole unless it says that it is not, and what it says of hops is so."""
    if not cut.truncated:
        assert cut == whole
        return
    shortest_found = min((len(path.steps) for path in cut.paths), default=None)
    assert far is None or far > cut.searched or shortest_found == far
    assert shortest_found is None or (far is not None and shortest_found >= far)
