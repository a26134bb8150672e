"""Kinds 1, 2, 4, 5, 9, 19, 21, 22, 25: where a table begins, what stands for what is above, which place and grid is meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.loaders.conftest import GRID, Book, Find, Load, Rows
from wushe.graph import Graph
from wushe.loaders.divisions import init_county
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.report import LoadReport
from wushe.settings import Settings

HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:IN]->(b) RETURN b.name AS body, b.id AS id, o.kind AS post, p.name AS name, "
    "h.phone AS phone, h.since AS since, h.by AS by ORDER BY name"
)
OFFICER = ["村(社区)", "网格", "姓名", "手机"]


def held(find: Find, *columns: str) -> list[tuple[Any, ...]]:
    """Who holds what, by name."""
    return [tuple(row[column] for column in columns) for row in find(HELD)]


def told(report: LoadReport) -> list[tuple[str, int | None, str | None]]:
    """Severity, row and column of every problem."""
    return [(p.severity.value, p.row, p.column) for p in report.problems]


def test_1_titles_and_fillers_that_look_like_headers(book: Book, load: Load, find: Find) -> None:
    """The header is where the headers are, however deep; the titles date the file and say of which of two villages it is."""
    rows: Rows = [
        ["玉山镇2024年社工名册（姓名、单位以任命文件为准）"],
        [],
        ["填报单位：玉山镇人民政府", None, "填报时间：2024年3月5日", "填报人：某", "联系电话：见封面"],
        ["单位", "姓名"],
        ["说明：姓名、岗位按实际填写"],
        [],
        ["序号", "单位", "岗位", "姓名", "联系电话"],
        [1, "青龙村", "社工", "张三", "12000000001"],
    ]
    report = load(book(名册=rows))
    assert (report.problems, report.as_of, report.as_of_from) == ([], date(2024, 3, 5), "标题")
    assert report.sheets[0].kept == ["单位", "岗位", "姓名", "联系电话"]
    assert held(find, "id", "name", "since") == [("place:511903101200", "张三", date(2024, 3, 5))]
    assert held(find, "by")[0][0][0].endswith("#名册!8")
    assert find("MATCH (l:Load {title: '名册.xlsx'}) RETURN l.asOf AS day, l.read AS read") == [
        {"day": date(2024, 3, 5), "read": 1}
    ]


def test_2_three_rows_of_headers(tmp_path: Path, load: Load, find: Find) -> None:
    """Groups within groups, merged: the header is known by its leaf, or by the groups above it."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    rows: list[list[Any]] = [
        ["村干部通讯录"],
        ["序号", "村(社区)", "村(社区)干部", None, None, None],
        [None, None, "书记", None, "主任", None],
        [None, None, "姓名", "电话", "姓名", "电话"],
        [1, "狮子山村", "张三", "12000000001", "李四", "12000000002"],
        [2, "登科寺社区", "王五", None, "空缺", None],
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A1:F1", "A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3"):
        sheet.merge_cells(area)
    workbook.save(tmp_path / "通讯录.xlsx")
    report = load(tmp_path / "通讯录.xlsx")
    assert (report.problems, report.sheets[0].table, report.total("loaded")) == ([], "village_cadres", 2)
    assert held(find, "body", "post", "name", "phone") == [
        ("狮子山村", "secretary", "张三", "12000000001"),
        ("狮子山村", "director", "李四", "12000000002"),
        ("登科寺社区", "secretary", "王五", None),
    ]


def test_4_blanks_end_at_a_subtotal(book: Book, load: Load, find: Find) -> None:
    """Below it, and below an empty row, a blank is the community of nobody: the row waits."""
    rows = [
        OFFICER,
        ["登科寺社区", "1", "张三"],
        [None, "2", "李四"],
        ["小计", None, 2],
        [None, "1", "王五"],
        [],
        [None, "2", "赵六"],
    ]
    report = load(book(网格=GRID, 名册=rows))
    assert told(report) == [("quarantined", 5, "网格"), ("quarantined", 7, "网格")]
    assert held(find, "body", "name") == [("登科寺社区第1网格", "张三"), ("登科寺社区第2网格", "李四")]


@pytest.mark.parametrize("mark", ["同上", "〃", "″", '"', "''", "同前", "（同上）", "—同上—"])
def test_5_every_mark_for_the_row_above(book: Book, load: Load, find: Find, mark: str) -> None:
    """In columns of any kind; where nothing stands above, the row waits and the cell is named."""
    head = ["单位", "岗位", "姓名", "联系电话", "任职时间"]
    first = ["登科寺社区", "社工", "张三", "0827-0000001", "2023-05-01"]
    report = load(book(名册=[head, [mark, "社工", "赵六", None, None], first, [mark, mark, "李四", mark, mark]]))
    assert told(report) == [("quarantined", 2, "单位")]
    assert held(find, "body", "post", "name", "since") == [
        ("登科寺社区", "social_worker", "张三", date(2023, 5, 1)),
        ("登科寺社区", "social_worker", "李四", date(2023, 5, 1)),
    ]


@pytest.mark.parametrize(
    "pairs", ["书记：张三；主任：李四", "书记:张三\n主任:李四", "书记：张三、主任：李四", "书记 张三 主任 李四"]
)
def test_9_posts_written_with_names(book: Book, load: Load, find: Find, pairs: str) -> None:
    """The word before a name is its post."""
    report = load(book(名册=[["单位", "岗位", "姓名", "联系电话"], ["狮子山村", None, pairs, None]]))
    assert (report.problems, report.total("loaded")) == ([], 1)
    assert held(find, "post", "name") == [("secretary", "张三"), ("director", "李四")]


