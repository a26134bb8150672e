"""What a fact does to what is there: each row of the tables is (what is there, what comes, what remains)."""

from datetime import date
from typing import Any

import pytest

from wushe.graph import Fact, edge
from wushe.graph.merging import fresh, merged
from wushe.schema import FOREVER, Precision

OLD, MID, NEW = date(2020, 7, 1), date(2022, 7, 1), date(2024, 7, 1)
START, END = date(2019, 1, 1), date(2021, 1, 1)


def fact(attested: date, since: date | None = None, until: date = FOREVER) -> Fact:
    """One tie as a file of that day has it."""
    return edge("GUIDES", "org:a", "org:b", attested=attested, by=(f"load:{attested}#表!2",), since=since, until=until)


def after(*facts: Fact) -> dict[str, Any]:
    """What remains when they come in this order."""
    properties = fresh(facts[0])
    for following in facts[1:]:
        properties = merged(properties, following)
    return properties


@pytest.mark.parametrize(
    ("facts", "since", "until"),
    [
        ([fact(NEW), fact(OLD)], OLD, FOREVER),
        ([fact(OLD), fact(NEW)], OLD, FOREVER),
        ([fact(OLD), fact(NEW, since=START)], START, FOREVER),
        ([fact(NEW, since=START), fact(OLD)], START, FOREVER),
        ([fact(OLD, START), fact(NEW, START, END)], START, END),
        ([fact(OLD, START, END), fact(NEW)], START, FOREVER),
        ([fact(NEW), fact(OLD, START, END)], START, FOREVER),
        ([fact(OLD, START, END), fact(MID, START, MID)], START, MID),
        ([fact(OLD, START), fact(OLD, START, NEW)], START, NEW),
    ],
    ids=[
        "an older file moves an attested beginning back",
        "a newer one does not move it on",
        "a firm beginning beats an attested one",
        "and is not moved by one",
        "a newer file ends",
        "what a newer file still lists goes on",
        "an older file's end does not end what a newer one lists",
        "a newer end replaces an older one",
        "a file of the same day may end",
    ],
)
def test_dates(facts: list[Fact], since: date, until: date) -> None:
    """Beginnings and ends."""
    found = after(*facts)
    assert (found["since"], found["until"]) == (since, until)


def test_precision_follows_the_date() -> None:
    """The precision is that of the date that was kept."""
    assert after(fact(OLD), fact(NEW, START))["sincePrecision"] == Precision.DAY
    assert after(fact(NEW), fact(OLD))["sincePrecision"] == Precision.ATTESTED


def test_attestations_are_united_and_the_first_load_stays() -> None:
    """Both files stand behind it; the day of the last attestation is kept."""
    found = after(fact(NEW), fact(OLD))
    assert found["by"] == [f"load:{NEW}#表!2", f"load:{OLD}#表!2"]
    assert found["load"] == f"load:{NEW}"
    assert found["attestedOn"] == NEW
