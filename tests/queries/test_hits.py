"""What the main question costs the store, and that it does not grow with what lies outside it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.loaders.divisions.load import init_county
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.responsibility import Responsibility, who_is_responsible
from wushe.settings import Endpoint

BUDGET = 2000
"""A community with a Party committee, its branches and some thirty other bodies costs most: who heads it is looked for."""
QUESTIONS = [
    ("矛盾纠纷", "登科寺社区第1网格"),
    ("路灯不亮", "登科寺社区"),
    ("矛盾纠纷", "古溪社区第1网格"),
    ("噪声扰民", "登科街道"),
]
ELSEWHERE = ["511902", "511921", "511922", "511923", "441900"]


def ask(endpoint: Endpoint, matter: str, place: str) -> tuple[Responsibility, Counter[str]]:
    """One question as the API asks it, under PROFILE."""
    scope = Scope(("511903",), date(2024, 8, 1))

    def work(reader: Reader) -> Responsibility:
        where = resolve_one(reader, place, scope, types=("Place",), noun="地点")
        what = resolve_one(reader, matter, scope, types=("Matter",), noun="事项")
        return who_is_responsible(reader, what.id, where.id, scope.as_of)

    return profiled(endpoint, work)


@pytest.mark.parametrize(("matter", "place"), QUESTIONS)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, matter: str, place: str) -> None:
    """All reads of one question together, names included."""
    answer, hits = ask(endpoint, matter, place)
    assert answer.responsible
    assert sum(hits.values()) <= BUDGET, hits


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
    alone = [ask(endpoint, *question) for question in QUESTIONS]
    request.getfixturevalue("neighbours")
    for (matter, place), (answer, hits) in zip(QUESTIONS, alone, strict=True):
        again, now = ask(endpoint, matter, place)
        assert [r.post for r in again.responsible] == [r.post for r in answer.responsible]
        assert sum(now.values()) <= 1.2 * sum(hits.values()), (hits, now)
