"""Kinds 12, 13, 27, 28: who is one person, who holds a post for one, what an older or a partial file may change."""

from __future__ import annotations

from datetime import date

from tests.loaders.conftest import GRID, Book, Find, Load
from wushe.graph import Graph
from wushe.queries.check import check
from wushe.schema import FOREVER

DAY = date(2024, 7, 15)
TOP = ["单位", "岗位", "姓名", "联系电话", "起始日期", "终止日期"]
HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post) RETURN p.name AS name, h.since AS since, h.until AS until, "
    "coalesce(h.disputed, false) AS disputed, p.id AS id ORDER BY since, name, id"
)
ONE, TWO = "登科寺社区第1网格", "登科寺社区第2网格"


def officer(name: str, since: str | None = None, grid: str = ONE, phone: str | None = None) -> list[str | None]:
    """A row of a grid's officer."""
    return [grid, "专职网格员", name, phone, since, None]


def spans(find: Find) -> list[tuple[str, date, date, bool]]:
    """Who held a post from when to when, and whether that is disputed."""
    return [(row["name"], row["since"], row["until"], row["disputed"]) for row in find(HELD)]


def test_a_name_alone_makes_nobody_the_same(book: Book, load: Load, find: Find, county: Graph) -> None:
    """Two of one name in one village without numbers stay apart, and check lists them without their name in the text."""
    load(book(网格=GRID, 任职=[TOP, officer("张三"), officer("张三", grid=TWO)]))
    assert len({row["id"] for row in find(HELD)}) == 2
    (finding,) = county.read(lambda r: check(r, ["511903"], DAY, rules=["possible_duplicate"])).findings
    assert (finding.name, finding.rule.severity) == ("张三", "WARNING")
    assert "张三" not in finding.text
    assert ONE in finding.text
    assert TWO in finding.text
    assert [by.rpartition("!")[2] for by in sorted(finding.by)] == ["2", "3"]


def test_name_village_and_mobile_make_one(book: Book, load: Load, find: Find, county: Graph) -> None:
    """However the number is written; in another village it is another person, whom check lists for the number."""
    rows = [TOP, officer("张三", phone="120 0000 0001"), officer("张三", grid=TWO, phone="+86-12000000001")]
    load(book("一.xlsx", 网格=GRID, 任职=rows))
    assert len({row["id"] for row in find(HELD)}) == 1
    assert county.read(lambda r: check(r, ["511903"], DAY, rules=["possible_duplicate"])).findings == ()
    load(book("二.xlsx", 任职=[TOP, ["玉山镇青龙村", "社工", "张三", "12000000001"]]))
    assert len({row["id"] for row in find(HELD)}) == 2
    (finding,) = county.read(lambda r: check(r, ["511903"], DAY, rules=["possible_duplicate"])).findings
    assert "手机号相同" in finding.text


def test_two_of_one_name_in_a_post_for_many(book: Book, load: Load, find: Find) -> None:
    """Different mobiles are different people, in the file and against what was loaded before."""
    first = ["登科寺社区", "社工", "王芳", "12000000001"]
    load(book("一.xlsx", 任职=[TOP, first]))
    load(book("二.xlsx", 任职=[TOP, ["登科寺社区", "社工", "王芳", "12000000002"], first]), as_of=date(2024, 9, 1))
    assert len({row["id"] for row in find(HELD)}) == 2


def test_dates_make_successors_of_two_rows(book: Book, load: Load, find: Find) -> None:
    """Both say when they began: the one ends where the other begins, and the report says so."""
    report = load(book(网格=GRID, 任职=[TOP, officer("李四", "2023-03-01"), officer("张三", "2020年")]))
    assert spans(find) == [
        ("张三", date(2020, 1, 1), date(2023, 3, 1), False),
        ("李四", date(2023, 3, 1), FOREVER, False),
    ]
    assert [(p.severity, p.sheet, p.row) for p in report.problems] == [("notice", "任职", 3)]


def test_two_files_of_one_day_are_disputed(book: Book, load: Load, find: Find) -> None:
    """Neither ends the other: both are marked, and the second file's row says so."""
    load(book("一.xlsx", 网格=GRID, 任职=[TOP, officer("张三")]))
    report = load(book("二.xlsx", 任职=[TOP, officer("李四")]))
    assert spans(find) == [("张三", DAY, FOREVER, True), ("李四", DAY, FOREVER, True)]
    assert [(p.severity, p.row, p.column) for p in report.problems] == [("warning", 2, "姓名")]
    assert (report.result.ended, report.exit_code) == (0, 1)
    load(book("三.xlsx", 任职=[TOP, officer("李四")]), as_of=date(2024, 9, 1))
    assert spans(find) == [("张三", DAY, date(2024, 9, 1), True), ("李四", DAY, FOREVER, False)]


def test_a_stale_file_fills_history_and_leaves_the_present(book: Book, load: Load, find: Find) -> None:
    """The title of 2021 dates it; whoever it names has given way to whom the later file names, and to a vacancy."""
    now = [TOP, officer("张三", "2023-05-01"), [TWO, "专职网格员", "空缺", None, None, None]]
    load(book("新.xlsx", 网格=GRID, 任职=now))
    stale = [["登科街道2021年网格员花名册"], TOP, officer("王五"), officer("赵六", grid=TWO)]
    report = load(book("旧.xlsx", 任职=stale))
    assert report.as_of == date(2021, 12, 31)
    assert spans(find) == [
        ("王五", date(2021, 12, 31), date(2023, 5, 1), False),
        ("赵六", date(2021, 12, 31), DAY, False),
        ("张三", date(2023, 5, 1), FOREVER, False),
    ]


def test_a_stale_file_that_contradicts_is_reported(book: Book, load: Load, find: Find) -> None:
    """The present holder says to have been there already: kept as history, marked, the present as it was."""
    load(book("新.xlsx", 网格=GRID, 任职=[TOP, officer("张三", "2020-05-01")]))
    report = load(book("旧.xlsx", 任职=[TOP, officer("王五")]), as_of=date(2021, 12, 31))
    assert spans(find) == [
        ("张三", date(2020, 5, 1), FOREVER, False),
        ("王五", date(2021, 12, 31), DAY, True),
    ]
    assert [(p.severity, p.row) for p in report.problems] == [("warning", 2)]


def test_a_partial_file_ends_nothing_else_and_runs_twice_the_same(book: Book, load: Load, find: Find) -> None:
    """Rows that are not mentioned stay, cells left blank take nothing away, and the same file again writes nothing."""
    load(
        book(
            "一.xlsx", 网格=GRID, 任职=[TOP, officer("张三", "2020年", phone="12000000001"), officer("李四", grid=TWO)]
        )
    )
    partial = book("二.xlsx", 任职=[TOP, officer("张三")])
    report = load(partial, as_of=date(2024, 9, 1))
    assert (report.result.added, report.result.ended) == (0, 0)
    before = spans(find)
    assert before == [("张三", date(2020, 1, 1), FOREVER, False), ("李四", DAY, FOREVER, False)]
    assert find("MATCH ()-[h:HOLDS]->() WHERE h.phone IS NOT NULL RETURN h.phone AS phone") == [
        {"phone": "12000000001"}
    ]
    assert load(partial, as_of=date(2024, 9, 1)).unchanged
    assert spans(find) == before
