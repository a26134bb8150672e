"""A whistle as GraphQL tells it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Ask, Question
from wushe.graph import Graph
from wushe.settings import Settings

DOCUMENT = """
query Whistle($place: String!, $matter: String!, $asOf: Date) {
  whistle(place: $place, matter: $matter, asOf: $asOf) {
    place { name } matter { name } why { text provenance { row source { title } } }
    mustReport { role axis standIn body { name } post { name } holder { name } contact { phone officePhone masked }
      duty { timeLimitHours basis } provenance { row } }
  }
}
"""


@pytest.fixture
def blown(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "whistle", DOCUMENT)


def test_noise_in_a_street(blown: Question) -> None:
    """Who must report, who there, within what time, and why."""
    answer: dict[str, Any] = blown(place="登科街道", matter="太吵")
    assert (answer["place"]["name"], answer["matter"]["name"]) == ("登科街道", "噪声扰民")
    first, *others = answer["mustReport"]
    assert (first["role"], first["duty"]["timeLimitHours"]) == ("LEAD", 4)
    assert "公安" in first["body"]["name"]
    assert first["contact"]
    assert next(one["body"]["name"] for one in others if one["axis"] == "LINE").endswith("派出所")
    assert first["provenance"]
    assert answer["why"][1]["provenance"]
    assert blown(place="登科寺社区", matter="太吵")["mustReport"] == answer["mustReport"]


def test_a_county_does_not_whistle(ask: Ask) -> None:
    """It is asked for a town."""
    (error,) = ask('{ whistle(place: "511903", matter: "矛盾纠纷") { place { id } } }')["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert "镇街" in error["message"]


def test_nobody_must_report(ask: Ask) -> None:
    """In a town whose duties are all its own it is said."""
    answer = ask('{ whistle(place: "511903001", matter: "矛盾纠纷") { mustReport { role } why { text } } }')["data"][
        "whistle"
    ]
    assert answer["mustReport"] == []
    assert "没有规定" in answer["why"][-1]["text"]
