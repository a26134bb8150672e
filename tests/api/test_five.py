"""The matrix of the five societies as GraphQL tells it: rows, what is missing, pages, sums of towns, a place below a village."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.settings import Settings

DOCUMENT = """
query Five($place: String!, $gapsOnly: Boolean! = false, $first: Int, $after: String, $asOf: Date) {
  fiveSocieties(place: $place, gapsOnly: $gapsOnly, first: $first, after: $after, asOf: $asOf) {
    totalCount
    pageInfo { hasNextPage endCursor }
    totals { place { name } villages community complete linked completeShare charity }
    edges {
      cursor
      node {
        place { name } missing linked
        community { present count bodies { name } } socialOrganizations { present count }
        socialWorkers { present bodies { name } } volunteers { present bodies { name } }
        charity { present count bodies { name } }
      }
    }
  }
}
"""
FIVE = {"社区", "社会组织", "社会工作者", "社区志愿者", "社会慈善资源"}


class Five:
    """Ask for the matrix."""

    def __init__(self, graph: Graph, settings: Settings) -> None:
        self._graph, self._settings = graph, settings.model_copy(update={"today": date(2024, 7, 15)})

    def __call__(self, place: str, **variables: Any) -> dict[str, Any]:
        """One page."""
        answer = execute(self._graph, self._settings, DOCUMENT, {"place": place, **variables}, Viewer.STRANGER)
        assert "errors" not in answer, answer["errors"]
        found: dict[str, Any] = answer["data"]["fiveSocieties"]
        return found


@pytest.fixture
def five(sample: Graph, settings: Settings) -> Five:
    """The sample."""
    return Five(sample, settings)


def test_one_village(five: Five) -> None:
    """An urban community, whose societies work together, all but one that comes with other files; a grid of it stands for it."""
    (edge,) = five("登科寺社区")["edges"]
    node = edge["node"]
    assert (node["missing"], node["linked"]) == (["社会组织"], True)
    names = [body["name"] for body in node["community"]["bodies"]]
    assert set(names) == {"中共登科街道登科寺社区委员会", "登科寺社区居民委员会"}
    assert "登科寺社区慈善基金" in [body["name"] for body in node["charity"]["bodies"]]
    assert five("登科寺社区第1网格")["edges"][0]["node"]["place"]["name"] == "登科寺社区"


def test_a_town_page_by_page(five: Five) -> None:
    """Every village once, the same on one page and on many; what is missing are those of the five that are not there."""
    whole = five("登科街道", first=200)
    assert whole["totalCount"] == len(whole["edges"]) == 16
    rows = [edge["node"] for edge in whole["edges"]]
    assert all(set(row["missing"]) <= FIVE for row in rows)
    assert all(("社会慈善资源" in row["missing"]) is not row["charity"]["present"] for row in rows)
    paged: list[Any] = []
    after = None
    while True:
        page = five("登科街道", first=5, after=after)
        paged += [edge["node"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert paged == rows


def test_gaps_only(five: Five) -> None:
    """Those that lack something, and no others."""
    rows = [edge["node"] for edge in five("登科街道", first=200)["edges"]]
    gaps = five("登科街道", gapsOnly=True, first=200)
    assert [edge["node"] for edge in gaps["edges"]] == [row for row in rows if row["missing"]]
    assert gaps["totalCount"] == len(gaps["edges"]) > 0


def test_the_sums_of_towns(five: Five) -> None:
    """They are of the whole place, whatever the page."""
    found = five("登科街道", first=1)
    rows = [edge["node"] for edge in five("登科街道", first=200)["edges"]]
    (total,) = found["totals"]
    assert (total["place"]["name"], total["villages"]) == ("登科街道", 16)
    assert total["charity"] == sum(row["charity"]["present"] for row in rows)
    assert total["complete"] == sum(not row["missing"] for row in rows)
    assert total["completeShare"] == total["complete"] / 16
    assert len(five("恩阳区", first=1)["totals"]) == 18


def test_before_anything_began(five: Five) -> None:
    """In 2020 no fund and no station was there."""
    rows = [edge["node"] for edge in five("登科街道", first=200, asOf="2020-12-31")["edges"]]
    assert not any(row["charity"]["present"] or row["linked"] for row in rows)
