"""Where to ask more closely: what it finds, and that a county with many places below its villages costs no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.profiling import profiled
from wushe.graph import Fact, Graph, LoadRecord, Reader, edge, node, write_load
from wushe.loaders.divisions import init_county
from wushe.queries.county_divisions import county_divisions
from wushe.queries.finer_places import finer_places
from wushe.schema import FOREVER
from wushe.settings import Endpoint

DAY, LATER = date(2024, 7, 15), date(2024, 8, 1)
COUNTY, TOWN, VILLAGE = "place:511903", "place:511903001", "place:511903001002"
BY = ("load:grids#!1",)
BUDGET = 30_000
"""Hits for the 200 of a whole county: each goes up three steps to it, out of places with many parts."""


def below(village: str, kind: str, mark: str) -> list[Fact]:
    """A place of a kind in a village."""
    identifier = f"{village}-{mark}"
    properties = {"kind": kind, "name": mark, "county": "511903"}
    return [
        node("Place", identifier, properties, attested=DAY, by=BY),
        edge("PART_OF", identifier, village, attested=DAY, by=BY),
    ]


def write(graph: Graph, name: str, facts: Iterable[Fact]) -> None:
    record = LoadRecord(id=f"load:{name}", source="source:grids", title="grids", sha256="0", as_of=DAY)
    write_load(graph, record, lambda _: list(facts))


@pytest.fixture
def county(graph: Graph) -> Graph:
    """A real county with two grids in each village, one of a village covering a group of it."""
    init_county(graph, "511903")
    rows = graph.read(lambda reader: county_divisions(reader, ["511903"], ["village"]))
    villages = [row.id for row in rows if row.until == FOREVER]
    facts = [fact for village in villages for mark in ("G01", "G02") for fact in below(village, "grid", mark)]
    facts += below(VILLAGE, "group", "Z01")
    facts.append(edge("COVERS", f"{VILLAGE}-G02", f"{VILLAGE}-Z01", attested=DAY, by=BY))
    write(graph, "grids", facts)
    return graph


def finer(graph: Graph, place: str, *kinds: str, day: date = LATER) -> list[str]:
    return graph.read(lambda reader: finer_places(reader, place, kinds, day))


def test_what_lies_below_or_is_covered(county: Graph) -> None:
    """Of the kinds asked for, on the day, and never the place itself or a neighbour whose id begins like its own."""
    assert finer(county, VILLAGE, "grid") == [f"{VILLAGE}-G01", f"{VILLAGE}-G02"]
    assert finer(county, VILLAGE, "grid", "group", "village") == [f"{VILLAGE}-G01", f"{VILLAGE}-G02", f"{VILLAGE}-Z01"]
    assert finer(county, f"{VILLAGE}-G02", "group") == [f"{VILLAGE}-Z01"]
    assert finer(county, VILLAGE, "grid", day=DAY.replace(year=2023)) == []
    assert len(finer(county, TOWN, "village")) == 16
    assert finer(county, "place:511903104", "village") == []
    write(county, "more", below(VILLAGE, "group", "G010"))
    assert finer(county, f"{VILLAGE}-G01", "group") == []


@pytest.mark.parametrize("place", ["place:51", COUNTY])
@pytest.mark.parametrize("kind", ["village", "grid"])
def test_a_whole_county_is_not_walked(county: Graph, endpoint: Endpoint, place: str, kind: str) -> None:
    """The first 200, at the price of the first 200: not of the places of other kinds, nor of other counties."""

    def work(reader: Reader) -> list[str]:
        return finer_places(reader, place, [kind], LATER)

    found, alone = profiled(endpoint, work)
    assert len(found) == 200
    assert found == sorted(found)
    assert sum(alone.values()) <= BUDGET, alone
    init_county(county, "511902")
    write(county, "cells", [f for i in range(2000) for f in below(VILLAGE, "cell", f"C{i:04}")])
    again, crowded = profiled(endpoint, work)
    assert sum(crowded.values()) <= 1.2 * sum(alone.values()), (alone, crowded)
    assert len(again) == 200
