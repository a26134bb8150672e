"""What changed in the sample county: units that merged, a redrawn grid, a renamed bureau, holders one after another."""

from __future__ import annotations

from typing import Any

from tests.county.conftest import Ask

NAMED = """
query N($text: String!, $asOf: Date) { resolve(text: $text, asOf: $asOf, types: ["Organization"]) {
  name how node { id ... on Organization { name names { text since until } } } } }
"""
HELD = """
query H($place: String!, $kind: [String!], $asOf: Date) { organizations(place: $place, kind: $kind, asOf: $asOf) { edges { node {
  name posts(kind: ["secretary"]) { edges { node { tenures(history: true) { edges { node {
    since until person { name } } } } } } } } } } }
"""
SUCCEEDED = """
query S($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Place { name since until
  ties(kinds: ["SUCCEEDED_BY"], direction: DOWN) { edges { node { inferred since text to { name } } } } } } }
"""


def grids(ask: Ask, as_of: str) -> list[str]:
    """The grids that cover the group that moved."""
    document = """query G($asOf: Date) { places(place: "白玉社区", kind: ["group"], asOf: $asOf) { edges { node {
      name coveredBy { name } } } } }"""
    groups = {e["node"]["name"]: e["node"] for e in ask(document, asOf=as_of)["places"]["edges"]}
    return [grid["name"] for grid in groups["白玉社区第2组"]["coveredBy"]]


def test_a_group_moved_to_another_grid(ask: Ask) -> None:
    """Before the day of the update the first grid covers it, from that day on the second."""
    assert grids(ask, "2024-09-09") == ["白玉社区第1网格"]
    assert grids(ask, "2024-09-10") == ["白玉社区第2网格"]


def test_a_bureau_was_renamed(ask: Ask) -> None:
    """One bureau under both names, each the name of its days."""
    former, latter = "巴中市恩阳区投资促进局", "巴中市恩阳区经济合作局"
    [old] = ask(NAMED, text=former, asOf="2024-10-01")["resolve"]
    [new] = ask(NAMED, text="区经济合作局", asOf="2024-10-01")["resolve"]
    [before] = ask(NAMED, text=former, asOf="2024-08-01")["resolve"]
    assert old["node"]["id"] == new["node"]["id"] == before["node"]["id"]
    assert (old["how"], new["how"], before["how"]) == ("OLD_NAME", "ALIAS", "FULL_NAME")
    assert (old["name"], new["name"], before["name"]) == (latter, latter, former)
    assert (old["node"]["name"], before["node"]["name"]) == (latter, former)


def test_a_post_has_had_three_holders(ask: Ask) -> None:
    """One after another without a gap, the last still there."""
    [body] = ask(HELD, place="高岸社区", kind=TOP)["organizations"]["edges"]
    [post] = body["node"]["posts"]["edges"]
    held: list[dict[str, Any]] = [edge["node"] for edge in post["node"]["tenures"]["edges"]]
    assert len({tenure["person"]["name"] for tenure in held}) == 3
    later, middle, first = held
    assert later["until"] is None
    assert (later["since"], middle["since"]) == (middle["until"], first["until"])


TOP = ["party_committee", "general_branch"]


def test_a_town_that_is_no_more(ask: Ask) -> None:
    """青木镇 in 2019 is a town; what it became is inferred, dated and said."""
    town = ask(SUCCEEDED, id="place:511903104", asOf="2020-07-01")["node"]
    assert (town["name"], town["until"]) == ("青木镇", "2020-06-30")
    found = [edge["node"] for edge in town["ties"]["edges"]]
    assert sorted(tie["to"]["name"] for tie in found) == ["司城街道", "明阳镇", "渔溪镇"]
    assert all(tie["inferred"] and tie["since"] == "2020-06-30" for tie in found)
