"""Kind 20: subtotals, totals, notes and signatures are no rows; a total that does not fit is reported with both numbers."""

from __future__ import annotations

import pytest

from tests.loaders.conftest import GRID, Book, Find, Load
from wushe.loaders.feet import is_foot
from wushe.loaders.reading import Row

TOP = ["村(社区)", "网格", "姓名", "手机"]


@pytest.mark.parametrize(
    ("cells", "foot"),
    [
        (("合计", None, "16人"), True),
        ((None, "小 计", 5), True),
        (("登科寺社区小计：5人",), True),
        (("注：1.截至7月",), True),
        (("2.另有兼职网格员未列",), True),
        (("填表人：张三", "审核人：李四"), True),
        (("负责人签字：",), True),
        (("单位（盖章）：",), True),
        (("2024年7月15日",), True),
        (("登科寺社区", "第1网格", "张三"), False),
        ((1, "登科寺社区", "第1网格", "空缺"), False),
        (("注溪村", "第1网格", "张三"), False),
        ((), False),
    ],
)
def test_what_is_a_foot(cells: tuple[str | int | None, ...], foot: bool) -> None:
    """By the words of a cell, wherever the row stands."""
    assert is_foot(Row(9, cells), "grid_officers") is foot


def test_a_figure_called_total_is_a_row() -> None:
    """Tables of free words are not read for totals within them."""
    assert not is_foot(Row(2, ("全区网格总计", 385)), "figures")


ROWS = [
    ["填报单位：登科街道"],
    TOP,
    ["登科寺社区", "第1网格", "张三", "12000000001"],
    ["小计", None, "1人"],
    ["登科寺社区", "第2网格", "空缺", None],
    ["小计", None, 2],
]


def test_totals_that_fit_say_nothing(book: Book, load: Load, find: Find) -> None:
    """Rows may be counted with or without vacancies; signatures and notes at the end are passed over."""
    rows = [*ROWS[:-1], ["小计", None, 1], ["合计 2人"], ["注：空缺的正在招聘"], ["填表人：李四   审核人：王五"]]
    report = load(book(网格=GRID, 名册=rows))
    assert (report.problems, report.sheets[1].read, report.exit_code) == ([], 2, 0)
    assert find("MATCH (p:Person) RETURN p.name AS name") == [{"name": "张三"}]


def test_totals_that_do_not_fit(book: Book, load: Load) -> None:
    """A subtotal counts what stands since the last, a total everything; both numbers are said."""
    report = load(book(网格=GRID, 名册=[*ROWS, ["合计：16人"]]))
    told = [(p.severity, p.sheet, p.row) for p in report.problems]
    assert told == [("warning", "名册", 6), ("warning", "名册", 7)]
    assert "16" in report.problems[1].message
    assert "1 人（2 行）" in report.problems[1].message
    assert report.exit_code == 1
