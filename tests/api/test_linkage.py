"""Linkage as GraphQL tells it: sentences, contacts, names that are masked, why there is no path, what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Question
from wushe.api.view import Viewer
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.queries.linkage import HUB
from wushe.schema import Axis
from wushe.settings import Settings

DOCUMENT = """
query Linkage($from: String!, $to: String!, $axes: [Axis!], $maxHops: Int! = 6, $limit: Int! = 3, $asOf: Date) {
  linkage(from: $from, to: $to, axes: $axes, maxHops: $maxHops, limit: $limit, asOf: $asOf) {
    from { id } to { id } searchedHops truncated reason
    paths {
      hops text
      steps {
        from { id } to { id } kind { code label } axis text since until
        contact { phone officePhone } provenance { source { title } row }
      }
    }
  }
}
"""


OFFICE = "org:residents_committee:511903001002:登科寺社区居民委员会"


@pytest.fixture
def linkage(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "linkage", DOCUMENT)


def texts(answer: dict[str, Any]) -> list[str]:
    """The lines of the paths."""
    return [path["text"] for path in answer["paths"]]


def test_from_a_neighbour_to_the_committee_of_the_district(linkage: Question) -> None:
    """Along the territory: cell, village, the Party organisation there, street, district; each with whom to call and why it is so."""
    found = linkage(**{"from": "新场社区第1好邻居片好邻居", "to": "恩阳区委", "axes": [Axis.BLOCK.value]})
    (path,) = found["paths"]
    assert path["text"] == (
        "好邻居设在新场社区第1好邻居片；新场社区第1好邻居片属于新场社区；新场社区党总支设在新场社区；"
        "登科街道党工委领导新场社区党总支；恩阳区委领导登科街道党工委。"
    )
    assert (path["hops"], found["searchedHops"], found["truncated"], found["reason"]) == (5, 5, False, None)
    assert [step["kind"]["code"] for step in path["steps"]] == ["IN", "PART_OF", "LOCATED_IN", "LEADS", "LEADS"]
    assert [step["axis"] for step in path["steps"]] == [None, *["BLOCK"] * 4]
    assert path["steps"][0]["contact"] is None, "a private citizen"
    assert all(step["contact"]["officePhone"] for step in path["steps"][1:])
    assert all(step["provenance"] and step["since"] for step in path["steps"])
    ends = [step[end]["id"] for step in path["steps"] for end in ("from", "to")]
    assert ends[1:-1:2] == ends[2::2]
    assert (ends[0], ends[-1]) == (found["from"]["id"], found["to"]["id"])


def test_what_few_others_hang_on_comes_first(linkage: Question) -> None:
    """A firm and its community: paths of the same length, and the same number of them again when more are wanted."""
    found = linkage(**{"from": "登科华府物业服务中心（样例）", "to": "登科寺社区", "limit": 10})
    assert "登科华府物业服务于登科华府；登科华府属于登科寺社区。" in texts(found)
    assert {path["hops"] for path in found["paths"]} == {2}
    assert (
        texts(linkage(**{"from": "登科华府物业服务中心（样例）", "to": "登科寺社区", "limit": 1})) == texts(found)[:1]
    )


def test_three_bodies_by_two_questions(linkage: Question) -> None:
    """A matter that takes the firm, the community's committee and the housing bureau: firm to committee, committee to bureau."""
    first = linkage(**{"from": "登科华府物业服务中心（样例）", "to": OFFICE})
    second = linkage(**{"from": OFFICE, "to": "区住建局"})
    assert texts(first) == ["登科寺社区居委会的共建单位有登科华府物业。"]
    assert "登科街道办指导登科寺社区居委会；登科街道办吹哨到住建局。" in texts(second)


def test_through_a_person(ask: Ask) -> None:
    """One person with two posts is one hop from each body; a post at an end is a hop of its own."""
    found = ask(DOCUMENT, **{"from": t.GRID, "to": t.PARTY})["data"]["linkage"]
    assert texts(found)[0] == "书某丙任登科寺社区第1网格网格长；书某丙任某某社区党委书记。"
    assert [path["hops"] for path in found["paths"]] == [2, 2]
    steps = found["paths"][0]["steps"]
    assert [(step["kind"]["code"], step["kind"]["label"]) for step in steps] == [("HOLDS", "任职")] * 2
    assert steps[1]["contact"] == {"phone": "120****9638", "officePhone": "0827-0286606"}
    posts = ask(DOCUMENT, **{"from": "登科寺社区第1网格网格长", "to": t.SECRETARY})["data"]["linkage"]
    assert texts(posts) == ["书某丙任登科寺社区第1网格网格长；书某丙任某某社区党委书记。"]
    assert [step["from"]["id"] for step in posts["paths"][0]["steps"]] == [t.HEAD, "person:head"]


def test_a_private_citizen_is_never_named_whole(ask: Ask) -> None:
    """Neither in a line, a step, a reason; the machine itself sees all."""
    for question in ({"from": "person:leader", "to": t.VILLAGE}, {"from": "person:leader", "to": "person:leader"}):
        told = json.dumps(ask(DOCUMENT, **question), ensure_ascii=False)
        assert "组**" in told
        assert "组某丁" not in told
        assert not any(mobile in told for mobile in t.MOBILES)
        assert "组某丁" in json.dumps(ask(DOCUMENT, Viewer.LOCAL, **question), ensure_ascii=False)


