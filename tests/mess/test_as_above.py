"""Kinds 4 and 5: blanks and 同上 that mean the same as above, never across a subtotal, an empty row or another town."""

from __future__ import annotations

from tests.loaders.conftest import GRID, Book, Find, Load
from wushe.loaders.filling import filled_rows
from wushe.loaders.reading import Row, Sheet
from wushe.loaders.recognise import recognise

HELD = "MATCH (p:Person)-[h:HOLDS]->()-[:IN]->(b) RETURN b.name AS body, p.name AS name, h.by AS by ORDER BY body, name"
TOP = ("镇街", "村(社区)", "网格", "姓名", "政治面貌", "手机")


def villages(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    """The town, village and grid of every row, once filled."""
    sheet = recognise(Sheet("表", (Row(1, TOP), *(Row(n, row) for n, row in enumerate(rows, start=2) if row))))  # type: ignore[arg-type]
    assert sheet is not None
    return [filled.row.cells[:3] for filled in filled_rows(sheet)]


def test_a_blank_village_is_that_of_the_row_above() -> None:
    """Town and village, but not the grid: that is the row's own."""
    rows = villages(("甲镇", "乙村", "1", "张三"), (None, None, "2", "李四"), (None, None, None, "王五"))
    assert rows == [("甲镇", "乙村", "1"), ("甲镇", "乙村", "2"), ("甲镇", "乙村", None)]


def test_another_town_has_other_villages() -> None:
    """A village is not taken over into the next town; a town said again keeps it."""
    rows = villages(("甲镇", "乙村", "1", "张三"), ("丙镇", None, "2", "李四"), ("丙镇", None, "3", "王五"))
    assert rows[1:] == [("丙镇", None, "2"), ("丙镇", None, "3")]
    assert villages(("甲镇", "乙村", "1", "张三"), ("甲镇", None, "2", "李四"))[1] == ("甲镇", "乙村", "2")


def test_only_rows_with_a_name_are_filled_and_a_subtotal_ends_it() -> None:
    """小计, an empty row and a row without a name take nothing and give nothing."""
    first = ("甲镇", "乙村", "1", "张三")
    assert villages(first, (None, None, "2", None))[1] == (None, None, "2")
    assert villages(first, ("小计", "1人"), (None, None, "2", "李四")) == [first[:3], (None, None, "2")]
    assert villages(first, (), (None, None, "2", "李四"))[1] == (None, None, "2")


def test_blanks_load_where_the_village_above_is(book: Book, load: Load, find: Find) -> None:
    """Two officers of one community; each has the attestation of its own row."""
    rows = [TOP[1:], ["登科寺社区", "第1网格", "张三", "党员", None], [None, "2", "李四", "同上", None]]
    report = load(book(网格=GRID, 名册=rows))
    assert (report.exit_code, report.total("loaded")) == (0, 4)
    held = [(row["body"], row["name"], row["by"][0].rpartition("#")[2]) for row in find(HELD)]
    assert held == [("登科寺社区第1网格", "张三", "名册!2"), ("登科寺社区第2网格", "李四", "名册!3")]
    tallies = find("MATCH (t:Tally {attribute: 'party_member'}) RETURN t.count AS count, t.of AS of")
    assert tallies == [{"count": 2, "of": 2}]


def test_ditto_marks(book: Book, load: Load, find: Find) -> None:
    """同上, 〃 and a lone quotation mark stand for the cell above; above nothing, the row waits."""
    rows = [
        TOP[1:],
        ["同上", "第1网格", "赵六", None, None],
        ["登科寺社区", "第1网格", "张三", None, "12000000001"],
        ["〃", "第2网格", "同上", None, "同前"],
    ]
    report = load(book(网格=GRID, 名册=rows))
    problems = [(p.severity, p.row, p.column, p.cell) for p in report.problems if p.row]
    assert problems == [("quarantined", 2, "村(社区)", "A2")]
    assert [(row["body"], row["name"]) for row in find(HELD)] == [
        ("登科寺社区第1网格", "张三"),
        ("登科寺社区第2网格", "张三"),
    ]
    assert find("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 1}]
