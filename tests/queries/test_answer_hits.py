"""What chains, rows of the five societies and texts of every kind cost the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from tests.profiling import profiled
from tests.queries.test_hits import neighbours  # noqa: F401 - the fixture
from wushe.graph import Graph, Reader
from wushe.queries.ask import understand
from wushe.queries.chain import chain_down, chain_up
from wushe.queries.five import matrix
from wushe.queries.matches import MatchHow, Scope
from wushe.queries.resolve import resolve
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
VILLAGE, OFFICE = "place:511903001002", "org:residents_committee:511903001002:登科寺社区居民委员会"
SCOPE = Scope(("511903",), DAY)
TEXTS = {
    "place:511903001002-G01": MatchHow.ID,
    "511903001002": MatchHow.CODE,
    "511903001000": MatchHow.CODE,
    "11511903MB8530444R": MatchHow.CODE,
    "登科寺社区居民委员会": MatchHow.FULL_NAME,
    "中共登科街道登科寺社区委员会": MatchHow.FULL_NAME,
    "登科寺社区": MatchHow.SHORT_NAME,
    "青龙村": MatchHow.SHORT_NAME,
    "登科寺社区第一网格": MatchHow.SHORT_NAME,
    "四川省巴中市恩阳区登科街道登科寺社区第1网格": MatchHow.SHORT_NAME,
    "路灯不亮": MatchHow.ALIAS,
    "青木镇": MatchHow.SHORT_NAME,
    "登科居委会": MatchHow.OLD_NAME,
    "登科路12号": MatchHow.ALIAS,
    "登科街道登科路旁边": MatchHow.ALIAS,
    "登科华府3幢2单元501室": MatchHow.SHORT_NAME,
    "登科路500号": MatchHow.SUGGESTION,
    "dengkesishequ": MatchHow.PINYIN,
    "qinglong": MatchHow.PINYIN,
    "dks": MatchHow.INITIALS,
    "qlc": MatchHow.INITIALS,
    "登可寺社区": MatchHow.SUGGESTION,
    "等科司": MatchHow.SUGGESTION,
    "登科司": MatchHow.SUGGESTION,
    "青农村": MatchHow.SUGGESTION,
    "龙青村": MatchHow.SUGGESTION,
    "红岩把社区": MatchHow.SUGGESTION,
    "登科寺社区第99网格": MatchHow.SUGGESTION,
}
"""A text of every tier, and how it is found."""
Question = Callable[[Reader], Any]
QUESTIONS: dict[str, tuple[Question, int]] = {
    "up from a grid": (lambda reader: chain_up(reader, f"{VILLAGE}-G01", None, 12, DAY), 1_600),
    "up from a committee": (lambda reader: chain_up(reader, OFFICE, None, 12, DAY), 1_400),
    "down from the district": (lambda reader: chain_down(reader, "place:511903", None, 12, DAY), 11_000),
    "an address in a sentence": (
        lambda reader: understand(reader, "登科街道登科路12号旁边噪声扰民归谁管", SCOPE),
        1_500,
    ),
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


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_resolved_within_its_budget(sample: Graph, endpoint: Endpoint, text: str) -> None:
    """Of every tier, with breadcrumbs: names, codes, addresses, letters and suggestions, of places and organisations."""
    found, hits = profiled(endpoint, lambda reader: resolve(reader, text, SCOPE, limit=5))
    assert sample
    assert [match.how for match in found[:1]] == [TEXTS[text]]
    assert all(match.path for match in found)
    assert sum(hits.values()) < 300, hits


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
