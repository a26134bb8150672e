"""Kinds 6 to 11, 14, 16, 22, 23: what a cell of names, posts, numbers, dates or grids may hold."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.conftest import GRID, Book, Find, Load
from wushe.loaders.dates import parse_period
from wushe.loaders.holders import holders_of, wrong_with
from wushe.loaders.phones import parse_phones
from wushe.loaders.rows import with_unit
from wushe.loaders.tables.posts import post_names
from wushe.schema import FOREVER, Precision
from wushe.schema.naming import same_numbered

TOP = ["单位", "岗位", "姓名", "联系电话", "起始日期", "备注"]
HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post) RETURN p.name AS name, o.name AS post, h.status AS status, h.phone AS phone, "
    "h.since AS since, h.until AS until, h.remark AS remark ORDER BY post, name"
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("张三、李四，王五;赵六/孙七\n周八", ["张三", "李四", "王五", "赵六", "孙七", "周八"]),
        ("张三 李四", ["张三", "李四"]),
        ("张　三", ["张三"]),
        ("张 三、李 四", ["张三", "李四"]),
        ("阿卜杜拉．买买提", ["阿卜杜拉·买买提"]),
        ("䶮", ["䶮"]),
        ("张\u200b三（女）", ["张三"]),
        ("空缺", []),
        ("——", []),
        ("暂 无", []),
        ("***", []),
    ],
)
def test_people_of_a_cell(text: str, people: list[str]) -> None:
    """Several at once, one spelling each, nobody where a word says so."""
    assert [person.name for person in holders_of(text).people] == people


@pytest.mark.parametrize("name", ["张**", "王某", "李四12000000001", "书记", "长" * 31, "张=三"])
def test_what_is_no_name(name: str) -> None:
    """Hidden, with a number, a post, too long: the row waits."""
    assert wrong_with(name)
    assert wrong_with("欧阳·娜娜") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("党支部书记、村委会主任", ["党支部书记", "村委会主任"]),
        ("书记兼主任", ["书记", "主任"]),
        ("支部书记（主任）", ["支部书记", "主任"]),
        ("书记 主任", ["书记", "主任"]),
        ("兼职委员", ["兼职委员"]),
        ("专职网格员(社工)", ["专职网格员(社工)"]),
        ("楼栋长", ["楼栋长"]),
    ],
)
def test_posts_of_a_cell_in_their_order(text: str, names: list[str]) -> None:
    """Where every part is a post that is known; else the words stay together."""
    assert post_names(text) == names


@pytest.mark.parametrize(
    ("text", "mobiles", "lines", "bad"),
    [
        ("12000000001（同微信）", ["12000000001"], [], 0),
        ("手机：12000000001", ["12000000001"], [], 0),
        ("12000000001(612345)", ["12000000001"], ["612345"], 0),
        ("短号612345", [], ["612345"], 0),
        ("12000000001、无", ["12000000001"], [], 0),
        ("待定", [], [], 0),
        ("1.38E+10", [], [], 1),
    ],
)
def test_numbers_as_they_are_written(text: str, mobiles: list[str], lines: list[str], bad: int) -> None:
    """Labels and notes go, short numbers are office numbers, what a spreadsheet destroyed is none."""
    phones = parse_phones(text, "0827")
    assert (phones.mobiles, phones.lines, phones.bad) == (mobiles, lines, bad)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023.7-2026.7", date(2023, 7, 1), date(2026, 7, 1)),
        ("2023-07-01至2026-06-30", date(2023, 7, 1), date(2026, 6, 30)),
        ("2023-2026", date(2023, 1, 1), date(2026, 1, 1)),
        ("2023年7月至今", date(2023, 7, 1), None),
        ("二○二三年七月", date(2023, 7, 1), None),
        ("85.6", date(1985, 6, 1), None),
        ("45488", date(2024, 7, 15), None),
    ],
)
def test_periods(text: str, first: date, last: date | None) -> None:
    """From and to; 至今 is open."""
    found = parse_period(text)
    assert found is not None
    assert (found[0][0], found[1][0] if found[1] else None) == (first, last)
    assert parse_period("2026.7-2023.7") is None


def test_roles_with_names_are_posts(book: Book, load: Load, find: Find) -> None:
    """书记：张三；主任：空缺 are two posts, numbers by position; a note tells how a post is held."""
    rows = [
        TOP,
        ["登科寺社区", None, "书记：张三；主任：空缺；副书记：李四（挂职）", "12000000001、12000000002", None, None],
    ]
    report = load(book(任职=rows))
    assert (report.problems, report.exit_code) == ([], 0)
    held = [(row["post"], row["name"], row["status"], row["phone"]) for row in find(HELD)]
    assert held == [
        ("书记", "张三", "SUBSTANTIVE", "12000000001"),
        ("副书记", "李四", "SECONDED", "12000000002"),
    ]
    assert find("MATCH (o:Post {kind: 'director'}) WHERE NOT (o)<-[:HOLDS]-() RETURN o.name AS name") == [
        {"name": "主任"}
    ]


def test_numbers_that_do_not_match_the_people_go_to_nobody(book: Book, load: Load, find: Find) -> None:
    """Both counts are said; two people with one number each share even the same one."""
    rows = [
        TOP,
        ["登科寺社区", "社工", "张三 李四 王五", "12000000001/12000000002", None, None],
        ["登科寺社区", "社工", "赵六、孙七", "12000000003、12000000003", None, None],
    ]
    report = load(book(任职=rows))
    (problem,) = report.problems
    assert (problem.severity, problem.row, problem.column, problem.cell) == ("warning", 2, "联系电话", "D2")
    assert "3 个人、2 个手机号" in problem.message
    phones = {row["name"]: row["phone"] for row in find(HELD)}
    assert phones == {"张三": None, "李四": None, "王五": None, "赵六": "12000000003", "孙七": "12000000003"}


def test_dates_and_remarks_in_the_graph(book: Book, load: Load, find: Find) -> None:
    """A period ends the tenure, an ambiguous number keeps its year, a short year is told; the person's traits go."""
    rows = [
        TOP,
        ["登科寺社区", "甲岗", "张三", "待定", "2023.7-2026.7", "女，中共党员，大专学历；分管环卫"],
        ["登科寺社区", "乙岗", "李四", 6.1e10, 2020.1, "无"],
        ["登科寺社区", "丙岗", "王五", "1.38E+10", "98年6月", None],
    ]
    report = load(book(任职=rows))
    assert {(p.severity, p.row, p.column) for p in report.problems} == {
        ("warning", 4, "联系电话"),
        ("warning", 3, "联系电话"),
        ("notice", 4, "起始日期"),
        ("notice", 2, "备注"),
        ("warning", 3, "起始日期"),
    }
    assert {(p.row, p.column) for p in report.problems if p.to_json()["code"] == "LOSSY_NUMBER"} == {(4, "联系电话")}
    held = {row["post"]: row for row in find(HELD)}
    assert (held["甲岗"]["since"], held["甲岗"]["until"]) == (date(2023, 7, 1), date(2026, 8, 1))
    assert held["甲岗"]["remark"] == "分管环卫"
    assert (held["乙岗"]["since"], held["乙岗"]["until"]) == (date(2020, 1, 1), FOREVER)
    assert held["丙岗"]["since"] == date(1998, 6, 1)
    precisions = find("MATCH (:Person {name: '李四'})-[h:HOLDS]->() RETURN h.sincePrecision AS p")
    assert precisions == [{"p": Precision.YEAR.value}]


