"""Changes as GraphQL tells them: a history from spreadsheets in words, names masked, kinds, pages, days, what cannot be asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.api import town as t
from tests.api.conftest import Ask, Question, paged
from tests.rules.books import book
from tests.rules.planted import ORGANIZATIONS, PLACES, TIES, Sheets
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.loaders.divisions import init_county
from wushe.loaders.load import LoadOptions, load_file
from wushe.settings import Settings

DOCUMENT = """
query Changes($place: String!, $from: Date!, $to: Date!, $kinds: [ChangeKind!], $first: Int, $after: String) {
  changes(place: $place, from: $from, to: $to, kinds: $kinds, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node {
      on kind before after text subject { id __typename } began { id } ended { id } provenance { sheet row source { title } }
    } }
  } }
"""
YEARS = {"from": "2019-01-01", "to": "2024-12-31"}
ORGANIZED: Sheets = {
    ORGANIZATIONS: [
        ["登科街道党工委", "党工委", "登科街道", None, None, "2019-01-10"],
        ["登科寺社区党总支", "党总支", "登科寺社区", None, None, "2021-03-05"],
    ],
    TIES: [["登科街道党工委", "领导", "登科寺社区党总支", "主", "2021-04-01", "2022-12-31"]],
    PLACES: [["登科寺社区第1网格", "网格", "登科寺社区"]],
}


@pytest.fixture
def history(graph: Graph, settings: Settings, tmp_path: Path) -> Question:
    """The real lists of a county, and a book with dates."""
    init_county(graph, "511903")
    day = settings.model_copy(update={"today": date(2024, 8, 1)})
    load_file(graph, book(tmp_path, ORGANIZED), day, LoadOptions(as_of=date(2024, 7, 15)))
    return Question(graph, settings, "changes", DOCUMENT)


def nodes(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in page["edges"]]


def test_a_history_in_words(history: Question) -> None:
    """The earliest first: what lists and rosters date; the grid that a roster only shows is no event, nor is the village."""
    rows = nodes(history(place="登科寺社区", **YEARS))
    assert [(row["on"], row["kind"], row["text"]) for row in rows] == [
        ("2021-03-05", "BEGAN", "自 2021-03-05 起，有了登科寺社区党总支（党总支）"),
        ("2021-04-01", "BEGAN", "自 2021-04-01 起，登科街道党工委领导登科寺社区党总支"),
        ("2023-01-01", "ENDED", "自 2023-01-01 起，不再是登科街道党工委领导登科寺社区党总支"),
        ("2023-06-30", "RENAMED", "自 2023-06-30 起，登科社区更名为登科寺社区"),
    ]
    assert [row["subject"]["__typename"] for row in rows] == ["Organization", "Tie", "Tie", "Place"]
    began, tied, loosed, renamed = rows
    assert began["began"] == [began["subject"]] or began["began"][0]["id"] == began["subject"]["id"]
    assert (tied["ended"], loosed["began"]) == ([], [])
    assert (renamed["before"], renamed["after"]) == ("登科社区", "登科寺社区")
    assert began["provenance"] == [{"sheet": ORGANIZATIONS, "row": 3, "source": {"title": "名册.xlsx"}}]


def test_a_town_that_was_divided(history: Question) -> None:
    """青木镇 went to three towns; of its villages each took another code or ended, on the day of the list that shows it."""
    found = history(place="青木镇", **YEARS, first=200)
    rows = nodes(found)
    assert {row["on"] for row in rows} == {"2020-06-30"}
    (town,) = [row for row in rows if row["subject"]["id"] == "place:511903104"]
    assert (town["kind"], town["before"]) == ("SPLIT", "青木镇")
    assert set(town["after"].split("、")) == {"明阳镇", "渔溪镇", "司城街道"}
    assert [one["id"] for one in town["ended"]] == ["place:511903104"]
    recoded = [row for row in rows if row["kind"] == "RECODED"]
    assert recoded and all(row["began"] and row["ended"] for row in recoded)
    assert found["totalCount"] == len(rows) == len({row["subject"]["id"] for row in rows})
    received = nodes(history(place="明阳镇", **YEARS, kinds=["SPLIT", "RECODED"], first=200))
    assert town in received
    ids = {one["id"] for row in received for one in row["began"]}
    assert ids & {one["id"] for row in recoded for one in row["began"]}
    assert history(place="青木镇", **{"from": "2020-07-01", "to": "2024-12-31"})["edges"] == []


def test_both_days_are_included(history: Question) -> None:
    """One day asks about that day alone."""
    for start, to, number in (
        ("2021-03-05", "2021-03-05", 1), ("2021-03-04", "2021-03-04", 0), ("2021-03-06", "2021-03-31", 0),
        ("2021-03-05", "2021-04-01", 2), ("2021-03-06", "2021-04-01", 1),
    ):  # fmt: skip
        assert len(history(place="登科寺社区", **{"from": start, "to": to})["edges"]) == number


def test_kinds_and_pages(history: Question) -> None:
    """In threes the same as whole; a cursor is of its list, its days and its kinds."""
    whole = nodes(history(place="恩阳区", **YEARS, kinds=["RECODED", "SPLIT"], first=200))
    assert {row["kind"] for row in whole} == {"RECODED", "SPLIT"}
    pages = paged(lambda after: history(place="恩阳区", **YEARS, kinds=["RECODED", "SPLIT"], first=30, after=after))
    assert pages == whole
    assert history(place="恩阳区", **YEARS, kinds=[])["totalCount"] == 0


def test_a_cursor_goes_on_with_its_kinds(history: Question) -> None:
    """Also from the page that was asked for by a cursor alone."""
    kinds, seen = ["RECODED"], []
    whole = nodes(history(place="青木镇", **YEARS, kinds=kinds, first=200))
    page = history(place="青木镇", **YEARS, first=3, kinds=kinds)
    while True:
        seen += nodes(page)
        if not page["pageInfo"]["hasNextPage"]:
            break
        page = history(place="青木镇", **YEARS, first=3, after=page["pageInfo"]["endCursor"])
    assert len(whole) > 4
    assert seen == whole


def test_from_the_first_day_of_all(history: Question) -> None:
    """There is no day before it."""
    first = {**YEARS, "from": "0001-01-01"}
    assert history(place="登科寺社区", **first)["totalCount"] >= history(place="登科寺社区", **YEARS)["totalCount"]


def test_holders_are_named_as_the_viewer_may_see_them(ask: Ask) -> None:
    """An officer who followed another is named; a leader of a group is not, in no part of the answer."""
    asked = {"place": t.COUNTY, "from": "2019-01-01", "to": "2024-12-31", "first": 200}
    rows = nodes(ask(DOCUMENT, **asked)["data"]["changes"])
    (turned,) = [row for row in rows if row["kind"] == "HOLDER_CHANGED"]
    assert (turned["on"], turned["before"], turned["after"]) == (str(t.CHANGED), "前某甲", "后某乙")
    assert turned["text"] == f"自 {t.CHANGED} 起，登科寺社区第1网格专职网格员由前某甲换为后某乙"
    (leader,) = [row for row in rows if row["subject"]["id"].startswith("holds:person:leader")]
    assert leader["after"] == "组**"
    assert "组某丁" not in str(rows)
    whole = nodes(ask(DOCUMENT, viewer=Viewer.LOCAL, **asked)["data"]["changes"])
    assert "组某丁" in str(whole)


@pytest.mark.parametrize(
    ("asked", "word"),
    [({"from": "2024-01-02", "to": "2024-01-01"}, "from"), ({**YEARS, "place": "四川省"}, "范围"), ({**YEARS, "first": 201}, "first"),
     ({**YEARS, "after": "x"}, "游标")],
)  # fmt: skip
def test_what_cannot_be_asked(history: Question, asked: dict[str, Any], word: str) -> None:
    """BAD_INPUT, with what to do."""
    error = history.error(**{"place": "恩阳区", **asked})
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert word in error["message"]


def test_a_cursor_of_other_days(history: Question) -> None:
    """It is of another list."""
    cursor = history(place="恩阳区", **YEARS, first=1)["pageInfo"]["endCursor"]
    error = history.error(place="恩阳区", **{**YEARS, "to": "2024-12-30"}, after=cursor)
    assert error["extensions"]["code"] == "BAD_INPUT"
