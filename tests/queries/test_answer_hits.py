"""What chains, rows of the five societies, rules and changes cost the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.changes import changes
from wushe.queries.check import check
from wushe.queries.five import matrix
from wushe.schema import schema
from wushe.settings import Endpoint

DAY, YEAR = date(2024, 8, 1), date(2023, 8, 1)
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
Question = Callable[[Reader], Any]
QUESTIONS: dict[str, tuple[Question, int]] = {
    "up from a grid": (lambda reader: chain_up(reader, f"{VILLAGE}-G01", None, 12, DAY), 1_600),
    "up from a committee": (lambda reader: chain_up(reader, OFFICE, None, 12, DAY), 1_400),
    "down from the district": (lambda reader: chain_down(reader, "place:511903", None, 12, DAY), 11_000),
    "five societies of a village": (lambda reader: matrix(reader, [VILLAGE], DAY), 2_200),
    "rules of a town": (lambda reader: rules(reader, "place:511903001"), 400_000),
    "rules of a grid": (lambda reader: rules(reader, f"{VILLAGE}-G01"), 2_500),
    "changes of a village in a year": (lambda reader: changes(reader, VILLAGE, YEAR, DAY), 30_000),
    "changes of a town that is no more": (
        lambda reader: changes(reader, "place:511903104", date(2019, 1, 1), DAY),
        6_000,
    ),
}


def rules(reader: Reader, place: str) -> Any:
    """All rules but the comparison of figures, which are of the county."""
    codes = [rule.code for rule in schema().rules.values() if rule.of != "figures"]
    return check(reader, ["511903"], DAY, place=place, rules=codes)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, name: str) -> None:
    """All reads of one question together."""
    question, budget = QUESTIONS[name]
    assert sample
    answer, hits = profiled(endpoint, question)
    assert answer
    assert sum(hits.values()) <= budget, hits
