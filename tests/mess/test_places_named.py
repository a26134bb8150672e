"""Kind 21 and what rosters of units leave open: a name means one thing, or the row waits with the reason."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.conftest import GRID, Book, Find, Load, Rows
from wushe.loaders.unresolved import one_apart

TOP = ["镇街", "村(社区)", "网格", "姓名"]
OFFICE: Rows = [
    ["名称", "类型", "所在地"],
    ["登科街道办", "街道办事处", "登科街道"],
    ["玉山镇政府", "镇政府", "玉山镇"],
]


def reasons(book: Book, load: Load, *rows: list[str | None]) -> list[tuple[str, int | None, str | None, str]]:
    """The problems of a roster of grid officers."""
    report = load(book(网格=GRID, 名册=[TOP, *rows]))
    return [(p.severity.value, p.row, p.column, p.message) for p in report.problems]


def test_a_village_in_the_wrong_town_waits(book: Book, load: Load, find: Find) -> None:
    """Though its name is the only one in the county; the report says where the village is."""
    ((severity, row, column, message),) = reasons(book, load, ["玉山镇", "登科寺社区", "1", "张三"])
    assert (severity, row, column) == ("quarantined", 2, "村(社区)")
    assert "不在“玉山镇”" in message
    assert "登科街道/登科寺社区" in message
    assert find("MATCH (p:Person) RETURN p.name AS name") == []


@pytest.mark.parametrize("village", ["登科寺", "登科街道登科寺社区", "登科街道登科寺"])
def test_every_form_of_a_village(book: Book, load: Load, find: Find, village: str) -> None:
    """Short, and with its town before it, which the row says besides."""
    assert reasons(book, load, ["登科街道", village, "1", "张三"]) == []
    assert find("MATCH (:Person)-[:HOLDS]->()-[:IN]->(b) RETURN b.name AS name") == [{"name": "登科寺社区第1网格"}]


@pytest.mark.parametrize("title", ["玉山镇两委通讯录", "恩阳区玉山镇村(社区)两委通讯录", "2024年玉山镇通讯录"])
def test_the_town_in_a_title_tells_namesakes_apart(book: Book, load: Load, find: Find, title: str) -> None:
    """There is a 青龙村 in two towns; what is not in the title's town is still found."""
    rows: Rows = [[title], ["单位", "岗位", "姓名"], ["青龙村", "社工", "张三"], ["登科寺社区", "社工", "李四"]]
    assert load(book(名册=rows)).problems == []
    held = find("MATCH (p:Person)-[:HOLDS]->()-[:IN]->(b) RETURN p.name AS name, b.id AS id ORDER BY name")
    assert [tuple(row.values()) for row in held] == [("张三", "place:511903101200"), ("李四", "place:511903001002")]


def test_a_title_without_a_town_tells_nothing(book: Book, load: Load) -> None:
    """The row waits, with both places."""
    rows: Rows = [["两委通讯录"], ["单位", "岗位", "姓名"], ["青龙村", "社工", "张三"]]
    (problem,) = load(book(名册=rows)).problems
    assert "有 2 处" in problem.message


def test_what_is_written_alike_is_only_suggested(book: Book, load: Load, find: Find) -> None:
    """Another character of the same or nearly the same sound; never taken."""
    found = reasons(book, load, [None, "登科士社区", "1", "张三"], [None, "师子山村", "1", "李四"])
    assert [(severity, row) for severity, row, _, _ in found] == [("quarantined", 2), ("quarantined", 3)]
    assert "是不是要写：恩阳区/登科街道/登科寺社区" in found[0][3]
    assert "是不是要写：恩阳区/登科街道/狮子山村" in found[1][3]
    assert find("MATCH (p:Person) RETURN p.name AS name") == []


def test_what_is_not_there_yet_is_told_to_be_loaded_first(book: Book, load: Load) -> None:
    """Another grid, another organisation is not what was meant."""
    ((_, _, _, message),) = reasons(book, load, ["登科街道", "登科寺社区", "9", "张三"])
    assert "是不是" not in message
    assert "先载入区划与网格表" in message
    rows = [["单位", "岗位", "姓名"], ["登科寺社区党委", "书记", "张三"]]
    (problem,) = load(book("二.xlsx", 组织=[OFFICE[0], ["登科寺社区妇联", "妇联", "登科寺社区"]], 任职=rows)).problems
    assert "是不是" not in problem.message
    assert "先载入组织表" in problem.message


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("登科士", "登科寺", True),
        ("登科", "登科寺", True),
        ("登寺", "登科寺", True),
        ("登科寺", "登科寺", False),
        ("第1网格", "第2网格", False),
        ("古楼", "鼓山", False),
    ],
)
def test_one_character_apart(one: str, other: str, apart: bool) -> None:
    """Another, missing or too many; a figure is no slip."""
    assert one_apart(one, other) is apart


@pytest.mark.parametrize("together", [True, False])
def test_an_office_is_the_office_where_there_is_one(book: Book, load: Load, find: Find, together: bool) -> None:
    """In the file or in the graph; else the place, which is called so too."""
    rows = [["单位", "岗位", "姓名"], ["登科街道办事处", "干事", "张三"], ["玉山镇人民政府", "干事", "李四"]]
    reports = [load(book(组织=OFFICE, 任职=rows))] if together else [load(book(组织=OFFICE)), load(book(任职=rows))]
    assert [report.problems for report in reports if report.problems] == []
    bodies = find("MATCH (p:Person)-[:HOLDS]->()-[:IN]->(b) RETURN p.name AS p, b.name AS b ORDER BY p")
    assert [tuple(row.values()) for row in bodies] == [("张三", "登科街道办"), ("李四", "玉山镇政府")]
    load(book(任职=[rows[0], ["雪山镇", "干事", "王五"]]), as_of=date(2024, 9, 1))
    assert find("MATCH (:Person {name: '王五'})-[:HOLDS]->()-[:IN]->(b) RETURN b.name AS b") == [{"b": "雪山镇"}]


def test_a_named_head_is_kept_beside_a_named_member(book: Book, load: Load, find: Find) -> None:
    """The head of the unit and its member of the committee are two people."""
    units = [
        ["名称", "类型", "所在地"],
        ["登科寺社区大党委", "社区大党委", "登科寺社区"],
        ["示例银行", "驻区单位", "登科寺社区"],
    ]
    rows = [
        ["登科寺社区大党委成员单位名单"],
        ["成员单位", "负责人", "委员姓名", "联系电话"],
        ["示例银行", "张三", "李四", "12000000001"],
    ]
    assert load(book(组织=units, 名单=rows)).problems == []
    held = find("MATCH (p:Person)-[h:HOLDS]->(o)-[:IN]->(b) RETURN b.name AS b, p.name AS p, h.phone AS t ORDER BY b")
    assert [tuple(row.values()) for row in held] == [
        ("登科寺社区大党委", "李四", "12000000001"),
        ("示例银行", "张三", None),
    ]


def test_one_cell_with_two_counts_is_reported(book: Book, load: Load, find: Find) -> None:
    """The later row stands; both numbers and the earlier row are said."""
    rows = [
        ["村(社区)", "好邻居片", "好邻居姓名", "联系户数"],
        ["登科寺社区", "1", "甲一", 11],
        [None, "1", "甲一", 9],
    ]
    (problem,) = load(book(好邻居=rows)).problems
    assert (problem.severity, problem.row, problem.column) == ("warning", 3, "联系户数")
    assert "第 2 行写的是 11，这里是 9" in problem.message
    assert find("MATCH (c:Place {kind: 'cell'}) RETURN c.households AS n") == [{"n": 9}]
