"""What the questions cost the store beside the main one."""

from __future__ import annotations

from functools import partial

import pytest

from tests.profiling import profiled
from tests.queries.questions import QUESTIONS, SCOPE, TEXT_BUDGET, TEXTS
from tests.queries.test_hits import neighbours  # noqa: F401 - the fixture
from wushe.graph import Graph
from wushe.queries.resolve import resolve
from wushe.settings import Endpoint


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_stays_within_its_budget(sample: Graph, endpoint: Endpoint, name: str) -> None:
    """All reads of one question together."""
    question, budget = QUESTIONS[name]
    assert sample
    answer, hits = profiled(endpoint, question)
    assert answer
    assert sum(hits.values()) <= budget, hits


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_resolved_within_its_budget(sample: Graph, endpoint: Endpoint, text: str) -> None:
    """Of every tier, with breadcrumbs: names, codes, addresses, letters and suggestions, of places and organisations."""
    found, hits = profiled(endpoint, lambda reader: resolve(reader, text, SCOPE, limit=5))
    assert sample
    assert [match.how for match in found[:1]] == [TEXTS[text]]
    assert all(match.path for match in found)
    assert sum(hits.values()) < TEXT_BUDGET, hits


def test_texts_cost_no_more_beside_other_counties(
    sample: Graph, endpoint: Endpoint, request: pytest.FixtureRequest
) -> None:
    """Every tier costs the same, and finds the same, within a fifth: what is outside the scope is not looked at."""
    assert sample

    def ask() -> dict[str, tuple[list[str], int]]:
        asked = {text: profiled(endpoint, partial(resolve, text=text, scope=SCOPE, limit=5)) for text in TEXTS}
        return {text: ([match.id for match in found], sum(hits.values())) for text, (found, hits) in asked.items()}

    alone = ask()
    request.getfixturevalue("neighbours")
    for text, (ids, hits) in ask().items():
        assert ids[:1] == alone[text][0][:1], text
        assert hits <= 1.2 * alone[text][1], text
