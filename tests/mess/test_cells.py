"""Kinds 6, 7, 8, 10, 11, 14, 16, 23 as whole rosters: every form of a cell, what it becomes in the graph, what is said of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.loaders.conftest import DAY, GRID, Book, Find, Load, Rows
from wushe.loaders.report import LoadReport
from wushe.schema import FOREVER

HEAD = ["单位", "岗位", "姓名", "联系电话", "办公电话", "任职时间", "备注"]
HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:IN]->(b) RETURN b.name AS body, o.kind AS post, o.name AS label, "
    "p.name AS name, h.status AS status, h.phone AS phone, o.officePhone AS office, h.since AS since, h.until AS until, "
    "h.sincePrecision AS precision, h.remark AS remark ORDER BY label, name"
)
PLACE = "登科寺社区"


def held(find: Find, *columns: str) -> list[tuple[Any, ...]]:
    """Who holds what."""
    return [tuple(row[column] for column in columns) for row in find(HELD)]


def told(report: LoadReport) -> list[tuple[str, int | None, str | None, str | None]]:
    """Severity, row, column and cell of every problem, by row."""
    return sorted((p.severity.value, p.row, p.column, p.cell) for p in report.problems)


def worker(name: str | None, *more: object) -> list[object]:
    """A row of a social worker."""
    return [PLACE, "社工", name, *more]


PLACEHOLDERS = ["/", "—", "--", "－－", "×", "无", "暂无", "***", "N/A", "……", " "]


def test_6_placeholders_are_nothing(book: Book, load: Load, find: Find) -> None:
    """In any cell but a name, and nothing is said of them."""
    rows = [
        worker(f"甄{chr(0x4E00 + n)}", word, word, word, word) for n, word in enumerate([*PLACEHOLDERS, "待定", "空缺"])
    ]
    report = load(book(名册=[HEAD, *rows]))
    assert (report.problems, report.total("loaded"), report.exit_code) == ([], len(rows), 0)
    assert set(held(find, "phone", "office", "since", "remark")) <= {
        (None, None, DAY, None),
        (None, None, DAY, "待定"),
        (None, None, DAY, "空缺"),
    }


@pytest.mark.parametrize("word", ["空缺", "待定", "缺", "暂缺", "（空缺）", "/", "——", "×", "无", "暂无", "***", "—"])
def test_6_a_post_that_nobody_holds(book: Book, load: Load, find: Find, word: str) -> None:
    """The post is there, nobody holds it; whoever held it before does no longer; questions about gaps see it."""
    rows = [HEAD, [f"{PLACE}第1网格", "专职网格员", "张三"], [f"{PLACE}第2网格", "专职网格员", word]]
    report = load(book("一.xlsx", 网格=GRID, 名册=rows))
    assert (report.problems, report.total("loaded"), report.exit_code) == ([], 4, 0)
    posts = find("MATCH (o:Post)-[:IN]->(b) RETURN b.name AS body, EXISTS {(o)<-[:HOLDS]-()} AS held ORDER BY body")
    assert [tuple(row.values()) for row in posts] == [(f"{PLACE}第1网格", True), (f"{PLACE}第2网格", False)]
    later = load(book("二.xlsx", 名册=[HEAD, [f"{PLACE}第1网格", "专职网格员", word]]), as_of=date(2024, 9, 1))
    assert (told(later), later.result.ended) == ([("notice", 2, "姓名", "C2")], 1)
    assert "到 2024-09-01 为止" in later.problems[0].message
    assert held(find, "name", "until") == [("张三", date(2024, 9, 1))]


def test_7_full_width_spaced_and_invisible(book: Book, load: Load, find: Find) -> None:
    """Headers, codes, numbers, dates and brackets are read in one spelling; names lose the spaces between characters."""
    rows: Rows = [
        ["单　位", "岗\u00a0位", "姓　名", "联系电话（手机）", "办公\u200b电话", "任职　时间", "备　注"],
        [
            "登科寺\u200b社区",
            "社 工",
            "张　三",
            "１２０００００００１１",
            "０８２７－０００００１１",
            "２０２４－０１－０２",
            "分管　环卫",
        ],
        [
            "登科寺社区",
            "社工",
            "李\u00a0四（兼）",
            "120\u00a00000\u00a00012",
            "（０８２７）0000012",
            "２０２４年１月",
            "①类",
        ],
        ["登科寺社区", "社工", "\ufeff王五\u200d", "120–0000–0013", None, None, None],
        ["狮子⼭村", "社工", "欧阳 建 国", None, None, None, None],
    ]
    report = load(book(名册=rows))
    assert (report.problems, report.total("loaded")) == ([], 4)
    assert set(held(find, "body", "name", "status", "phone", "since")) == {
        ("狮子山村", "欧阳建国", "SUBSTANTIVE", None, DAY),
        ("登科寺社区", "张三", "SUBSTANTIVE", "12000000011", date(2024, 1, 2)),
        ("登科寺社区", "李四", "CONCURRENT", "12000000012", date(2024, 1, 1)),
        ("登科寺社区", "王五", "SUBSTANTIVE", "12000000013", DAY),
    }
    offices = find("MATCH (o:Post {kind: 'social_worker'}) RETURN o.officePhone AS phone ORDER BY phone")
    assert offices == [{"phone": "0827-0000012"}, {"phone": None}]
    assert set(held(find, "remark")) == {(None,), ("分管环卫",), ("①类",)}


SEVERAL = [
    "张三、李四",
    "张三，李四",
    "张三,李四",
    "张三；李四",
    "张三;李四",
    "张三/李四",
    "张三|李四",
    "张三\n李四",
    "张三 李四",
    "张三　李四",
]


@pytest.mark.parametrize("names", SEVERAL)
def test_8_several_people_in_a_cell(book: Book, load: Load, find: Find, names: str) -> None:
    """Each a person of their own, with the number that stands where their name does."""
    report = load(book(名册=[HEAD, worker(names, "12000000001\n12000000002"), worker("王 五", "12000000003")]))
    assert (report.problems, report.total("loaded")) == ([], 2)
    assert held(find, "name", "phone") == [("张三", "12000000001"), ("李四", "12000000002"), ("王五", "12000000003")]


def test_8_spaces_between_other_than_names(book: Book, load: Load, find: Find) -> None:
    """Only words of two to four Han characters each are several people."""
    rows = [HEAD, worker("张 三"), worker("Anna Maria Muster"), worker("买买提 阿卜杜拉艾则孜")]
    report = load(book(名册=rows))
    assert report.problems == []
    assert {row[0] for row in held(find, "name")} == {"张三", "Anna Maria Muster", "买买提阿卜杜拉艾则孜"}


NOTED = [
    ("张三（兼）", "CONCURRENT"),
    ("张三(兼任)", "CONCURRENT"),
    ("张三【代】", "ACTING"),
    ("张三〔代理〕", "ACTING"),
    ("张三[挂职]", "SECONDED"),
    ("张三（女）", "SUBSTANTIVE"),
    ("张三（女，代）", "ACTING"),
    ("张三（女，藏族，中共党员，大专）", "SUBSTANTIVE"),
]


@pytest.mark.parametrize(("written", "status"), NOTED)
def test_10_notes_beside_a_name(book: Book, load: Load, find: Find, written: str, status: str) -> None:
    """What they say of the post is kept, what they say of the person is dropped; the name is one."""
    report = load(book(名册=[HEAD, [PLACE, "书记", written]]))
    assert (report.problems, report.total("loaded")) == ([], 1)
    assert held(find, "name", "status") == [("张三", status)]
    assert find("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 1}]


def test_10_a_note_that_says_nothing_to_us(book: Book, load: Load, find: Find) -> None:
    """Is told of, and the name is kept without it."""
    report = load(book(名册=[HEAD, [PLACE, "书记", "张三（甲组）"]]))
    assert [(p.severity.value, p.row, p.cell) for p in report.problems] == [("notice", 2, "C2")]
    assert held(find, "name") == [("张三",)]


@pytest.mark.parametrize(
    ("posts", "labels"),
    [
        ("党支部书记、村委会主任", ["党支部书记", "村委会主任"]),
        ("书记兼主任", ["书记", "主任"]),
        ("支部书记（主任）", ["支部书记", "主任"]),
        ("书记/主任/妇联主席", ["书记", "主任", "妇联主席"]),
        ("书记\n主任", ["书记", "主任"]),
        ("书记，代主任", ["书记", "主任"]),
    ],
)
def test_11_several_posts_in_a_cell(book: Book, load: Load, find: Find, posts: str, labels: list[str]) -> None:
    """One person holds each of them; none is lost."""
    report = load(book(名册=[HEAD, ["狮子山村", posts, "张三", "12000000001"]]))
    assert (report.problems, report.total("loaded")) == ([], 1)
    assert sorted(held(find, "label")) == sorted((label,) for label in labels)
    assert find("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 1}]
    acting = [label for label, status in held(find, "label", "status") if status == "ACTING"]
    assert acting == (["主任"] if "代" in posts else [])


PHONES: list[tuple[object, str | None, str | None]] = [
    ("120 0000 0001", "12000000001", None),
    ("120-0000-0002", "12000000002", None),
    ("+8612000000003", "12000000003", None),
    ("0086 120 0000 0004", "12000000004", None),
    (12000000005, "12000000005", None),
    (12000000006.0, "12000000006", None),
    ("12000000007.0", "12000000007", None),
    ("0827-0000008", None, "0827-0000008"),
    ("（0827）0000009", None, "0827-0000009"),
    ("0000010", None, "0827-0000010"),
    ("短号 600011", None, "600011"),
    ("12000000012/0827-0000012", "12000000012", "0827-0000012"),
    ("手机12000000013，办公0000013", "12000000013", "0827-0000013"),
    (8270000014, None, "0827-0000014"),
    ("1.2E+10", None, None),
    ("120000", None, "120000"),
    ("详见通讯录", None, None),
]


def test_14_numbers_in_every_form(book: Book, load: Load, find: Find) -> None:
    """The shape tells a mobile from an office line; the county's area code is put before a bare one; what a spreadsheet
    destroyed and what is none is dropped and said, and its row stays."""
    rows = [[PLACE, f"第{n:02d}岗", f"甄{chr(0x4E00 + n)}", number] for n, (number, _, _) in enumerate(PHONES)]
    report = load(book(名册=[HEAD, *rows]))
    assert held(find, "phone", "office") == [(mobile, office) for _, mobile, office in PHONES]
    assert told(report) == [("warning", 16, "联系电话", "D16"), ("warning", 18, "联系电话", "D18")]
    assert (report.total("loaded"), report.exit_code) == (len(PHONES), 1)


def test_14_a_line_where_no_area_code_is_known(book: Book, load: Load, find: Find, county: Any) -> None:
    """Stays as it is, and is reported."""
    county.statement("MATCH (g:Graph) SET g.areaCodes = []")
    report = load(book(名册=[HEAD, worker("张三", "0000001")]))
    assert [(p.severity.value, p.row, p.column) for p in report.problems] == [("notice", 2, "联系电话")]
    assert "区号" in report.problems[0].message
    assert held(find, "office") == [("0000001",)]


WRITTEN: list[tuple[object, date, date, str]] = [
    ("1985.06", date(1985, 6, 1), FOREVER, "MONTH"),
    ("1985.6", date(1985, 6, 1), FOREVER, "MONTH"),
    ("198506", date(1985, 6, 1), FOREVER, "MONTH"),
    (198506, date(1985, 6, 1), FOREVER, "MONTH"),
    ("1985年6月", date(1985, 6, 1), FOREVER, "MONTH"),
    ("1985-06-01", date(1985, 6, 1), FOREVER, "DAY"),
    (datetime(1985, 6, 1), date(1985, 6, 1), FOREVER, "DAY"),
    ("2023.7-2026.7", date(2023, 7, 1), date(2026, 8, 1), "MONTH"),
    ("2023年7月—2026年6月", date(2023, 7, 1), date(2026, 7, 1), "MONTH"),
    ("2023年7月至今", date(2023, 7, 1), FOREVER, "MONTH"),
    ("二〇二三年七月", date(2023, 7, 1), FOREVER, "MONTH"),
    (45108, date(2023, 7, 1), FOREVER, "DAY"),
    ("45108", date(2023, 7, 1), FOREVER, "DAY"),
    (1985.06, date(1985, 6, 1), FOREVER, "MONTH"),
    (1985.12, date(1985, 12, 1), FOREVER, "MONTH"),
    (2023, date(2023, 1, 1), FOREVER, "YEAR"),
    ("85.6", date(1985, 6, 1), FOREVER, "MONTH"),
    (1985.1, date(1985, 1, 1), FOREVER, "YEAR"),
]


def test_16_dates_in_every_form(tmp_path: Path, load: Load, find: Find) -> None:
    """How exact they are is kept; two figures of a year and 1985.1, which may be October, are reported."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEAD)
    for n, (written, *_) in enumerate(WRITTEN):
        sheet.append([PLACE, f"第{n:02d}岗", f"甄{chr(0x4E00 + n)}", None, None, written])
    shown = [(datetime(2023, 7, 9), 'yyyy"年"m"月"', date(2023, 7, 1)), (2019.1, "0.00", date(2019, 10, 1))]
    for n, (written, number_format, _) in enumerate(shown, start=len(WRITTEN)):
        sheet.append([PLACE, f"第{n:02d}岗", f"甄{chr(0x4E00 + n)}", None, None, written])
        sheet.cell(n + 2, 6).number_format = number_format
    workbook.save(tmp_path / "名册.xlsx")
    report = load(tmp_path / "名册.xlsx")
    assert held(find, "since", "until", "precision") == [
        *((since, until, precision) for _, since, until, precision in WRITTEN),
        *((since, FOREVER, "MONTH") for _, _, since in shown),
    ]
    assert told(report) == [("notice", 18, "任职时间", "F18"), ("warning", 19, "任职时间", "F19")]


