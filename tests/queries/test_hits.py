"""What the main question costs the store, and that it does not grow with what lies outside it."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

import pytest

from tests.profiling import profiled
from tests.queries.questions import WHO, WHO_BUDGET, who
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.queries.responsibility import Responsibility
from wushe.settings import Endpoint

ELSEWHERE = ["511902", "511921", "511922", "511923", "441900"]


def ask(endpoint: Endpoint, matter: str, place: str) -> tuple[Responsibility, Counter[str]]:
    """One question under PROFILE."""
    return profiled(endpoint, partial(who, matter=matter, place=place))


@pytest.mark.parametrize(("matter", "place"), WHO)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, matter: str, place: str) -> None:
    """All reads of one question together, names included."""
    answer, hits = ask(endpoint, matter, place)
    assert answer.responsible
    assert sum(hits.values()) <= WHO_BUDGET, hits


@pytest.fixture
def neighbours(sample: Graph) -> Iterator[Graph]:
    """The sample with other counties beside it, which later tests must not see."""
    for code in ELSEWHERE:
        init_county(sample, code)
    yield sample
    sample.statement("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def test_other_counties_beside_it_cost_nothing(
    sample: Graph, endpoint: Endpoint, request: pytest.FixtureRequest
) -> None:
    """The same answers for the same price, within a fifth."""
    alone = [ask(endpoint, *question) for question in WHO]
    request.getfixturevalue("neighbours")
    for (matter, place), (answer, hits) in zip(WHO, alone, strict=True):
        again, now = ask(endpoint, matter, place)
        assert [r.post for r in again.responsible] == [r.post for r in answer.responsible]
        assert sum(now.values()) <= 1.2 * sum(hits.values()), (hits, now)
