"""Nodes by id, names of the day, what a text may mean, and the lists below a node."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.graph import Graph, LoadRecord, node, write_load
from wushe.graph.facts import edge

CELLS = """
query Cells($first: Int, $after: String, $asOf: Date, $kind: [String!], $by: Order) {
  node(id: "place:511903001002", asOf: $asOf) { ... on Place {
    children(first: $first, after: $after, kind: $kind, orderBy: $by) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id since } }
    } } } }
"""


def cells(ask: Ask, **variables: object) -> dict[str, Any]:
    """One page of the parts of the village."""
    answer = ask(CELLS, **variables)
    assert "errors" not in answer, answer["errors"]
    page: dict[str, Any] = answer["data"]["node"]["children"]
    return page


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        (t.VILLAGE, "Place"), (t.PARTY, "Organization"), (t.OFFICER, "Post"), ("person:head", "Person"),
        (t.FIRST_TENURE, "Tenure"), (t.DISPUTE, "Matter"), ("source:town", "Source"), ("load:town", "Load"),
    ],
)  # fmt: skip
def test_every_kind_of_node_is_found_by_its_id(ask: Ask, identifier: str, kind: str) -> None:
    """`node(id)` gives the type that the id's prefix says."""
    assert ask("query N($id: ID!) { node(id: $id) { __typename id } }", id=identifier)["data"]["node"] == {
        "__typename": kind, "id": identifier,
    }  # fmt: skip


def test_what_is_not_there_is_null(ask: Ask) -> None:
    """Unknown ids and prefixes are null, in their place."""
    answer = ask('{ nodes(ids: ["place:1", "person:head", "what:ever", ""]) { id } }')
    assert answer == {"data": {"nodes": [None, {"id": "person:head"}, None, None]}}


def test_names_of_the_day(ask: Ask) -> None:
    """The old name is listed as such; the grid has its parent, its coverage both ways."""
    answer = ask(
        """query B($id: ID!, $group: ID!) { village: node(id: $id) { ... on Place { name names { text how since until } until } }
        group: node(id: $group) { ... on Place { parent { id } coveredBy { id covers { edges { node { id } } } } place { id } } } }""",
        id=t.VILLAGE,
        group=t.GROUP,
    )["data"]
    assert answer["village"]["name"] == "登科寺社区"
    assert answer["village"]["until"] is None
    assert {"text": "登科村", "how": "OLD_NAME", "since": "2018-01-01", "until": "2020-01-01"} in answer["village"][
        "names"
    ]
    assert answer["group"]["coveredBy"] == [{"id": t.GRID, "covers": {"edges": [{"node": {"id": t.GROUP}}]}}]
    assert answer["group"]["parent"] == answer["group"]["place"] == {"id": t.VILLAGE}


def test_resolve(ask: Ask) -> None:
    """Forms of a name, its path, and the filters."""
    document = """query R($text: String!, $types: [String!], $within: String) {
      resolve(text: $text, types: $types, within: $within) { node { id } how path kind { code } valid } }"""
    found = ask(document, text="登科寺")["data"]["resolve"]
    assert [(m["node"]["id"], m["path"], m["valid"]) for m in found] == [
        (t.VILLAGE, "某某区 / 某某街道 / 登科寺社区", True)
    ]
    both = ask(document, text="青龙村", types=["village"])["data"]["resolve"]
    assert {m["node"]["id"] for m in both} == {t.OTHER, t.TWIN}
    one = ask(document, text="青龙村", types=["Place"], within="别处镇")["data"]["resolve"]
    assert [m["node"]["id"] for m in one] == [t.OTHER]


def test_kinds(ask: Ask) -> None:
    """Declared kinds of one folder."""
    codes = {kind["code"] for kind in ask('{ kinds(of: "places") { code label labelEn sector } }')["data"]["kinds"]}
    assert {"province", "prefecture", "county", "town", "village", "grid", "group", "estate", "cell"} == codes


def test_pages_follow_each_other(ask: Ask) -> None:
    """Every item once, in order; the total is the whole list."""
    seen: list[str] = []
    after = None
    while True:
        page = cells(ask, first=7, after=after)
        seen += [edge["node"]["id"] for edge in page["edges"]]
        assert page["totalCount"] == 33
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == sorted(seen)
    assert len(seen) == len(set(seen)) == 33


def test_pages_are_stable_while_data_changes(ask: Ask, town: Graph) -> None:
    """What is added before the cursor moves nothing after it."""
    first = cells(ask, first=5, kind=["cell"])
    record = LoadRecord("load:more", "source:more", "more", "1", t.TODAY)
    early = f"{t.VILLAGE}-C00"
    properties = {"kind": "cell", "name": "新片", "county": "511903"}
    added = [
        node("Place", early, properties, attested=t.DAY, since=t.DAY, by=t.BY),
        edge("PART_OF", early, t.VILLAGE, attested=t.DAY, since=t.DAY, by=t.BY),
    ]
    write_load(town, record, lambda _: added)
    second = cells(ask, first=5, kind=["cell"], after=first["pageInfo"]["endCursor"])
    assert [e["node"]["id"][-3:] for e in second["edges"]] == ["C06", "C07", "C08", "C09", "C10"]


def test_a_cursor_carries_its_filters_order_and_day(ask: Ask) -> None:
    """They need not be said again; saying others is refused."""
    order = {"by": "NAME", "direction": "DESC"}
    whole = cells(ask, first=200, kind=["grid", "group"], by=order)["edges"]
    page = cells(ask, first=1, kind=["grid", "group"], by=order, asOf="2024-01-02")
    rest = cells(ask, first=5, after=page["pageInfo"]["endCursor"])
    assert [e["node"]["id"] for e in whole[1:]] == [e["node"]["id"] for e in rest["edges"]]
    refused = ask(CELLS, kind=["cell"], after=page["pageInfo"]["endCursor"])
    assert refused["errors"][0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize("cursor", ["", "abc", "YXJyYXljb25uZWN0aW9uOjU=", "é", base64.b64encode(b"0" * 64).decode()])
def test_a_foreign_cursor_is_refused(ask: Ask, cursor: str) -> None:
    """A cursor we did not make is BAD_INPUT."""
    assert ask(CELLS, after=cursor)["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_a_cursor_of_another_list_is_refused(ask: Ask) -> None:
    """A cursor of ours, but not of this list."""
    cursor = ask('{ node(id: "matter:03") { ... on Matter { duties { edges { cursor } } } } }')
    cursor = cursor["data"]["node"]["duties"]["edges"][0]["cursor"]
    assert ask(CELLS, after=cursor)["errors"][0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize("first", [201, -1])
def test_a_page_is_at_most_200(ask: Ask, first: int) -> None:
    """Beyond it: BAD_INPUT."""
    assert ask(CELLS, first=first)["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_history_is_newest_first(ask: Ask) -> None:
    """All holders of a post; without `history` those of the day."""
    document = "query H($id: ID!, $all: Boolean!) { node(id: $id) { ... on Post { vacant seats visibility tenures(history: $all) { edges { node { person { name } } } } } } }"
    every = ask(document, id=t.OFFICER, all=True)["data"]["node"]
    assert [e["node"]["person"]["name"] for e in every["tenures"]["edges"]] == ["后某乙", "前某甲"]
    assert (every["vacant"], every["seats"], every["visibility"]) == (False, 1, "INTERNAL")
    now = ask(document, id=t.OFFICER, all=False)["data"]["node"]
    assert [e["node"]["person"]["name"] for e in now["tenures"]["edges"]] == ["后某乙"]
    assert ask(document, id=t.VACANT, all=True)["data"]["node"]["vacant"] is True
