"""What became of 青木镇 and its villages, against the published lists read by plain Python; pages; places that stayed."""

from __future__ import annotations

import csv
import gzip
from importlib.resources import files

import pytest

from tests.api.conftest import Question, paged
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.settings import Settings

DOCUMENT = """
query Lineage($place: String!, $asOf: Date! = "2019-10-31", $first: Int, $after: String) {
  lineage(place: $place) {
    place { id name until }
    predecessors { from { id } on kind inferred rule }
    successors { from { name until } to { id name since } on kind inferred rule provenance { source { title } } }
    children(asOf: $asOf, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { from { id name } to { id name parent { name } } on kind inferred } }
    }
  }
}
"""
BEFORE, AFTER = "2019-10-31", "2023-06-30"


@pytest.fixture
def lineage(graph: Graph, settings: Settings) -> Question:
    """The real lists of one county."""
    init_county(graph, "511903")
    return Question(graph, settings, "lineage", DOCUMENT)


def listed(day: str) -> dict[str, tuple[str, str]]:
    """Name and parent of every code of the county's list of a day."""
    folder = files("wushe.loaders.divisions").joinpath("data")
    (path,) = [one for one in folder.iterdir() if "511903" in one.name and day in one.name]
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.name.endswith(".gz") else content).decode("utf-8-sig")
    return {row["code"]: (row["name"], row["parent_code"]) for row in csv.DictReader(text.splitlines())}


def stem(name: str) -> str:
    """What is left of a village's listed name."""
    for ending in ("村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"):
        name = name.removesuffix(ending)
    return name


def test_a_town_that_was_divided(lineage: Question) -> None:
    """青木镇 ended on the day of the first list without it; its villages went to three towns, which is inferred and said."""
    found = lineage(place="青木镇")
    assert (found["place"]["id"], found["place"]["until"]) == ("place:511903104", "2020-06-30")
    assert {one["to"]["name"] for one in found["successors"]} == {"明阳镇", "渔溪镇", "司城街道"}
    assert {(one["on"], one["kind"], one["inferred"]) for one in found["successors"]} == {("2020-06-30", "SPLIT", True)}
    assert all(one["rule"] and one["provenance"] for one in found["successors"])


def test_where_its_villages_are_now(lineage: Question) -> None:
    """Each village of the list of then, once at least; whatever it became bears its name, in a town of today."""
    then, now = listed(BEFORE), listed(AFTER)
    mine = {f"place:{code}": name for code, (name, parent) in then.items() if parent == "511903104"}
    rows = [edge["node"] for edge in lineage(place="青木镇", first=200)["children"]["edges"]]
    assert {row["from"]["id"] for row in rows} == set(mine)
    today = {f"place:{code}" for code in now}
    for row in rows:
        if row["to"]:
            assert row["to"]["id"] in today
            assert stem(row["from"]["name"]) == stem(row["to"]["name"])
            assert row["to"]["parent"]["name"] in {"明阳镇", "渔溪镇", "司城街道"}
        else:
            assert (row["kind"], row["on"]) == ("ENDED", "2020-06-30")
    unique = [name for name in map(stem, mine.values()) if [stem(n) for n, _ in now.values()].count(name) == 1]
    assert len([row for row in rows if row["to"]]) >= len(unique) / 2 > 0


def test_pages_of_children(lineage: Question) -> None:
    """The same rows in threes."""
    whole = lineage(place="青木镇", first=200)["children"]
    rows = paged(lambda after: lineage(place="青木镇", first=3, after=after)["children"])
    assert rows == [edge["node"] for edge in whole["edges"]]
    assert whole["totalCount"] == len(rows)


def test_places_that_stayed_or_moved(lineage: Question) -> None:
    """The street's villages of 2019: those of the same code are still themselves; a renamed one says so."""
    then, now = listed(BEFORE), listed(AFTER)
    rows = {
        edge["node"]["from"]["id"]: edge["node"] for edge in lineage(place="登科街道", first=200)["children"]["edges"]
    }
    for identifier, row in rows.items():
        code = identifier.removeprefix("place:")
        if row["to"] and row["to"]["id"] == identifier:
            assert row["kind"] in {"BEGAN", "RENAMED", "MOVED"}
            assert code in now
            if row["kind"] == "BEGAN":
                assert stem(then[code][0]) == stem(now[code][0])
    assert {row["kind"] for row in rows.values()} >= {"BEGAN"}


def test_what_a_place_came_from(lineage: Question) -> None:
    """明阳镇 received villages of 青木镇; its grandparents have no lineage."""
    assert "place:511903104" in {one["from"]["id"] for one in lineage(place="明阳镇")["predecessors"]}
    county = lineage(place="511903")
    assert (county["predecessors"], county["successors"]) == ([], [])
    assert len(county["children"]["edges"]) == 20


def test_a_cursor_is_of_its_day(lineage: Question) -> None:
    """With another day it is of another list."""
    cursor = lineage(place="青木镇", first=1)["children"]["pageInfo"]["endCursor"]
    error = lineage.error(place="青木镇", asOf="2019-11-30", after=cursor)
    assert error["extensions"]["code"] == "BAD_INPUT"