def test_lying_in_one_county_links_nobody(ask: Ask) -> None:
    """Two villages of two towns, and of one town: no path, which is an answer. To the town or the county itself there is one."""
    for other in (t.OTHER, t.TWIN):
        found = ask(DOCUMENT, **{"from": t.VILLAGE, "to": other})["data"]["linkage"]
        assert (found["paths"], found["truncated"], found["searchedHops"]) == ([], False, 6)
        assert found["reason"] == "登科寺社区到青龙村，6 步之内没有路径"
    assert texts(ask(DOCUMENT, **{"from": t.VILLAGE, "to": t.TOWN})["data"]["linkage"]) == ["登科寺社区属于某某街道。"]


def test_along_given_axes(ask: Ask) -> None:
    """Only steps of these axes; a person at an end still stands in the body."""
    joint = ask(DOCUMENT, **{"from": t.GRID, "to": t.PARTY, "axes": ["JOINT"], "maxHops": 2})["data"]["linkage"]
    assert (joint["paths"], joint["reason"]) == ([], "只走联，登科寺社区第1网格到某某社区党委，2 步之内没有路径")
    block = ask(DOCUMENT, **{"from": "person:head", "to": t.VILLAGE, "axes": ["BLOCK"]})["data"]["linkage"]
    assert {path["hops"] for path in block["paths"]} == {2}
    assert {step["axis"] for path in block["paths"] for step in path["steps"]} == {None, "BLOCK"}


def test_the_day(ask: Ask) -> None:
    """Nothing of another day; both ends must be there."""
    before = ask(DOCUMENT, **{"from": t.GRID, "to": t.PARTY, "asOf": "2019-01-01"})["data"]["linkage"]
    assert (before["paths"], before["searchedHops"]) == ([], 0)
    assert before["reason"] == "登科寺社区第1网格、某某社区党委在 2019-01-01 还没有，或已经没有"
    past = ask(DOCUMENT, **{"from": "person:first", "to": t.GRID, "asOf": "2023-12-31"})["data"]["linkage"]
    assert texts(past) == ["前某甲任登科寺社区第1网格专职网格员。"]
    assert past["paths"][0]["steps"][0]["until"] == "2024-01-01"
    assert ask(DOCUMENT, **{"from": "person:first", "to": t.GRID})["data"]["linkage"]["paths"] == []
    same = ask(DOCUMENT, **{"from": "登科寺社区", "to": t.VILLAGE})["data"]["linkage"]
    assert (same["paths"], same["reason"]) == ([], "起点和终点是同一个：登科寺社区")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"maxHops": 0}, "BAD_INPUT"),
        ({"maxHops": 7}, "BAD_INPUT"),
        ({"limit": 0}, "BAD_INPUT"),
        ({"limit": 11}, "BAD_INPUT"),
        ({"axes": []}, "BAD_INPUT"),
        ({"from": "没有这个单位"}, "NOT_FOUND"),
        ({"from": "没有这个单位书记"}, "NOT_FOUND"),
        ({"from": "person:nobody"}, "NOT_FOUND"),
        ({"to": "青龙村"}, "AMBIGUOUS"),
        ({"to": "青龙村书记"}, "AMBIGUOUS"),
    ],
)
def test_what_cannot_be_asked(ask: Ask, question: dict[str, Any], code: str) -> None:
    """No such end, two of them, too far, too many: an error that says so."""
    answer = ask(DOCUMENT, **{"from": t.VILLAGE, "to": t.TOWN, **question})
    assert answer["data"] == {"linkage": None}
    assert answer["errors"][0]["extensions"]["code"] == code


CHAIN = (t.VILLAGE, "org:centre:511903:1", "org:centre:511903:2", t.OTHER)


def hubs() -> Iterator[Fact]:
    """Two villages joined through two bodies that each have more than anybody could look through."""
    for hub in CHAIN[1:3]:
        yield node(
            "Organization",
            hub,
            {"kind": "centre", "name": hub, "county": "511903"},
            attested=t.DAY,
            since=t.DAY,
            by=t.BY,
        )
        for number in range(HUB):
            post = f"post:{hub}:{number}"
            yield node(
                "Post", post, {"kind": "other", "name": "岗", "county": "511903"}, attested=t.DAY, since=t.DAY, by=t.BY
            )
            yield edge("IN", post, hub, attested=t.DAY, since=t.DAY, by=t.BY)
    for one, other in pairwise(CHAIN):
        yield edge("SERVES", one, other, {"axis": "JOINT"}, attested=t.DAY, since=t.DAY, by=t.BY)


def test_hubs_are_not_looked_behind(town: Graph, ask: Ask) -> None:
    """What was left out is said, and what is found all the same is so."""
    record = LoadRecord("load:hubs", "source:hubs", "hubs.csv", "1", date(2024, 7, 15), county="511903")
    write_load(town, record, lambda _: list(hubs()))
    far = ask(DOCUMENT, **{"from": t.VILLAGE, "to": t.OTHER, "axes": ["JOINT"]})["data"]["linkage"]
    assert (far["paths"], far["truncated"], far["searchedHops"]) == ([], True, 2)
    assert far["reason"] == "只走联，经过的单位关系太多，只看全了 2 步之内，没有找到路径；可以用 axes 缩小范围"
    near = ask(DOCUMENT, **{"from": t.VILLAGE, "to": CHAIN[2], "axes": ["JOINT"]})["data"]["linkage"]
    assert [path["hops"] for path in near["paths"]] == [2]
