"""`Load.writes`: what a load wrote, page by page, without what strangers may not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask
from wushe.graph import Graph, LoadRecord, edge, node, write_load
from wushe.graph.undoing import undo_load

LATER = date(2024, 5, 1)
WRITES = """query($after: String, $first: Int) { loads(first: 1) { edges { node { state title: source { title }
  writes(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { target field old new sheet row } } }
} } } }"""


@pytest.fixture
def changed(town: Graph) -> Graph:
    """A later file: a new team, a new phone, another text with a number in it."""
    record = LoadRecord("load:later", "source:later", "后来.xlsx", "1", LATER, county="511903")
    by = ("load:later#表!5",)
    team = {"kind": "volunteer_team", "name": "队", "county": "511903"}
    holds = town.read(
        lambda r: r.run("MATCH (a)-[h:HOLDS]->(b) RETURN a.id AS a, b.id AS b, h.number AS n, h.id AS id")
    )
    first = holds[0]
    number = int(first["id"].rpartition(":")[2])
    phone = {"phone": t.MOBILES[4], "remark": "某人的事"}
    facts = [
        node("Organization", "org:volunteer_team:511903001002:队", team, attested=LATER, by=by),
        replace(edge("HOLDS", first["a"], first["b"], phone, attested=LATER, by=by, number=number), since=LATER),
    ]
    write_load(town, record, lambda _: facts)
    return town


def pages(ask: Ask, first: int) -> list[dict[str, Any]]:
    """All writes of the newest load, so many at a time."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        load = ask(WRITES, first=first, after=after)["data"]["loads"]["edges"][0]["node"]
        found += [one["node"] for one in load["writes"]["edges"]]
        total = load["writes"]["totalCount"]
        if not load["writes"]["pageInfo"]["hasNextPage"]:
            assert len(found) == total
            return found
        after = load["writes"]["pageInfo"]["endCursor"]


@pytest.mark.parametrize("first", [1, 2, 20])
def test_every_write_once(changed: Graph, ask: Ask, first: int) -> None:
    """Pages of any size give the same writes: facts made without a field, others field by field."""
    found = pages(ask, first)
    assert found[0]["target"] == "org:volunteer_team:511903001002:队"
    assert (found[0]["field"], found[0]["sheet"], found[0]["row"]) == (None, "表", 5)
    fields = {one["field"]: one for one in found[1:]}
    assert fields["phone"]["new"] == "***"
    assert fields["remark"]["new"] == "***"


def test_an_undone_load(changed: Graph, ask: Ask) -> None:
    """It is still told of, with its document's name; it has written nothing any more."""
    undo_load(changed, "load:later")
    load = ask(WRITES, first=5)["data"]["loads"]["edges"][0]["node"]
    assert (load["state"], load["title"]["title"], load["writes"]["edges"]) == ("UNDONE", "后来.xlsx", [])


def test_wrong_pages(changed: Graph, ask: Ask) -> None:
    """A cursor of another list, and more than a page may hold."""
    wrong: tuple[dict[str, Any], ...] = ({"first": 201}, {"after": "bm90aGluZw"})
    for variables in wrong:
        (error,) = ask(WRITES, **variables)["errors"]
        assert error["extensions"]["code"] == "BAD_INPUT"
