"""What the rules cost the store: no more than what the county holds, whatever lies beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from tests.profiling import profiled
from wushe.graph import Graph
from wushe.loaders.divisions import init_county
from wushe.queries.check import check
from wushe.schema import schema
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
EACH = 32
"""Hits of any one rule for each place, organisation and post of the county."""
ELSEWHERE = ["511902", "511921", "511922"]
HELD = "MATCH (n) WHERE (n:Body OR n:Post) AND n.county = '511903' RETURN count(n) AS number"


def costs(endpoint: Endpoint) -> Counter[str]:
    """The hits of each rule of the graph."""
    codes = [rule.code for rule in schema().rules.values() if rule.of == "graph"]
    hits = profiled(endpoint, lambda reader: check(reader, ["511903"], DAY, rules=codes))[1]
    return Counter({name: number for name, number in hits.items() if name.startswith("rules/")})


@pytest.fixture
def neighbours(sample: Graph) -> Iterator[Graph]:
    """The sample with other counties beside it, which later tests must not see."""
    for code in ELSEWHERE:
        init_county(sample, code)
    yield sample
    sample.statement("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def test_a_rule_costs_what_its_county_holds(sample: Graph, endpoint: Endpoint, request: pytest.FixtureRequest) -> None:
    """Within a budget for each thing of the county; three counties more cost nothing, within a tenth."""
    held = sample.read(lambda reader: reader.run(HELD))[0]["number"]
    alone = costs(endpoint)
    assert len(alone) == len([rule for rule in schema().rules.values() if rule.of == "graph"])
    assert max(alone.values()) <= EACH * held, (alone, held)
    request.getfixturevalue("neighbours")
    assert sum(costs(endpoint).values()) <= 1.1 * sum(alone.values())
