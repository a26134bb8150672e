"""What the questions cost the store beside the main one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.five import matrix
from wushe.queries.responsibility import coverage
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
DISPUTES, STREET = "matter:03", "place:511903001"
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