def test_19_a_workbook_of_many_sheets(tmp_path: Path, load: Load, find: Find) -> None:
    """Those with a header are read, rows that a filter hides too; sums, notes and hidden sheets are passed over by name."""
    workbook = Workbook()
    one, two = workbook.worksheets[0], workbook.create_sheet("玉山镇")
    one.title = "登科街道"
    for row in (["单位", "岗位", "姓名"], ["登科寺社区", "社工", "张三"], ["狮子山村", "社工", "李四"]):
        one.append(row)
    one.auto_filter.ref = "A1:C3"
    one.auto_filter.add_filter_column(0, ["登科寺社区"])
    one.row_dimensions[3].hidden = True
    for row in (["玉山镇名册"], ["岗位", "姓名", "单位"], ["社工", "王五", "玉山镇青龙村"]):
        two.append(row)
    total, notes, old = (workbook.create_sheet(name) for name in ("汇总", "填表说明", "2019年"))
    for sums in (["镇街", "社工数"], ["登科街道", "2"], ["玉山镇", "1"]):
        total.append(sums)
    notes.append(["请如实填写"])
    for row in (["单位", "岗位", "姓名"], ["登科寺社区", "社工", "赵六"]):
        old.append(row)
    old.sheet_state = "hidden"
    workbook.create_sheet("空")
    workbook.save(tmp_path / "名册.xlsx")
    report = load(tmp_path / "名册.xlsx")
    assert held(find, "body", "name") == [("登科寺社区", "张三"), ("狮子山村", "李四"), ("青龙村", "王五")]
    assert [(s.name, s.table, s.loaded) for s in report.sheets if s.table] == [
        ("登科街道", "tenures", 2),
        ("玉山镇", "tenures", 1),
    ]
    said = {p.sheet: p.message for p in report.problems}
    assert {name: said[name][:6] for name in said} == {
        "汇总": "没有认出表头",
        "填表说明": "没有认出表头",
        "2019年": "是隐藏的工作",
    }
    assert report.exit_code == 0


@pytest.fixture
def real(graph: Graph) -> Graph:
    """The towns and villages of the real county, with what they were called before."""
    init_county(graph, "511903")
    return graph


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("登科寺", "登科寺社区"),
        ("登科寺社区", "登科寺社区"),
        ("登科寺居委会", "登科寺社区"),
        ("登科寺社区居委会", "登科寺社区"),
        ("登科寺社区居民委员会", "登科寺社区"),
        ("登科街道登科寺社区", "登科寺社区"),
        ("恩阳区登科街道登科寺", "登科寺社区"),
        ("511903001002", "登科寺社区"),
        ("登科社区", "登科寺社区"),
        ("玉山镇青龙村", "青龙村"),
        ("鼓楼村", "古楼村"),
    ],
)
def test_21_a_village_by_every_name(real: Graph, book: Book, home: Settings, written: str, name: str) -> None:
    """Short and whole, by its committee and its code, and by the name it bore before."""
    rows = [["单位", "岗位", "姓名"], [written, "社工", "张三"]]
    report = load_file(real, book(名册=rows), home, LoadOptions(as_of=date(2024, 7, 15)))
    assert (report.problems, report.total("loaded")) == ([], 1)
    bodies = real.read(lambda r: r.run("MATCH (:Person)-[:HOLDS]->()-[:IN]->(b) RETURN b.name AS name"))
    assert bodies == [{"name": name}]


def test_21_one_name_in_two_towns(real: Graph, book: Book, home: Settings) -> None:
    """Is guessed at by nobody: the row waits and both are named."""
    rows = [["单位", "岗位", "姓名"], ["青龙村", "社工", "张三"]]
    report = load_file(real, book(名册=rows), home, LoadOptions(as_of=date(2024, 7, 15)))
    assert told(report) == [("quarantined", 2, "单位")]
    assert "玉山镇/青龙村" in report.problems[0].message
    assert "雪山镇/青龙村" in report.problems[0].message
    assert report.quarantine is not None
    assert real.read(lambda r: r.run("MATCH (p:Person) RETURN p.name AS name")) == []


STYLES = [
    "第一网格",
    "2网格",
    "登科寺社区03网格",
    "四格",
    "⑤网格",
    "006",
    "网格7",
    "8号网格",
    "登科寺第9网格",
    10,
    "十一",
]


def test_22_grids_in_every_style(book: Book, load: Load, find: Find) -> None:
    """The number within its village tells a grid; in the graph it is called as it was first."""
    grids = [["名称", "类型", "上级"], *([f"第{n}网格", "网格", "登科寺社区"] for n in range(1, 12))]
    rows = [
        ["村(社区)", "网格", "姓名"],
        *(["登科寺社区", style, f"甄{chr(0x4E00 + n)}"] for n, style in enumerate(STYLES)),
    ]
    report = load(book(网格=grids, 名册=rows))
    assert (report.problems, report.total("loaded")) == ([], 22)
    assert held(find, "body") == [(f"登科寺社区第{n}网格",) for n in range(1, 12)]


def test_25_headers_that_say_how_to_fill_them_in(book: Book, load: Load, find: Find) -> None:
    """The note is no part of the header; a header with another note is one that nobody knows."""
    rows: Rows = [
        ["姓名（必填）", "单位（全称）", "岗位（必填）", "联系电话（手机）", "任职时间（年月）", "备注（家庭）"],
        ["张三", "登科寺社区", "社工", "12000000001", "2023.5", "某"],
    ]
    report = load(book(名册=rows))
    assert held(find, "body", "name", "phone", "since") == [("登科寺社区", "张三", "12000000001", date(2023, 5, 1))]
    assert report.sheets[0].dropped == ["备注(家庭)"]
    assert report.exit_code == 0
