"""Chains as GraphQL tells them: from a neighbour's cell to the district, two leaders, breaks, levels, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.api.conftest import Ask, Question
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import Axis
from wushe.settings import Settings

DOCUMENT = """
query Chain($body: String!, $direction: Direction! = UP, $axis: Axis, $maxDepth: Int! = 12, $asOf: Date) {
  chain(body: $body, direction: $direction, axis: $axis, maxDepth: $maxDepth, asOf: $asOf) {
    depth parent axis primary broken
    body { id name kind { code } }
    tie { kind { code } text provenance { source { title } row } }
    head { post { name } holder { name } contact { officePhone } provenance { row } }
  }
}
"""
Steps = list[dict[str, Any]]


@pytest.fixture
def chain(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "chain", DOCUMENT)


def names(steps: Steps) -> list[str]:
    """The names of the bodies."""
    return [step["body"]["name"] for step in steps]


def by_name(steps: Steps, name: str) -> dict[str, Any]:
    """The step of one body."""
    (step,) = [step for step in steps if step["body"]["name"] == name]
    return step


def test_from_a_neighbour_to_the_district(chain: Question) -> None:
    """The grid, the village, the town and the district, and the Party organisation at each, each with who heads it."""
    steps = chain(body="新场社区第1好邻居片")
    found = names(steps)
    for name in ("新场社区第1网格", "新场社区", "登科街道", "恩阳区", "四川省", "中共巴中市恩阳区委员会"):
        assert name in found
    leader = by_name(steps, "中共登科街道新场社区总支部委员会")
    assert (leader["parent"], leader["axis"], leader["broken"]) == ("place:511903001001", "BLOCK", False)
    assert (leader["head"]["post"]["name"], leader["head"]["holder"]["name"]) == ("书记", "周丽娟")
    assert by_name(steps, "新场社区第1好邻居片")["head"]["holder"]["name"] == "姜**"
    assert not [step for step in steps if step["broken"]]


def test_nobody_heads_a_place_before_it_is_known_who(chain: Question) -> None:
    """Posts that only a later file attests are not told as vacant."""
    steps = chain(body="新场社区第1好邻居片", asOf="2024-07-01")
    heads = [step["head"] for step in steps if step["head"]]
    assert heads
    assert all(head["holder"] or head["post"] for head in heads)
    early = chain(body="登科街道", asOf="2016-08-01")
    assert [step["head"] for step in early] == [None] * len(early)


def test_leads_and_guides_are_told_apart(chain: Question) -> None:
    """A women's federation: led by the Party here, guided by the federation above; each along its own axis."""
    steps = chain(body="新场社区妇联")
    party, upper = by_name(steps, "中共登科街道新场社区总支部委员会"), by_name(steps, "登科街道妇联")
    assert (party["tie"]["kind"]["code"], party["axis"]) == ("LEADS", "BLOCK")
    assert (upper["tie"]["kind"]["code"], upper["axis"]) == ("GUIDES", "LINE")
    assert upper["tie"]["text"] == "登科街道妇联指导新场社区妇联"
    assert upper["tie"]["provenance"][0]["row"]
    line = chain(body="新场社区妇联", axis=Axis.LINE.value)
    assert names(line) == ["新场社区妇联", "登科街道妇联", "巴中市恩阳区妇女联合会"]


def test_dual_leadership_shows_its_primary_side(chain: Question) -> None:
    """The office of a street: led by the district's government first, by the street's Party committee too."""
    steps = chain(body="巴中市恩阳区人民政府登科街道办事处")
    assert by_name(steps, "巴中市恩阳区人民政府")["primary"] is True
    assert by_name(steps, "中共巴中市恩阳区登科街道工作委员会")["primary"] is False


