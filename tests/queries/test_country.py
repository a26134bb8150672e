"""The questions with the whole country's divisions beside the sample: `make bench`."""

import pytest

from tests.profiling import profiled
from tests.queries import test_answer_hits as others
from tests.queries.test_hits import QUESTIONS, ask
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_country
from wushe.settings import Endpoint

pytestmark = pytest.mark.bench


def test_the_whole_country_beside_it_costs_nothing(sample: Graph, endpoint: Endpoint) -> None:
    """Hits alone and with 665,276 places beside it, printed and within a fifth of each other."""
    alone = [ask(endpoint, *question) for question in QUESTIONS]
    told = {name: profiled(endpoint, question)[1] for name, (question, _) in others.QUESTIONS.items()}
    init_country(sample)
    for (matter, place), (answer, hits) in zip(QUESTIONS, alone, strict=True):
        again, now = ask(endpoint, matter, place)
        before, after = sum(hits.values()), sum(now.values())
        print(f"{matter} {place}: {before} -> {after}")  # noqa: T201 - the benchmark's table
        assert [r.post for r in again.responsible] == [r.post for r in answer.responsible]
        assert after <= 1.2 * before, (hits, now)
    for name, hits in told.items():
        now = profiled(endpoint, others.QUESTIONS[name][0])[1]
        print(f"{name}: {sum(hits.values())} -> {sum(now.values())}")  # noqa: T201 - the benchmark's table
        assert sum(now.values()) <= 1.2 * sum(hits.values()), (hits, now)
    sample.statement("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
