"""What chains, rows of the five societies, linkages and interlocks cost the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.five import matrix
from wushe.queries.linkage import linkage
from wushe.queries.linkage.interlocks import interlocks
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
NEIGHBOUR = "post:place:511903001001-C01:good_neighbor"
FIRM = "org:property_firm:511903001002-E-登科华府:登科华府物业服务中心(样例)"
DEPARTMENT = "org:government_department:511903:巴中市恩阳区"
Question = Callable[[Reader], Any]


def linked(start: str, end: str) -> Question:
    """The three shortest paths between two nodes."""
    return lambda reader: linkage(reader, start, end, axes=None, hops=6, limit=3, as_of=DAY)


QUESTIONS: dict[str, tuple[Question, int]] = {
    "up from a grid": (lambda reader: chain_up(reader, f"{VILLAGE}-G01", None, 12, DAY), 1_600),
    "up from a committee": (lambda reader: chain_up(reader, OFFICE, None, 12, DAY), 1_400),
    "down from the district": (lambda reader: chain_down(reader, "place:511903", None, 12, DAY), 11_000),
    "five societies of a village": (lambda reader: matrix(reader, [VILLAGE], DAY), 2_200),
    "from a neighbour to the district": (linked(NEIGHBOUR, "org:party_committee:511903:中共巴中市恩阳区委员会"), 6_000),
    "from a department to a firm": (linked(f"{DEPARTMENT}住房和城乡建设局", FIRM), 1_300),
    "between the largest departments": (linked(f"{DEPARTMENT}市场监督管理局", f"{DEPARTMENT}农业农村局"), 1_000),
    "between two communities": (linked(VILLAGE, "place:511903001001"), 20_000),
    "what two communities share": (lambda reader: interlocks(reader, VILLAGE, "place:511903001008", DAY), 9_000),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, name: str) -> None:
    """All reads of one question together."""
    question, budget = QUESTIONS[name]
    assert sample
    answer, hits = profiled(endpoint, question)
    assert answer
    assert sum(hits.values()) <= budget, hits