def test_the_trunk_of_what_nobody_leads(chain: Question) -> None:
    """A property firm: the branch of its estate, the community, the street, the district."""
    steps = chain(body="登科华府物业服务中心（样例）")
    trunk = [step["body"]["name"] for step in steps if step["axis"] in (None, "BLOCK")]
    assert trunk == [
        "登科华府物业服务中心（样例）",
        "登科华府小区党支部",
        "中共登科街道登科寺社区委员会",
        "中共巴中市恩阳区登科街道工作委员会",
        "中共巴中市恩阳区委员会",
    ]
    assert [step["tie"] is None for step in steps if step["axis"] == "BLOCK"] == [True, False, False, False]


def test_down_by_levels(chain: Question) -> None:
    """Whom the federation guides: towns, then villages; a place: its parts; never more than two hundred; to go on from a step."""
    steps = chain(body="区妇联", direction="DOWN", maxDepth=1)
    assert {step["depth"] for step in steps} == {0, 1}
    assert "登科街道妇联" in names(steps)
    below = chain(body="区妇联", direction="DOWN")
    assert by_name(below, "新场社区妇联")["depth"] == 2
    whole = chain(body="恩阳区", direction="DOWN")
    assert len(whole) == 200
    assert [step["depth"] for step in whole] == sorted(step["depth"] for step in whole)
    assert "新场社区第1网格" in names(chain(body="新场社区", direction="DOWN", maxDepth=1))


def test_what_cannot_be_asked(sample: Graph, settings: Settings) -> None:
    """No such body, too deep: an error that says so, and the rest of the answer."""

    def code(body: str, depth: int) -> str:
        answer = execute(sample, settings, DOCUMENT, {"body": body, "maxDepth": depth}, Viewer.STRANGER)
        assert answer["data"] == {"chain": None}
        return str(answer["errors"][0]["extensions"]["code"])

    assert (code("没有这个单位", 3), code("登科街道", 13), code("登科街道", -1)) == (
        "NOT_FOUND",
        "BAD_INPUT",
        "BAD_INPUT",
    )


def test_where_the_four_levels_are_broken(town: Graph, ask: Ask) -> None:
    """A village's branch that nobody leads, and a town without a Party organisation."""
    village = "place:511903999201"
    write_load(town, LoadRecord("load:b", "source:b", "b.csv", "1", date(2024, 7, 15)), lambda _: list(broken(village)))
    answer = ask(DOCUMENT, body=village)
    steps = answer["data"]["chain"]
    marked = {step["body"]["name"] for step in steps if step["broken"]}
    assert {"某村支部", "某镇"} <= marked
    up = ask(DOCUMENT, body="某村支部")["data"]["chain"]
    assert up[0]["broken"] is True
    past = ask(DOCUMENT, body=village, asOf="2019-01-01")["data"]["chain"]
    assert [(step["body"]["id"], step["broken"]) for step in past] == [(village, False)]
    down = ask(DOCUMENT, body="place:511903", direction="DOWN")["data"]["chain"]
    assert {"某村支部", "某镇"} <= {step["body"]["name"] for step in down if step["broken"]}


def broken(village: str) -> Iterator[Fact]:
    """A town with nothing in it but a village with a branch, in the county of the small town."""
    day, by = date(2024, 1, 1), ("load:b#!1",)
    town, branch = "place:511903999", f"org:party_branch:{village.removeprefix('place:')}:某村支部"
    for label, identifier, kind, name in (
        ("Place", town, "town", "某镇"), ("Place", village, "village", "某村"), ("Organization", branch, "party_branch", "某村支部"),
    ):  # fmt: skip
        properties = {"kind": kind, "name": name, "county": "511903"}
        if label == "Place":
            properties["code"] = identifier.removeprefix("place:")
        yield node(label, identifier, properties, attested=day, since=day, by=by)
        yield from name_facts(Naming(identifier, "511903", kind, name), Span(day), attested=day, by=by)
    for lower, upper in ((town, "place:511903"), (village, town)):
        yield edge("PART_OF", lower, upper, attested=day, since=day, by=by)
    located = {"place": village, "kind": "party_branch"}
    yield edge("LOCATED_IN", branch, village, located, attested=day, since=day, by=by)
