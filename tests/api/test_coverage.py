"""Coverage as GraphQL tells it: rows, filters, pages, sums, other levels, and what cannot be asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Question, paged
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.settings import Settings

DOCUMENT = """
query Coverage($place: String!, $matter: String!, $level: String! = "grid", $gapsOnly: Boolean! = false, $owners: Int,
    $first: Int, $after: String, $asOf: Date) {
  coverage(place: $place, matter: $matter, level: $level, gapsOnly: $gapsOnly, owners: $owners,
      first: $first, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage endCursor }
    totals { places none one several gaps }
    edges { node { place { id name } matter { name } owners gap responsible {
      role standIn body { name } post { id } holder { name } contact { phone masked } duty { timeLimitHours } } } }
  }
}
"""
ONE = """
query One($place: String!, $matter: String!) { whoIsResponsible(place: $place, matter: $matter) { gap responsible {
  role standIn body { name } post { id } holder { name } contact { phone masked } duty { timeLimitHours } } } }
"""
STREET = "登科街道"


@pytest.fixture
def covered(sample: Graph, settings: Settings) -> Question:
    """The sample."""
    return Question(sample, settings, "coverage", DOCUMENT)


def rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a page."""
    return [edge["node"] for edge in found["edges"]]


def test_a_street_page_by_page(covered: Question, sample: Graph, settings: Settings) -> None:
    """Every grid once, the same on one page and on many; each as whoIsResponsible says."""
    whole = covered(place=STREET, matter="矛盾纠纷", first=200)
    assert whole["totalCount"] == len(rows(whole)) == whole["totals"]["places"] > 15
    assert paged(lambda after: covered(place=STREET, matter="矛盾纠纷", first=7, after=after)) == rows(whole)
    one = Question(sample, settings, "whoIsResponsible", ONE)
    for row in rows(whole)[::5]:
        told = one(place=row["place"]["id"], matter="矛盾纠纷")
        assert told == {"gap": row["gap"], "responsible": row["responsible"]}
    assert {row["matter"]["name"] for row in rows(whole)} == {"矛盾纠纷"}


def test_gaps_only_and_by_the_number_of_owners(town: Graph, settings: Settings) -> None:
    """A held post and a vacant one, whose stand-in is no owner; sums are of the whole place, whatever is filtered."""
    small = Question(town, settings, "coverage", DOCUMENT)
    held, vacant = rows(small(place=t.COUNTY, matter="矛盾纠纷"))
    assert (held["place"]["id"], held["owners"], held["gap"]) == (t.GRID, 1, None)
    assert (vacant["place"]["id"], vacant["owners"], vacant["gap"]) == (t.EMPTY_GRID, 1, "VACANT")
    assert [one["standIn"] for one in vacant["responsible"]] == [False, True]
    gaps = small(place=t.COUNTY, matter="矛盾纠纷", gapsOnly=True)
    assert (rows(gaps), gaps["totalCount"]) == ([vacant], 1)
    assert gaps["totals"] == {"places": 2, "none": 0, "one": 2, "several": 0, "gaps": 1}
    assert paged(lambda after: small(place=t.COUNTY, matter="矛盾纠纷", gapsOnly=True, first=1, after=after)) == [
        vacant
    ]
    assert rows(small(place=t.COUNTY, matter="矛盾纠纷", owners=1, gapsOnly=True)) == [vacant]
    assert small(place=t.COUNTY, matter="矛盾纠纷", owners=0)["totalCount"] == 0
    lamps = small(place=t.COUNTY, matter="路灯损坏", owners=0)
    assert [row["gap"] for row in rows(lamps)] == ["NO_DUTY", "NO_DUTY"]
    assert lamps["totals"]["none"] == 2


def test_other_levels_by_their_code_or_their_name(covered: Question) -> None:
    """Villages of a street; towns of the district; the place itself where it is one."""
    villages = covered(place=STREET, matter="矛盾纠纷", level="village", first=200)
    assert rows(villages) == rows(covered(place=STREET, matter="矛盾纠纷", level="村(社区)", first=200))
    assert len(rows(villages)) == 16
    assert [row["place"]["name"] for row in rows(covered(place=STREET, matter="矛盾纠纷", level="town"))] == [STREET]
    assert covered(place="恩阳区", matter="矛盾纠纷", level="town", first=1)["totalCount"] == 18
    (grid,) = rows(covered(place="登科寺社区第1网格", matter="矛盾纠纷"))
    assert grid["place"]["name"] == "登科寺社区第1网格"


def test_before_anything_began(covered: Question) -> None:
    """The grids of later rosters were not there."""
    assert covered(place=STREET, matter="矛盾纠纷", asOf="2010-01-01")["totalCount"] == 0


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ('place: "511903", matter: "矛盾纠纷", level: "street"', "grid"),
        ('place: "511903", matter: "矛盾纠纷", first: 201', "分页"),
        ('place: "511903", matter: "矛盾纠纷", after: "nonsense"', "游标"),
    ],
)
def test_what_cannot_be_asked(ask: Ask, arguments: str, hint: str) -> None:
    """It is said what can."""
    answer = ask(f"{{ coverage({arguments}) {{ totalCount }} }}")
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert hint in error["message"]


def test_a_whole_province_is_too_wide(sample: Graph, settings: Settings) -> None:
    """Nobody reads a table of its grids."""
    answer = execute(
        sample, settings, '{ coverage(place: "51", matter: "矛盾纠纷") { totalCount } }', {}, Viewer.STRANGER
    )
    assert "范围太大" in answer["errors"][0]["message"]
