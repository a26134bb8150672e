"""Lengths of lists: counted by the server, once for a version of the graph."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Http
from wushe.api import context
from wushe.api.kept import Kept
from wushe.graph import Graph, LoadRecord, edge, node, write_load
from wushe.queries.listing import count_items
from wushe.queries.text import counting, cypher

TOTAL = '{ places(kind: ["cell"]) { totalCount } node(id: "place:511903001002") { ... on Place { children { totalCount } } } }'


def test_lengths_are_kept_for_one_version() -> None:
    """A new version forgets the old one's; too many are not kept."""
    totals = Kept[int](most=100)
    totals.put(3, {"a": 1})
    totals.put(3, {"b": 0})
    assert (totals.get(3, "a"), totals.get(3, "b"), totals.get(3, "c"), totals.get(4, "a")) == (1, 0, None, None)
    totals.put(4, {"a": 2})
    assert (totals.get(4, "a"), totals.get(4, "b"), totals.get(3, "a")) == (2, None, None)
    totals.put(4, {f"x{number}": number for number in range(100)})
    assert (totals.get(4, "a"), totals.get(4, "x0")) == (None, 0)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lists that were counted, by the names of their queries."""
    names: list[str] = []

    def noted(reader: Any, query: Any, owners: Any, **arguments: Any) -> dict[str, int]:
        names.append(query.__name__)
        return count_items(reader, query, owners, **arguments)

    monkeypatch.setattr(context, "count_items", noted)
    return names


def test_a_list_is_counted_once_in_a_version(client: Http, town: Graph, counted: list[str]) -> None:
    """Again only after somebody wrote."""

    def ask() -> tuple[int, int]:
        data = client.post("/graphql", json={"query": TOTAL}).json()["data"]
        return data["places"]["totalCount"], data["node"]["children"]["totalCount"]

    assert ask() == ask() == (30, 33)
    assert sorted(counted) == ["children", "places_by_id"]
    added = [
        node("Place", f"{t.VILLAGE}-C99", {"kind": "cell", "name": "片", "county": "511903"}, attested=t.DAY, by=t.BY),
        edge("PART_OF", f"{t.VILLAGE}-C99", t.VILLAGE, attested=t.DAY, since=t.DAY, by=t.BY),
    ]
    write_load(town, LoadRecord("load:new", "source:new", "new", "3", t.TODAY), lambda _: added)
    assert ask() == ask() == (31, 34)
    assert sorted(counted) == ["children", "children", "places_by_id", "places_by_id"]


def test_nothing_is_counted_unasked(ask: Ask, counted: list[str]) -> None:
    """`totalCount` costs only where it is selected."""
    assert ask("{ places { edges { node { id } } } }")["data"]["places"]["edges"]
    assert counted == []


def test_a_count_is_the_list_without_its_items() -> None:
    """The same text but for what comes back."""
    body = cypher("lists/places_by_id").rpartition("RETURN owner")[0]
    assert counting("lists/places_by_id") == f"{body}RETURN owner, count(*) AS total"
