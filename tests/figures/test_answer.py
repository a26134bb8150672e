"""Published numbers beside recomputed ones: which of several applies, and when the two agree."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.figures.conftest import COUNTY, DAY, TOWN, Book, Figures
from tests.loaders.conftest import Load, Rows
from wushe.graph import Graph
from wushe.queries.figures import agreement, figures_of

HEADER = ["指标", "编码", "数值", "单位", "范围", "截止日期", "出处"]


@pytest.mark.parametrize(
    ("rule", "reported", "computed", "expected"),
    [
        ("equal", 385, 385, True), ("equal", 385, 384, False), ("equal", 1.0, 309 / 309, True),
        ("equal", 0.1 + 0.2, 0.3, True), ("equal", 0, 0, True),
        ("at_least", 400, 400, True), ("at_least", 400, 431, True), ("at_least", 400, 399, False),
        ("at_least", 0.38, 52980 / 139000, True), ("at_least", 0.38, 0.3799, False),
        ("about", 10, 12, True), ("about", 10, 8, True), ("about", 10, 12.01, False), ("about", 10, 7.99, False),
        ("equal", None, 1, None), ("at_least", 1, None, None), ("about", None, None, None),
    ],
)  # fmt: skip
def test_agreement(rule: Any, reported: float | None, computed: float | None, expected: bool | None) -> None:
    """Equal; at least so many; within a fifth of the published number. Nothing missing is ever compared."""
    assert agreement(rule, reported, computed) is expected


def published(*rows: tuple[Any, ...]) -> Rows:
    """A sheet of figures."""
    return [HEADER, *[list(row) for row in rows]]


def test_what_was_published_stands_beside_what_is_counted(filled: Load, book: Book, figures: Figures) -> None:
    """With its unit, its day and its origin; one that nobody published has nothing beside it."""
    filled(book("数.xlsx", 指标=published(("专职网格员", "grid_officers", 4, "人", "恩阳区", "2024-06-30", "某文件"))))
    found = figures()
    officers, grids = found["grid_officers"], found["grids"]
    assert (officers.reported, officers.computed, officers.agrees, officers.unit) == (4, 3, False, "人")
    assert (officers.reported_on, officers.basis) == (date(2024, 6, 30), "某文件")
    assert officers.by[0].endswith("#指标!2")
    assert (grids.reported, grids.computed, grids.agrees, grids.unit, grids.by) == (None, 3, None, "个", ())
    assert figures(TOWN)["grid_officers"].reported is None


def test_the_latest_number_for_the_day_applies(filled: Load, book: Book, figures: Figures) -> None:
    """Of two, the one for the day or the nearest before it; before both there is none."""
    rows = [("网格", "grids", number, "个", "恩阳区", day) for number, day in ((2, "2024-01-31"), (3, "2024-06-30"))]
    filled(book("数.xlsx", 指标=published(*rows)))
    told = [figures(as_of=day)["grids"] for day in (date(2024, 1, 30), date(2024, 1, 31), date(2024, 6, 30), DAY)]
    assert [figure.reported for figure in told] == [None, 2, 3, 3]
    assert told[-1].agrees is True


def test_a_number_without_a_code_is_told_by_its_label(filled: Load, book: Book, figures: Figures) -> None:
    """The label of a declared figure is enough."""
    filled(book("数.xlsx", 指标=published(("网格", None, 3, None, "恩阳区"))))
    assert (figures()["grids"].reported, figures()["grids"].agrees) == (3, True)


def test_a_number_that_nobody_declared_is_listed(filled: Load, book: Book, figures: Figures, county: Graph) -> None:
    """Under its code, or its label; nothing is computed of it."""
    rows = [("路灯", "lamps", 7, "盏", "恩阳区"), ("路口", None, 5, "个", "恩阳区")]
    filled(book("数.xlsx", 指标=published(*rows)))
    found = figures()
    assert (found["lamps"].label, found["lamps"].reported, found["lamps"].computed) == ("路灯", 7, None)
    assert (found["路口"].agrees, found["路口"].unit) == (None, "个")
    loaded = county.read(lambda reader: figures_of(reader, COUNTY, DAY, loaded=True))
    assert {figure.code for figure in loaded} == {"lamps", "路口"}
