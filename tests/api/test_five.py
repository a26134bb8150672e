"""The matrix of the five societies as GraphQL tells it: rows, what is missing, pages, sums of towns, a place below a village."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.api import town as t
from tests.api.conftest import Question, paged
from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.schema.ids import post_id
from wushe.settings import Settings

DOCUMENT = """
query Five($place: String!, $gapsOnly: Boolean! = false, $present: [Society!], $missing: [Society!], $first: Int, $after: String, $asOf: Date) {
  fiveSocieties(place: $place, gapsOnly: $gapsOnly, present: $present, missing: $missing, first: $first, after: $after, asOf: $asOf) {
    totalCount
    pageInfo { hasNextPage endCursor }
    totals { place { name } villages community complete linked completeShare linkedShare charity }
    edges {
      cursor
      node {
        place { id name } missing linked
        community { present count bodies { name } } socialOrganizations { present count }
        socialWorkers { present bodies { name } } volunteers { present bodies { name } }
        charity { present count bodies { name } }
      }
    }
  }
}
"""
FIVE = {"社区", "社会组织", "社会工作者", "社区志愿者", "社会慈善资源"}


@pytest.fixture
def five(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "fiveSocieties", DOCUMENT)


def test_one_village(five: Question) -> None:
    """An urban community, whose societies work together, all but one that comes with other files; a grid of it stands for it."""
    (edge,) = five(place="登科寺社区")["edges"]
    node = edge["node"]
    assert (node["missing"], node["linked"]) == (["社会组织"], True)
    names = [body["name"] for body in node["community"]["bodies"]]
    assert set(names) == {"中共登科街道登科寺社区委员会", "登科寺社区居民委员会"}
    assert "登科寺社区慈善基金" in [body["name"] for body in node["charity"]["bodies"]]
    assert five(place="登科寺社区第1网格")["edges"][0]["node"]["place"]["name"] == "登科寺社区"


def test_a_town_page_by_page(five: Question) -> None:
    """Every village once, the same on one page and on many; what is missing are those of the five that are not there."""
    whole = five(place="登科街道", first=200)
    assert whole["totalCount"] == len(whole["edges"]) == 16
    rows = [edge["node"] for edge in whole["edges"]]
    assert all(set(row["missing"]) <= FIVE for row in rows)
    assert all(("社会慈善资源" in row["missing"]) is not row["charity"]["present"] for row in rows)
    assert paged(lambda after: five(place="登科街道", first=5, after=after)) == rows


def test_gaps_only(five: Question) -> None:
    """Those that lack something, and no others."""
    rows = [edge["node"] for edge in five(place="登科街道", first=200)["edges"]]
    gaps = five(place="登科街道", gapsOnly=True, first=200)
    assert [edge["node"] for edge in gaps["edges"]] == [row for row in rows if row["missing"]]
    assert gaps["totalCount"] == len(gaps["edges"]) > 0


def test_some_are_there_and_some_are_not(five: Question) -> None:
    """Those that have all of these and none of those; a cursor goes on with what was asked for."""
    rows = [edge["node"] for edge in five(place="登科街道", first=200)["edges"]]
    wanted = {"present": ["SOCIAL_WORKERS"], "missing": ["SOCIAL_ORGANIZATIONS", "CHARITY"]}
    expected = [
        r for r in rows if {"社会组织", "社会慈善资源"} <= set(r["missing"]) and "社会工作者" not in r["missing"]
    ]
    found = five(place="登科街道", first=200, **wanted)
    assert [edge["node"] for edge in found["edges"]] == expected
    assert found["totalCount"] == len(expected) > 1
    first = five(place="登科街道", first=1, **wanted)
    rest = five(place="登科街道", first=200, after=first["pageInfo"]["endCursor"])
    assert [edge["node"] for edge in (*first["edges"], *rest["edges"])] == expected


def test_the_sums_of_towns(five: Question) -> None:
    """They are of the whole place, whatever the page."""
    found = five(place="登科街道", first=1)
    rows = [edge["node"] for edge in five(place="登科街道", first=200)["edges"]]
    (total,) = found["totals"]
    assert (total["place"]["name"], total["villages"]) == ("登科街道", 16)
    assert total["charity"] == sum(row["charity"]["present"] for row in rows)
    assert total["complete"] == sum(not row["missing"] for row in rows)
    assert total["completeShare"] == total["complete"] / 16
    assert len(five(place="恩阳区", first=1)["totals"]) == 18


def test_before_anything_began(five: Question) -> None:
    """In 2020 no fund and no station was there."""
    rows = [edge["node"] for edge in five(place="登科街道", first=200, asOf="2020-12-31")["edges"]]
    assert not any(row["charity"]["present"] or row["linked"] for row in rows)


FOUR = ("social_organization", "social_work_station", "volunteer_team", "charity_fund")


def societies() -> Iterator[Fact]:
    """All five in one village, each serving it; in one of another town nothing but a social worker of its own."""
    for kind in ("residents_committee", *FOUR):
        body = f"org:{kind}:511903001002:{kind}"
        properties = {"kind": kind, "name": kind, "county": "511903"}
        yield node("Organization", body, properties, attested=t.DAY, since=t.DAY, by=t.BY)
        located = {"place": t.VILLAGE, "kind": kind}
        yield edge("LOCATED_IN", body, t.VILLAGE, located, attested=t.DAY, since=t.DAY, by=t.BY)
        if kind in FOUR:
            until = t.CHANGED if kind == "charity_fund" else date.max
            yield edge("SERVES", body, t.VILLAGE, {"axis": "JOINT"}, attested=t.DAY, since=t.DAY, until=until, by=t.BY)
    post = post_id(t.OTHER, "social_worker", "")
    properties = {"kind": "social_worker", "name": "社工", "county": "511903"}
    yield node("Post", post, properties, attested=t.DAY, since=t.DAY, by=t.BY)
    yield edge("IN", post, t.OTHER, attested=t.DAY, since=t.DAY, by=t.BY)
    worker = {"name": "甲某", "county": "511903"}
    yield node("Person", "person:worker", worker, attested=t.DAY, since=t.DAY, by=t.BY)
    yield edge("HOLDS", "person:worker", post, {"status": "SUBSTANTIVE"}, attested=t.DAY, since=t.DAY, by=t.BY)


def test_a_village_that_has_all_five(town: Graph, settings: Settings) -> None:
    """It is no gap; it counts as complete, and as linked while all of them serve it; a worker of the village itself is one."""
    record = LoadRecord("load:five", "source:five", "五社.csv", "1", t.TODAY, county="511903")
    write_load(town, record, lambda _: list(societies()))
    five = Question(town, settings, "fiveSocieties", DOCUMENT)
    before = str(t.CHANGED.replace(year=t.CHANGED.year - 1))
    whole, after = five(place=t.COUNTY, asOf=before), five(place=t.COUNTY)
    rows = {edge["node"]["place"]["id"]: edge["node"] for edge in whole["edges"]}
    four = ["社区", "社会组织", "社区志愿者", "社会慈善资源"]
    assert {place: row["missing"] for place, row in rows.items()} == {
        t.VILLAGE: [],
        t.OTHER: four,
        t.TWIN: ["社区", "社会组织", "社会工作者", "社区志愿者", "社会慈善资源"],
    }
    assert rows[t.OTHER]["socialWorkers"]["bodies"] == [{"name": "青龙村"}]
    street, other = whole["totals"]
    assert (street["complete"], street["linked"], street["completeShare"], street["linkedShare"]) == (1, 1, 0.5, 0.5)
    assert (other["villages"], other["complete"], other["linked"]) == (1, 0, 0)
    assert [one["linked"] for one in after["totals"]] == [0, 0], "the fund is there, and serves no more"
    gaps = five(place=t.COUNTY, gapsOnly=True, asOf=before)
    assert {edge["node"]["place"]["id"] for edge in gaps["edges"]} == {t.OTHER, t.TWIN}
    assert (gaps["totalCount"], whole["totalCount"]) == (2, 3)