NAMES = [
    ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
    ("阿依古丽•艾则孜", "阿依古丽·艾则孜"),
    ("扎西．次仁", "扎西·次仁"),
    ("卓玛・央金", "卓玛·央金"),
    ("古丽 · 米娜", "古丽·米娜"),
    ("王䶮", "王䶮"),
    ("㛃", "㛃"),
    ("李𠮷", "李𠮷"),
    ("买买提艾力阿不都热合曼木合塔尔阿布力孜", "买买提艾力阿不都热合曼木合塔尔阿布力孜"),
    ("Anna-Maria O'Neil", "Anna-Maria O'Neil"),
]


@pytest.mark.parametrize("encoding", ["xlsx", "utf-8", "gb18030", "utf-16"])
def test_23_names_of_every_people(book: Book, load: Load, find: Find, tmp_path: Path, encoding: str) -> None:
    """One kind of middle dot; rare characters survive, in a workbook and in every encoding of text."""
    rows = [["单位", "岗位", "姓名"], *([PLACE, "社工", written] for written, _ in NAMES)]
    path = book(名册=rows)
    if encoding != "xlsx":
        path = tmp_path / "名册.csv"
        path.write_bytes("\n".join(",".join(row) for row in rows).encode(encoding))
    report = load(path)
    assert (report.problems, report.total("loaded")) == ([], len(NAMES))
    assert {row[0] for row in held(find, "name")} == {name for _, name in NAMES}


def test_23_a_character_that_only_one_program_knows(book: Book, load: Load, find: Find) -> None:
    """Comes in as it is, with a warning that says where."""
    report = load(book(名册=[HEAD, worker("王\ue123")]))
    assert told(report) == [("warning", 2, "姓名", "C2")]
    assert "自造字" in report.problems[0].message
    assert held(find, "name") == [("王\ue123",)]
