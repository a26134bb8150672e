"""What the questions cost the store beside the main one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.contacts.bearing import posts_bearing
from wushe.queries.contacts.contacts_by_id import contacts_by_id
from wushe.queries.contacts.contacts_by_kind import contacts_by_kind
from wushe.queries.contacts.contacts_within import contacts_within
from wushe.queries.contacts.posts_reached import posts_reached
from wushe.queries.five import matrix
from wushe.queries.lists.ground import ground
from wushe.queries.responsibility import coverage
from wushe.queries.whistle import whistle
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
DISPUTES, STREET, DISTRICT = "matter:03", "place:511903001", "place:511903"
ENTRIES: dict[str, Any] = {
    "kinds": None,
    "text": None,
    "hidden": None,
    "open": None,
    "today": DAY,
    "after": None,
    "limit": 21,
    "as_of": DAY,
}
GRIDS = "MATCH (g:Place {kind: 'grid'}) WHERE g.id STARTS WITH $town RETURN g.id AS id ORDER BY id"
Question = Callable[[Reader], Any]


def grids(reader: Reader) -> list[str]:
    """The grids of the sample's first town, in one range of the index."""
    return [row["id"] for row in reader.run(GRIDS, town=STREET)]


QUESTIONS: dict[str, tuple[Question, int]] = {
    "up from a grid": (lambda reader: chain_up(reader, f"{VILLAGE}-G01", None, 12, DAY), 1_600),
    "up from a committee": (lambda reader: chain_up(reader, OFFICE, None, 12, DAY), 1_400),
    "down from the district": (lambda reader: chain_down(reader, "place:511903", None, 12, DAY), 11_000),
    "who answers in one grid": (lambda reader: coverage(reader, DISPUTES, [f"{VILLAGE}-G01"], DAY), 1_200),
    "who answers in each grid of a street": (lambda reader: coverage(reader, DISPUTES, grids(reader), DAY), 9_000),
    "who must report to a street": (lambda reader: whistle(reader, "matter:040101", STREET, DAY).must_report, 6_000),
    "contacts of a village": (lambda reader: contacts_within(reader, [VILLAGE], deep=True, **ENTRIES), 8_000),
    "secretaries of a street": (
        lambda reader: contacts_within(reader, [STREET], deep=True, **ENTRIES | {"kinds": ("secretary",)}),
        40_000,
    ),
    "secretaries of the district": (
        lambda reader: contacts_by_kind(reader, [DISTRICT], counties=["511903"], **ENTRIES | {"kinds": ("secretary",)}),
        2_400,
    ),
    "contacts of the district": (
        lambda reader: contacts_by_id(
            reader, [DISTRICT], counties=["511903"], **{name: ENTRIES[name] for name in ENTRIES if name != "kinds"}
        ),
        3_000,
    ),
    "who answers for a matter in a street": (
        lambda reader: posts_bearing(reader, DISPUTES, ground(STREET, ["511903"]), DAY),
        9_000,
    ),
    "whose line it is": (lambda reader: posts_reached(reader, ["0827-0982739"], DAY), 40),
    "five societies of a village": (lambda reader: matrix(reader, [VILLAGE], DAY), 2_200),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, name: str) -> None:
    """All reads of one question together."""
    question, budget = QUESTIONS[name]
    assert sample
    answer, hits = profiled(endpoint, question)
    assert answer
    assert sum(hits.values()) <= budget, hits