@pytest.mark.parametrize(
    "grid", ["第一网格", "1网格", "一格", "①网格", "01", "网格1", "登科寺社区01网格", "网格编号001", "1号网格"]
)
def test_one_grid_in_every_spelling(grid: str) -> None:
    """The number tells it, however it is written."""
    village = "" if grid.startswith("登科寺") else "登科寺社区"
    assert same_numbered("grid", f"{village}{with_unit(grid, '网格')}", "登科寺社区第1网格")


def test_grids_in_a_roster(book: Book, load: Load, find: Find) -> None:
    """With the village said twice; a blank grid makes nobody an officer of the village, and the column is named."""
    rows = [
        ["序号", "村(社区)", "网格", "姓名"],
        [1, "登科寺社区", "登科寺社区01网格", "张三"],
        [2, "登科寺社区", None, "李四"],
        [3, None, "②网格", "王\ue000"],
    ]
    report = load(book(网格=GRID, 名册=rows))
    assert [(p.severity, p.row, p.column, p.cell) for p in report.problems] == [
        ("quarantined", 3, "网格", "C3"),
        ("warning", 4, "姓名", "D4"),
    ]
    bodies = find("MATCH (p:Person)-[:HOLDS]->()-[:IN]->(b) RETURN b.name AS body, p.name AS name ORDER BY body")
    assert [tuple(row.values()) for row in bodies] == [("登科寺社区第1网格", "张三"), ("登科寺社区第2网格", "王\ue000")]
