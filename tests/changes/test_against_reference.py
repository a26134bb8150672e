"""Changes of counties made by chance, and of the sample, are what a slow reference works out; together they lead from day to day."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import permutations
from random import Random
from typing import Any

import pytest

from tests.changes.reference import Past, changes, told
from tests.disorder import COUNTY, DAYS, Disorder
from wushe.graph import Graph
from wushe.queries import changes as asked
from wushe.queries.changes import Change, What
from wushe.schema.values import ChangeKind

SEEDS = range(8)
PLACES = (COUNTY, f"{COUNTY}001", f"{COUNTY}101", f"{COUNTY}001001", f"{COUNTY}101200-G01")
ALL_KINDS = set(ChangeKind)
SAMPLE = ("place:511903001", "place:511903001002", "place:511903104", "place:511903001008-Z02")
YEARS = ((date(2016, 8, 1), date(2020, 12, 31)), (date(2022, 1, 1), date(2024, 12, 31)))


def found(graph: Graph, place: str, start: date, to: date) -> list[Change]:
    """What the queries say."""
    return graph.read(lambda reader: asked.changes(reader, place, start, to))


def test_counties_made_by_chance(graph: Graph) -> None:
    """Any place, any two days: the same changes, in order, each once; every kind is among them."""
    counted: Counter[ChangeKind] = Counter()
    chance = Random(7)  # noqa: S311 - chance that is the same every time
    for seed in SEEDS:
        graph.statement("MATCH (n) DETACH DELETE n")
        Disorder(seed).write(graph)
        past = Past.of(graph)
        for place in PLACES:
            start, to = sorted(chance.sample(DAYS, 2))
            start += timedelta(days=chance.choice([0, 1]))
            rows = found(graph, place, start, to)
            assert {told(row) for row in rows} == changes(past, place, start, to), (seed, place, start, to)
            assert [row.key for row in rows] == sorted({row.key for row in rows})
            counted.update(row.kind for row in rows)
            lead_on(past, rows, place, start, to)
    assert set(counted) == ALL_KINDS, counted


def lead_on(past: Past, rows: list[Change], place: str, start: date, to: date) -> None:
    """What was there before, with what ended taken away and what began added, day by day, is what is there after.

    Of bodies of the place that began or ended, and of people in posts that changed; but for what a document only shows later.
    """
    world, inside = past.world, past.territory(place, start - timedelta(days=1), to)
    spans = {key: [body] for key, body in world.bodies.items()}
    alike: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in sorted(world.edges, key=lambda edge: edge.properties["since"]):
        if edge.kind == "HOLDS":
            alike[edge.start, edge.end, edge.properties["status"]].append(edge.properties)
            spans[edge.properties["id"]] = [edge.properties]
    same: dict[str, str] = {}
    for tenures in alike.values():  # who goes on in a post in the same way is there all along
        for before, after in permutations(tenures, 2):
            if before["until"] == after["since"]:
                same[after["id"]] = same.get(before["id"], before["id"])
                spans[same[after["id"]]].append(after)

    def sets(row: Change, some: tuple[str, ...]) -> set[str]:
        own = {one for one in some if one not in world.bodies or one in inside}
        return set() if row.what is What.TIE else {same.get(one, one) for one in own}

    def there(one: str, day: date) -> bool:
        return any(span["since"] <= day < span["until"] for span in spans[one])

    touched = {one for row in rows for one in sets(row, row.began + row.ended)}
    state = {one for one in touched if there(one, start - timedelta(days=1))}
    first_shown = touched - state - {one for row in rows for one in sets(row, row.began)}
    for row in rows:
        state -= sets(row, row.ended)
        state |= sets(row, row.began)
    assert state == {one for one in touched - first_shown if there(one, to)}
    for one in first_shown:
        assert spans[one][0]["sincePrecision"] == "ATTESTED"
        assert start <= spans[one][0]["since"] <= to


@pytest.mark.parametrize(("start", "to"), YEARS, ids=str)
def test_the_sample(sample: Graph, start: date, to: date) -> None:
    """Towns of today and of 2019, a village, a group that another grid took over."""
    past = Past.of(sample)
    for place in SAMPLE:
        rows = found(sample, place, start, to)
        assert {told(row) for row in rows} == changes(past, place, start, to), place
        lead_on(past, rows, place, start, to)
