"""What the rules find, in counties made by chance and in the sample, in whole and town by town, is what a slow reference works out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.api import town as t
from tests.disorder import COUNTY, DAYS, Disorder
from tests.rules.reference import REFERENCES, Asked
from tests.time import district
from tests.world import World
from wushe.graph import Graph, LoadRecord, edge, node, write_load
from wushe.queries.check import check
from wushe.queries.responsibility import who_is_responsible
from wushe.schema.ids import duty_id

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


@pytest.mark.parametrize(
    ("level", "kind", "able"),
    [("grid", "grid_officer", True), ("village", "secretary", True), ("grid", "good_neighbor", False)],
)
def test_a_duty_within_an_estate(graph: Graph, level: str, kind: str, able: bool) -> None:
    """Its grid carries it out, or the village that it lies in: as `whoIsResponsible` says of the estate."""
    district.build(graph)
    duty = duty_id(t.LAMP, "LEAD", f"{level}:{kind}", district.ESTATE)
    line = {
        "role": "LEAD",
        "within": district.ESTATE,
        "matter": t.LAMP,
        "bearerKind": kind,
        "level": level,
        "county": "511903",
    }
    facts = [
        node("Duty", duty, line, **district.when()),
        edge("FOR", duty, t.LAMP, **district.when()),
        edge("WITHIN", duty, district.ESTATE, **district.when()),
    ]
    record = LoadRecord("load:duty", "source:duty", "清单.xlsx", "1", t.DAY, county="511903", synthetic=True)
    write_load(graph, record, lambda _: facts)
    checked = graph.read(lambda reader: check(reader, ["511903"], district.DAY, rules=["impossible_duty"]))
    answer = graph.read(lambda reader: who_is_responsible(reader, t.LAMP, district.ESTATE, district.DAY))
    assert (duty not in {finding.subject for finding in checked.findings}) is able
    assert (duty in {step.duty for step in answer.responsible}) is able
