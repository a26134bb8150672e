"""Interlocks of the sample, between any two bodies, are what a slow reference works out from every edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from tests.api import town as t
from tests.linkage.interlocked import expected
from tests.world import World
from wushe.graph import Fact, Graph, LoadRecord, Reader, edge, node, write_load
from wushe.queries.linkage import interlocks as module
from wushe.queries.linkage.interlocks import interlocks

DAYS = (date(2022, 8, 1), date(2024, 7, 15))
CASES = 60


def test_interlocks_of_the_sample(sample: Graph) -> None:
    """Places and organisations drawn by chance: people, joint bodies and shared bodies, each with its edges."""
    rng, whole = Random(11), World.of(sample)  # noqa: S311 - chance that is the same every time
    worlds = {day: whole.on(day) for day in DAYS}
    able = {day: hinges(world) for day, world in worlds.items()}
    seen: Counter[int] = Counter()

    def work(reader: Reader) -> None:
        for _ in range(CASES):
            day = rng.choice(DAYS)
            start, end = two_of(worlds[day], able[day], rng)
            found = interlocks(reader, start, end, day)
            assert not found.truncated
            told = set(found.people), set(found.joint), set(found.others)
            assert told == expected(worlds[day], start, end), (start, end, day)
            assert list(found.people) == sorted(found.people, key=lambda one: one.node)
            seen.update(number for number, some in enumerate(told) if some)

    sample.read(work, timeout=600)
    assert seen[0], "people tie some together"
    assert seen[1], "joint bodies tie some together; others that they share come with later files of the sample"


def hinges(world: World) -> dict[str, list[list[str]]]:
    """By the kind of edge, for each person, joint body or partner the bodies that it joins."""
    found: dict[str, dict[str, set[str]]] = {kind: {} for kind in ("HOLDS", "MEMBER_OF", "SERVES")}
    for tie in world.edges:
        if tie.kind == "HOLDS":
            found["HOLDS"].setdefault(tie.start, set()).update(world.ends(tie.end, "IN"))
        elif tie.kind in found:
            hinge, body = (tie.end, tie.start) if tie.kind == "MEMBER_OF" else (tie.start, tie.end)
            found[tie.kind].setdefault(hinge, set()).add(body)
    return {
        kind: [sorted(bodies) for _, bodies in sorted(some.items()) if len(bodies) > 1] for kind, some in found.items()
    }


def two_of(world: World, able: dict[str, list[list[str]]], rng: Random) -> tuple[str, str]:
    """Two bodies that a person, a joint body or a partner joins; or any two, none with more than can be listed."""
    kinds = [kind for kind in able if able[kind]]
    one, two = rng.sample(rng.choice(able[rng.choice(kinds)]), 2)
    others = [body for body in sorted(world.bodies) if body.startswith(("org:", "place:"))]
    end = two if rng.random() < 0.8 else rng.choice(others)
    return (one, end) if one != end else two_of(world, able, rng)


@pytest.mark.parametrize(("most", "cut"), [(3, False), (2, True)])
def test_a_community_of_many_bodies(graph: Graph, monkeypatch: pytest.MonkeyPatch, most: int, cut: bool) -> None:
    """That some of them were not looked at is said, and only then; the other side is none of them."""
    t.build(graph)
    record = LoadRecord("load:firms", "source:firms", "企业.xlsx", "1", t.DAY, county="511903", synthetic=True)
    write_load(graph, record, lambda _: [fact for n in range(3) for fact in firm(f"org:firm:511903001002:{n}")])
    monkeypatch.setattr(module, "MOST", most)
    found = graph.read(lambda reader: interlocks(reader, t.VILLAGE, t.PARTY, t.TODAY))
    assert found.truncated is cut


def firm(body: str) -> Iterator[Fact]:
    """A body in the village."""
    yield node(
        "Organization", body, {"kind": "firm", "name": body, "county": "511903"}, attested=t.DAY, since=t.DAY, by=t.BY
    )
    located = {"place": t.VILLAGE, "kind": "firm"}
    yield edge("LOCATED_IN", body, t.VILLAGE, located, attested=t.DAY, since=t.DAY, by=t.BY)
