"""F. How far grids are covered, in numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from tests.competency.books import DAY, Books, day_of, is_current, town_of
from tests.competency.model import Competency, Data, Sentence, nodes, on
from tests.samples.conftest import Line
from wushe.samples.generator.tables import Officer, Place, Tenure

THEN = date(2024, 4, 1)
ROSTER = "2024-07-15"
"""The day of the rosters of officers."""
Grid = tuple[str, str]
"""A town and a grid."""


def _officers(books: Books, day: date) -> Counter[Grid]:
    """How many officers each grid has on a day: of the rosters, and former ones of 任职.

    A row without a day says who was there when the roster was made, and not since when.
    """
    found = Counter(
        (town_of(line), line["所在村(社区)"] + line["网格"])
        for line in books.of(Officer)
        if line["姓名"] != "空缺" and day_of(line["任职时间"] or ROSTER) <= day
    )
    former = (line for line in books.of(Tenure) if line["岗位"] == "专职网格员" and is_current(line, day))
    found.update((town_of(line), line["单位"]) for line in former)
    return found


def _grids(books: Books) -> list[Line]:
    return [line for line in books.of(Place) if line["类型"] == "网格"]


def _name(line: Line) -> str:
    """The name of a grid without the town, which the sheets write before names that two towns have."""
    return line["名称"].removeprefix(town_of(line))


def _staffing(data: Data) -> dict[str, Any]:
    vacant = sorted(one["subject"]["name"] for one in nodes(data, "gaps"))
    return {"网格": data["grids"]["totalCount"], "空缺": vacant}


def _unstaffed(books: Books) -> dict[str, Any]:
    officers, grids = _officers(books, THEN), _grids(books)
    return {
        "网格": len(grids),
        "空缺": sorted(_name(line) for line in grids if not officers[town_of(line), line["名称"]]),
    }


Load = tuple[list[tuple[str, float]], list[tuple[int, str]], list[tuple[int, str]]]
"""Households an officer in each town; the ten grids with the most, and the ten with the fewest."""


def _ranked(grids: list[tuple[str, str, int, int]]) -> Load:
    """Of town, grid, households and officers of each."""
    households: Counter[str] = Counter()
    officers: Counter[str] = Counter()
    for town, _, homes, people in grids:
        households[town] += homes
        officers[town] += people
    each = sorted((homes // people, town + grid) for town, grid, homes, people in grids if people)
    return sorted((town, round(households[town] / officers[town], 1)) for town in households), each[-10:], each[:10]


def _burden(data: Data) -> Load:
    return _ranked(
        [
            (
                next(above["name"] for above in one["ancestors"] if above["kind"]["code"] == "town"),
                one["name"],
                one["households"],
                one["posts"]["totalCount"],
            )
            for one in nodes(data, "places")
        ]
    )


def _households(books: Books) -> Load:
    officers = _officers(books, DAY)
    return _ranked(
        [
            (town_of(line), _name(line), int(line["户数"]), officers[town_of(line), line["名称"]])
            for line in _grids(books)
        ]
    )


_TOWN = "ancestors { name kind { code } }"
QUESTIONS = (
    Competency(
        31,
        f"{THEN.year}年{THEN.month}月{THEN.day}日恩阳区哪些网格空缺网格员，385个网格的配备率是多少？",
        f'{{ grids: places(place: "恩阳区", kind: ["grid"], first: 1, asOf: "{THEN}") {{ totalCount }} '
        f'gaps(place: "恩阳区", rules: ["vacant_grid"], first: 200, asOf: "{THEN}") '
        "{ totalCount edges { node { text subject { ... on Body { name } } } } } }",
        _staffing,
        _unstaffed,
        Sentence(
            "GAPS",
            f"{THEN.year}年{THEN.month}月{THEN.day}日恩阳区哪些网格空缺网格员？",
            heard=lambda data: sorted(one["text"].split("没有")[0] for one in nodes(data, "gaps")),
            part=lambda expected: expected["空缺"],
        ),
    ),
    Competency(
        32,
        "各镇街每名网格员平均服务多少户，最多和最少的十个网格是哪些？",
        on(
            f'{{ places(place: "恩阳区", kind: ["grid"], asOf: $DAY) {{ edges {{ node {{ name households {_TOWN} '
            'posts(kind: ["grid_officer"], vacant: false) { totalCount } } } pageInfo { hasNextPage endCursor } } }'
        ),
        _burden,
        _households,
        paged=True,
        reading="各镇街每名网格员的户数，户数最多的十个网格，最少的十个",
    ),
)
