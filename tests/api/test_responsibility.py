"""Who is responsible, over GraphQL; one day holds for everything below a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph, Reader
from wushe.settings import Settings

WHO = """
query Who($matter: String!, $place: String!, $asOf: Date) {
  whoIsResponsible(matter: $matter, place: $place, asOf: $asOf) {
    asOf gap gaps
    place { name since until ancestors { name } }
    responsible {
      role standIn status
      holder { name masked }
      body { name posts { totalCount edges { node { name tenures { edges { node { id person { name } until } } } } } } }
      contact { phone officePhone masked }
      provenance { source { title synthetic } sheet row load { state } }
    }
    escalation { axis holder { name } }
    why { text }
    finer { name }
  }
}
"""


def test_the_officer_answers_for_the_grid(ask: Ask) -> None:
    """Name, office line, masked mobile, and the row that says so."""
    answer = ask(WHO, matter="矛盾纠纷", place="登科寺01网格")["data"]["whoIsResponsible"]
    first = answer["responsible"][0]
    assert first["holder"] == {"name": "后某乙", "masked": False}
    assert first["contact"] == {"phone": "120****9637", "officePhone": t.LINE, "masked": True}
    assert {
        "source": {"title": "某某街道.xlsx", "synthetic": True},
        "sheet": "任职",
        "row": 7,
        "load": {"state": "ACTIVE"},
    } in first["provenance"]
    assert answer["asOf"] == "2024-07-15"
    assert any("后某乙" in reason["text"] for reason in answer["why"])
    assert not any("person:" in reason["text"] for reason in answer["why"])
    assert [place["name"] for place in answer["place"]["ancestors"]] == ["登科寺社区", "某某街道", "某某区"]


def test_the_day_reaches_every_field_below(ask: Ask) -> None:
    """On a day before the change the nested lists know the first officer only."""
    answer = ask(WHO, matter="矛盾纠纷", place=t.GRID, asOf="2023-12-31")["data"]["whoIsResponsible"]
    posts = {e["node"]["name"]: e["node"] for e in answer["responsible"][0]["body"]["posts"]["edges"]}
    held = [edge["node"] for edge in posts["专职网格员"]["tenures"]["edges"]]
    assert [(h["id"], h["person"]["name"], h["until"]) for h in held] == [(t.FIRST_TENURE, "前某甲", "2024-01-01")]
    assert answer["responsible"][0]["holder"]["name"] == "前某甲"


def test_a_vacancy_is_said_with_who_stands_in(ask: Ask) -> None:
    """The empty post comes first, then the head up the chain."""
    answer = ask(WHO, matter="矛盾纠纷", place=t.EMPTY_GRID)["data"]["whoIsResponsible"]
    assert answer["gap"] == "VACANT"
    assert answer["responsible"][0]["holder"] is None
    assert answer["responsible"][1]["standIn"] is True
    assert answer["responsible"][1]["holder"] == {"name": "书某丙", "masked": False}
    assert any("空缺" in reason["text"] for reason in answer["why"])


def test_the_machine_itself_sees_all(ask: Ask) -> None:
    """The command line shows whole numbers."""
    answer = ask(WHO, Viewer.LOCAL, matter="矛盾纠纷", place=t.GRID)["data"]["whoIsResponsible"]
    assert answer["responsible"][0]["contact"] == {"phone": t.MOBILES[1], "officePhone": t.LINE, "masked": False}


def test_nested_fields_are_read_together(
    sample: Graph, day_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of reads follows the depth of the question, not the length of its lists."""
    reads: list[int] = []
    read = Graph.read

    def counted(graph: Graph, work: Callable[[Reader], Any]) -> Any:
        reads.append(1)
        return read(graph, work)

    monkeypatch.setattr(Graph, "read", counted)
    document = """query L($first: Int) { node(id: "place:511903001") { ... on Place { children(first: $first) { totalCount edges { node {
      name ancestors { name } posts { edges { node { tenures { edges { node { person { name } provenance { source { title } } } } } } } }
      organizations { edges { node { name ties { edges { node { text } } } } } } } } } } } }"""
    counts = []
    for first in (2, 16):
        reads.clear()
        answer = execute(sample, day_settings, document, {"first": first}, Viewer.STRANGER)
        assert "errors" not in answer
        counts.append(len(reads))
    assert counts[1] <= counts[0] + 4


def test_a_question_in_plain_words(ask: Ask) -> None:
    """One clear reading: the answer, a line to read out, and the same question as GraphQL that runs."""
    document = """{ ask(question: "登科寺社区第1网格矛盾纠纷找谁") { text graphql readings { text } understood { intent }
      result { ... on Responsibility { responsible { holder { name } } } } } }"""
    answer = ask(document)["data"]["ask"]
    assert answer["text"].startswith(f"登科寺社区第1网格的矛盾纠纷由专职网格员后某乙负责，办公电话 {t.LINE}")
    assert answer["readings"] == []
    assert answer["result"]["responsible"][0]["holder"]["name"] == "后某乙"
    again = ask(answer["graphql"])
    assert again["data"]["whoIsResponsible"]["responsible"][0]["holder"]["name"] == "后某乙"


def test_a_question_that_may_mean_two_things(ask: Ask) -> None:
    """Two villages of one name: no answer, two readings."""
    document = '{ ask(question: "青龙村矛盾纠纷找谁") { result { __typename } readings { place { id } matter { name } } text } }'
    answer = ask(document)["data"]["ask"]
    assert answer["result"] is None
    assert {reading["place"]["id"] for reading in answer["readings"]} == {t.OTHER, t.TWIN}


def test_a_question_without_a_matter(ask: Ask) -> None:
    """What was understood, and what is missing."""
    answer = ask('{ ask(question: "登科寺社区") { result { __typename } text readings { text } } }')["data"]["ask"]
    assert answer["result"] is None
    assert "没有听出是什么事" in answer["text"]
    assert answer["readings"]
