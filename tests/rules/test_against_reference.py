"""What the rules find, in counties made by chance and in the sample, in whole and town by town, is what a slow reference works out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.disorder import COUNTY, DAYS, Disorder
from tests.rules.reference import REFERENCES, Asked
from tests.world import World
from wushe.graph import Graph
from wushe.queries.check import check

SEEDS = range(6)
PLACES = (COUNTY, f"{COUNTY}001", f"{COUNTY}101", f"{COUNTY}001001", f"{COUNTY}101200-G01")
SAMPLE = ("place:511903", "place:511903001", "place:511903001002", "place:511903001002-G01")
SAMPLE_DAYS = (date(2022, 8, 1), date(2024, 7, 15), date(2026, 1, 1))


def compare(graph: Graph, whole: World, place: str, day: date) -> Counter[str]:
    """How many subjects of each rule there are, in both alike."""
    rules = list(REFERENCES)
    checked = graph.read(lambda reader: check(reader, ["511903"], day, place=place, rules=rules), timeout=600)
    found: dict[str, set[str]] = {code: set() for code in REFERENCES}
    for finding in checked.findings:
        assert finding.id == f"gap:{finding.rule.code}:{finding.subject}"
        found[finding.rule.code].add(finding.subject)
    asked = Asked.of(whole, place, day)
    for code, reference in REFERENCES.items():
        expected = reference(asked)
        assert found[code] == expected, (code, place, day, found[code] ^ expected)
    return Counter({code: len(subjects) for code, subjects in found.items()})


def test_counties_made_by_chance(graph: Graph) -> None:
    """Every rule finds something somewhere, and never anything else than the reference."""
    counted: Counter[str] = Counter()
    for seed in SEEDS:
        graph.statement("MATCH (n) DETACH DELETE n")
        Disorder(seed).write(graph)
        whole = World.of(graph)
        for day in DAYS[1::4]:
            for place in PLACES:
                if place in whole.on(day).bodies:
                    counted += compare(graph, whole, place, day)
    assert {code for code, number in counted.items() if number} == set(REFERENCES), counted


@pytest.mark.parametrize("day", SAMPLE_DAYS, ids=str)
def test_the_sample(sample: Graph, day: date) -> None:
    """The same of the sample, which is in order but for what it does not have."""
    whole = World.of(sample)
    for place in SAMPLE:
        compare(sample, whole, place, day)
