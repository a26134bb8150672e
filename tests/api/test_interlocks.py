"""Interlocks as GraphQL tells them: what two communities share, who holds posts in two bodies, whose names are masked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Question
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.settings import Settings

DOCUMENT = """
query Interlocks($from: String!, $to: String!, $asOf: Date) {
  interlocks(from: $from, to: $to, asOf: $asOf) {
    from { name } to { name } truncated
    people { person { id name } fromTenures { post { name body { name } } } toTenures { post { name body { name } } } }
    jointBodies { body { name } fromTies { kind { code } from { name } } toTies { kind { code } from { name } } }
    sharedBodies { body { name kind { code } } fromTies { text } toTies { text provenance { row } } }
  }
}
"""


@pytest.fixture
def interlocks(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "interlocks", DOCUMENT)


def test_two_members_of_one_joint_body(interlocks: Question) -> None:
    """A firm and a committee that sit in the joint meeting of their community."""
    found = interlocks(
        **{"from": "登科华府物业服务中心（样例）", "to": "org:residents_committee:511903001002:登科寺社区居民委员会"}
    )
    assert (found["from"]["name"], found["to"]["name"]) == ("登科华府物业服务中心（样例）", "登科寺社区居民委员会")
    (joint,) = [one for one in found["jointBodies"] if one["body"]["name"] == "登科寺社区党建联席会议"]
    assert joint["fromTies"] == [{"kind": {"code": "MEMBER_OF"}, "from": {"name": "登科华府物业服务中心（样例）"}}]
    assert joint["toTies"] == [{"kind": {"code": "MEMBER_OF"}, "from": {"name": "登科寺社区居民委员会"}}]
    assert found["truncated"] is False


CENTRE, ABROAD = "org:social_organization:511903001002:邻里中心", "org:charity_fund:511903:善款"


def societies() -> Iterator[Fact]:
    """An organisation of one village that serves two until it changes, and a fund that pays for it and for the other village."""
    for body in (CENTRE, ABROAD):
        properties = {"kind": body.split(":")[1], "name": body.rpartition(":")[2], "county": "511903"}
        yield node("Organization", body, properties, attested=t.DAY, since=t.DAY, by=t.BY)
    located = {"place": t.VILLAGE, "kind": "social_organization"}
    yield edge("LOCATED_IN", CENTRE, t.VILLAGE, located, attested=t.DAY, since=t.DAY, by=t.BY)
    for kind, one, other, until in (
        ("SERVES", CENTRE, t.VILLAGE, date.max),
        ("SERVES", CENTRE, t.OTHER, t.CHANGED),
        ("FUNDS", ABROAD, CENTRE, date.max),
        ("FUNDS", ABROAD, t.OTHER, date.max),
    ):
        yield edge(kind, one, other, {"axis": "JOINT"}, attested=t.DAY, since=t.DAY, until=until, by=t.BY)


def test_what_two_communities_share(town: Graph, ask: Ask) -> None:
    """What is located in the one and serves both, and what pays for something in each; with their ties, of the day."""
    record = LoadRecord("load:shared", "source:shared", "五社.csv", "1", t.TODAY, county="511903")
    write_load(town, record, lambda _: list(societies()))
    question = {"from": t.VILLAGE, "to": t.OTHER}
    before = ask(DOCUMENT, **question, asOf="2023-12-31")["data"]["interlocks"]
    told = {one["body"]["name"]: one for one in before["sharedBodies"]}
    assert set(told) == {"邻里中心", "善款"}
    assert [tie["text"] for tie in told["邻里中心"]["fromTies"]] == ["邻里中心服务于登科寺社区"]
    assert [tie["text"] for tie in told["邻里中心"]["toTies"]] == ["邻里中心服务于青龙村"]
    assert all(tie["provenance"] for tie in told["善款"]["toTies"])
    after = ask(DOCUMENT, **question)["data"]["interlocks"]
    assert [one["body"]["name"] for one in after["sharedBodies"]] == ["善款"]


def test_a_person_with_posts_on_both_sides(ask: Ask) -> None:
    """With the posts of each side; on another day another person, or nobody."""
    found = ask(DOCUMENT, **{"from": t.GRID, "to": t.PARTY})["data"]["interlocks"]
    (shared,) = found["people"]
    assert shared["person"] == {"id": "person:head", "name": "书某丙"}
    assert shared["fromTenures"] == [{"post": {"name": "网格长", "body": {"name": "登科寺社区第1网格"}}}]
    assert shared["toTenures"] == [{"post": {"name": "书记", "body": {"name": "某某社区党委"}}}]
    assert (found["jointBodies"], found["sharedBodies"]) == ([], [])
    whole = ask(DOCUMENT, **{"from": t.GRID, "to": t.VILLAGE})["data"]["interlocks"]
    assert [one["person"]["id"] for one in whole["people"]] == ["person:head"], "the Party committee is of the village"
    before = ask(DOCUMENT, **{"from": t.GRID, "to": t.PARTY, "asOf": "2019-01-01"})["data"]["interlocks"]
    assert before["people"] == []
    assert not any(mobile in json.dumps(found, ensure_ascii=False) for mobile in t.MOBILES)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"to": t.GRID}, "BAD_INPUT"),
        ({"to": "没有这个单位"}, "NOT_FOUND"),
        ({"to": "青龙村"}, "AMBIGUOUS"),
        ({"to": t.HEAD}, "NOT_FOUND"),
    ],
)
def test_what_cannot_be_asked(ask: Ask, question: dict[str, Any], code: str) -> None:
    """One and the same, nobody, two of a name, a post: an error that says so."""
    answer = ask(DOCUMENT, **{"from": t.GRID, **question})
    assert answer["data"] == {"interlocks": None}
    assert answer["errors"][0]["extensions"]["code"] == code
