"""Mess 1, 2, 3, 15, 17, 18, 19, 24, 25, 26: where the table is in the file, and what a cell is worth; from file to graph."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.loaders.conftest import GRID, Book, Find, Load, Rows
from tests.reading.biff import Cell, Old, xls
from tests.reading.making import packed, parts, sheet_xml, text_cells
from wushe.loaders.report import LoadReport, Severity
from wushe.loaders.secret_numbers import valid_identity

HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:IN]->(b) RETURN b.name AS body, o.kind AS post, p.name AS name, "
    "h.phone AS phone, h.since AS since, h.sincePrecision AS precision ORDER BY body, post, name"
)
HEAD = ["单位", "岗位", "姓名", "联系电话", "任职时间"]


def held(find: Find, *columns: str) -> list[tuple[Any, ...]]:
    """Who holds what."""
    return [tuple(row[column] for column in columns or ("body", "post", "name")) for row in find(HELD)]


def said(report: LoadReport, severity: Severity) -> list[tuple[int | None, str | None, str | None]]:
    """The row, column and cell of the problems of a severity."""
    return [(p.row, p.column, p.cell) for p in report.problems if p.severity is severity]


def saved(folder: Path, sheet: Worksheet, name: str = "名册.xlsx") -> Path:
    """The workbook of a sheet as a file."""
    assert isinstance(sheet.parent, Workbook)
    sheet.parent.save(folder / name)
    return folder / name


def sheet_of(*rows: list[Any]) -> Worksheet:
    """A new workbook's sheet with these rows."""
    sheet = Workbook().worksheets[0]
    for row in rows:
        sheet.append(row)
    return sheet


def test_1_titles_above_the_header(tmp_path: Path, load: Load, find: Find) -> None:
    """They give the date and the place; the header is found below them."""
    sheet = sheet_of(
        ["登科街道2024年网格员花名册", None, None, None],
        ["填报单位：登科街道党工委  填报时间：2024.6.15  填报人：某"],
        [],
        ["序号", "村(社区)", "网格", "姓名"],
        [1, "登科寺社区", None, "张三"],
        [2, "青龙村", None, "李四"],
    )
    sheet.merge_cells("A1:D1")
    report = load(saved(tmp_path, sheet))
    assert (report.as_of, report.as_of_from, report.sheets[0].table) == (date(2024, 6, 15), "标题", "grid_officers")
    assert report.total("read") == 2
    assert [p.row for p in report.problems if p.row] == [5, 6]  # a blank grid waits; rows are counted as they are seen


@pytest.mark.parametrize("merged", [True, False])
def test_2_a_header_of_two_rows(tmp_path: Path, load: Load, find: Find, merged: bool) -> None:
    """Groups over columns, with the merged cells or without."""
    sheet = sheet_of(
        ["名册"],
        ["单位", "岗位", "基本情况", None, "联系方式", None],
        [None, None, "姓名", "政治面貌", "手机", "办公电话"],
        ["登科寺社区", "社工", "张三", "中共党员", "12000000001", "0000002"],
    )
    for cells in ("A2:A3", "B2:B3", "C2:D2", "E2:F2") if merged else ():
        sheet.merge_cells(cells)
    report = load(saved(tmp_path, sheet))
    assert (report.total("read"), report.total("loaded"), report.exit_code) == (1, 1, 0)
    assert report.sheets[0].kept == ["单位", "岗位", "基本情况/姓名", "联系方式/手机", "联系方式/办公电话"]
    assert report.sheets[0].counted == ["基本情况/政治面貌"]
    assert held(find, "name", "phone") == [("张三", "12000000001")]
    assert find("MATCH (t:Tally) RETURN t.attribute AS a, t.count AS n, t.of AS m") == [
        {"a": "party_member", "n": 1, "m": 1}
    ]


def test_3_merged_cells_of_the_body(tmp_path: Path, load: Load, find: Find) -> None:
    """A merged cell is that of every row it reaches, in any column; a blank below it is none of it."""
    sheet = sheet_of(
        ["单位", "岗位", "姓名", "起始日期"],
        ["登科寺社区", "社工", "张三", "2023-05-01"],
        [None, None, "李四", None],
        ["狮子山村", "社工", "王五", None],
    )
    for cells in ("A2:A3", "B2:B3", "D2:D3"):
        sheet.merge_cells(cells)
    report = load(saved(tmp_path, sheet))
    assert (report.total("loaded"), report.exit_code) == (3, 0)
    assert held(find, "body", "name", "since") == [
        ("狮子山村", "王五", date(2024, 7, 15)),
        ("登科寺社区", "张三", date(2023, 5, 1)),
        ("登科寺社区", "李四", date(2023, 5, 1)),
    ]


def test_3_a_subtotal_below_a_merged_cell_is_none_of_its_rows(tmp_path: Path, load: Load, find: Find) -> None:
    """小计 within the merged village is no person."""
    sheet = sheet_of(
        ["单位", "岗位", "姓名"], ["登科寺社区", "社工", "张三"], [None, "社工", "李四"], [None, "小计", 2]
    )
    sheet.merge_cells("A2:A4")
    report = load(saved(tmp_path, sheet))
    assert (report.total("read"), report.total("loaded")) == (2, 2)
    assert held(find) == [("登科寺社区", "social_worker", "张三"), ("登科寺社区", "social_worker", "李四")]


def test_15_codes_as_numbers(book: Book, load: Load, find: Find) -> None:
    """Twelve digits are whole as a number; eighteen are destroyed and said to be."""
    rows: Rows = [
        ["名称", "类型", "所在地", "统一社会信用代码"],
        ["甲社", "社会组织", 511903001002, 5.2511903000001e17],
        ["乙社", "社会组织", 511903001002.0, None],
    ]
    report = load(book(组织=rows))
    assert said(report, Severity.WARNING) == [(2, "统一社会信用代码", "D2")]
    assert (report.total("loaded"), report.exit_code) == (2, 1)
    located = find("MATCH (o:Organization)-[:LOCATED_IN]->(p) RETURN o.name AS o, p.code AS p, o.uscc AS u ORDER BY o")
    assert [tuple(row.values()) for row in located] == [("乙社", "511903001002", None), ("甲社", "511903001002", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t"])
def test_17_encodings(tmp_path: Path, load: Load, find: Find, encoding: str, separator: str) -> None:
    """Reported; the names are what they were, rare characters too."""
    text = "单位,岗位,姓名\r\n登科寺社区,社工,䶮三\r\n".replace(",", separator)
    path = tmp_path / "名册.csv"
    path.write_bytes(text.encode(encoding))
    report = load(path)
    assert (report.encoding, report.exit_code, report.total("loaded")) == (encoding, 0, 1)
    assert held(find) == [("登科寺社区", "social_worker", "䶮三")]


PAGE = (
    "<html><table><tr><td colspan=3>名册（更新至2024年6月）</td></tr><tr><th>单位<th>岗位<th>姓名</tr>"
    "<tr><td rowspan=2>登科寺社区<td>社工<td>张三<tr><td>社工<td>李四</table>"
)
BOOK = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>{}</Table></Worksheet></Workbook>'
)
LISTED: list[list[Cell]] = [
    ["名册（更新至2024年6月）"],
    ["单位", "岗位", "姓名"],
    ["登科寺社区", "社工", "张三"],
    [None, "社工", "李四"],
]


def exported(kind: str) -> bytes:
    """The same roster as several programs would name .xls."""
    if kind == "old":
        return xls(Old("表", LISTED, [(0, 0, 0, 2), (2, 3, 0, 0)]))
    if kind == "page":
        return PAGE.encode("gb18030")
    if kind == "xml":
        down = ' ss:MergeDown="1"'
        rows = "".join(
            f"<Row>{''.join(_xml_cell(i, text, down if text == '登科寺社区' else '') for i, text in enumerate(row, 1))}</Row>"
            for row in LISTED
        )
        return BOOK.format(rows).encode()
    rows = "".join(text_cells(*(str(text or "") for text in row), row=number) for number, row in enumerate(LISTED, 1))
    return packed(parts(sheet_xml(rows, after='<mergeCells><mergeCell ref="A3:A4"/></mergeCells>')))


def _xml_cell(index: int, text: Cell, merged: str) -> str:
    return f'<Cell ss:Index="{index}"{merged}><Data ss:Type="String">{text}</Data></Cell>' if text else ""


@pytest.mark.parametrize("kind", ["old", "page", "xml", "new"])
@pytest.mark.parametrize("name", ["名册.xls", "名册.et"])
def test_18_workbooks_of_any_kind_under_an_old_name(
    tmp_path: Path, load: Load, find: Find, kind: str, name: str
) -> None:
    """Each becomes the same; the row is the one seen."""
    path = tmp_path / name
    path.write_bytes(exported(kind))
    report = load(path)
    assert (report.as_of, report.exit_code, report.total("loaded")) == (date(2024, 6, 30), 0, 2)
    assert held(find) == [("登科寺社区", "social_worker", "张三"), ("登科寺社区", "social_worker", "李四")]
    (row,) = find("MATCH (:Person {name: '李四'})-[h:HOLDS]->() RETURN h.by AS by")
    assert row["by"][0].endswith("!4")


def identity() -> str:
    """An identity number of no region that its check digit makes valid."""
    head = "00000019000101000"
    return next(head + digit for digit in "0123456789X" if valid_identity(head + digit))


def test_19_hidden_sheets_columns_and_rows(tmp_path: Path, load: Load, find: Find) -> None:
    """Hidden sheets are passed over by name; hidden columns and rows are read, and so refused for what is in them."""
    secret = identity()
    sheet = sheet_of(
        ["单位", "岗位", "姓名", "身份证号", "备注"],
        ["登科寺社区", "社工", "张三", secret, None],
        ["登科寺社区", "社工", "李四", None, secret],
        ["登科寺社区", "社工", "王五", None, None],
    )
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[4].hidden = True
    assert isinstance(sheet.parent, Workbook)
    sheet.parent.create_sheet("底表").sheet_state = "hidden"
    sheet.parent.create_sheet("填表说明").append(["请如实填写"])
    report = load(saved(tmp_path, sheet))
    assert report.sheets[0].refused_columns == ["身份证号"]
    assert (3, "备注", "E3") in said(report, Severity.REFUSED)
    assert {name for _, _, name in held(find)} == {"张三", "王五"}
    notices = {problem.sheet: problem.message for problem in report.problems if problem.severity is Severity.NOTICE}
    assert "隐藏" in notices["底表"] and "表头" in notices["填表说明"]
    assert [s.name for s in report.sheets if s.table is None] == ["填表说明"]
    assert secret not in str(report.to_json())


def test_24_formulas_and_errors(tmp_path: Path, load: Load, find: Find) -> None:
    """The value that was saved; an error is nothing, and said; a formula without its value is said, not empty."""
    texts = text_cells(*HEAD)
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="str"><f>B1</f><v>登科寺社区</v></c>'
        f'<c r="B{number}" t="inlineStr"><is><t>社工</t></is></c><c r="C{number}" t="inlineStr"><is><t>{name} </t></is></c>'
        f"{phone}</row>"
        for number, name, phone in [
            (2, "张三", '<c r="D2" t="str"><f>1</f><v>12000000001</v></c>'),
            (3, "李四", '<c r="D3" t="e"><f>1/0</f><v>#REF!</v></c>'),
            (4, "王五", '<c r="D4"><f>E4</f></c>'),
        ]
    )
    path = tmp_path / "名册.xlsx"
    path.write_bytes(packed(parts(sheet_xml(texts + rows))))
    report = load(path)
    assert held(find, "name", "phone") == [("张三", "12000000001"), ("李四", None), ("王五", None)]
    assert said(report, Severity.WARNING) == [(3, "联系电话", "D3"), (4, "联系电话", "D4")]
    assert "公式" in report.problems[-1].message
    assert (report.total("loaded"), report.exit_code) == (3, 1)


def test_24_numbers_kept_as_text(tmp_path: Path, load: Load, find: Find) -> None:
    """By an apostrophe, by ="…", with spaces around."""
    path = tmp_path / "名册.csv"
    path.write_text(
        '单位,岗位,姓名,联系电话\n登科寺社区,社工,张三,\'12000000001\n登科寺社区,社工,李四,"=""12000000002"""\n',
        "utf-8",
    )
    assert load(path).exit_code == 0
    assert held(find, "name", "phone") == [("张三", "12000000001"), ("李四", "12000000002")]


def test_dates_are_as_exact_as_they_are_shown(tmp_path: Path, load: Load, find: Find) -> None:
    """A date shown as a month is a month; 1985.1 shown as 1985.10 is October; as a bare number nobody knows."""
    sheet = sheet_of(
        HEAD,
        ["登科寺社区", "社工", "甲一", None, datetime(2023, 7, 1)],
        ["登科寺社区", "社工", "甲二", None, 2019.1],
        ["登科寺社区", "社工", "甲三", None, 2019.1],
    )
    sheet["E2"].number_format = 'yyyy"年"m"月"'
    sheet["E3"].number_format = "0.00"
    report = load(saved(tmp_path, sheet))
    assert held(find, "name", "since", "precision") == [
        ("甲一", date(2023, 7, 1), "MONTH"),
        ("甲三", date(2019, 1, 1), "YEAR"),
        ("甲二", date(2019, 10, 1), "MONTH"),
    ]
    assert said(report, Severity.WARNING) == [(4, "任职时间", "E4")]


def test_25_columns_in_any_order_and_spelling(book: Book, load: Load, find: Find) -> None:
    """What nobody knows is dropped and said; what comes twice is read once."""
    rows: Rows = [
        ["爱好", "姓　名", "手机号码", "职 务", "工作单位", "姓名", None],
        ["下棋", "张三", "12000000001", "社工", "登科寺社区", "旁人", "余"],
    ]
    report = load(book(名册=rows))
    assert held(find, "body", "name", "phone") == [("登科寺社区", "张三", "12000000001")]
    assert report.sheets[0].dropped == ["爱好", "姓名", "（第 G 列，没有表头）"]
    assert report.exit_code == 0
    notices = [problem.column for problem in report.problems if problem.severity is Severity.NOTICE]
    assert notices == ["爱好", "姓名", "（第 G 列，没有表头）"]


@pytest.mark.parametrize(
    "head",
    [
        [["村(社区)", "网格", "网格长", None, "网格员", None], [None, None, "姓名", "电话", "姓名", "电话"]],
        [["村(社区)", "网格", "网格长", "电话", "网格员", "电话"]],
    ],
)
def test_25_one_header_for_two_posts(book: Book, load: Load, find: Find, head: Rows) -> None:
    """姓名 under 网格长 and under 网格员."""
    load(book("网格.xlsx", 网格=GRID))
    report = load(book(名册=[*head, ["登科寺社区", 1, "张三", "12000000001", "李四", "12000000002"]]))
    assert (report.total("loaded"), report.exit_code, report.problems) == (1, 0, [])
    assert held(find, "body", "post", "name", "phone") == [
        ("登科寺社区第1网格", "grid_head", "张三", "12000000001"),
        ("登科寺社区第1网格", "grid_officer", "李四", "12000000002"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        [["村(社区)", "书记", None, "主任", None], [None, "姓名", "电话", "姓名", "电话"]],
        [["村(社区)", "书记姓名", "电话", "主任姓名", "电话"]],
        [["村(社区)", "书记姓名", "书记电话", "主任姓名", "主任电话"]],
    ],
)
def test_26_several_people_side_by_side(book: Book, load: Load, find: Find, head: Rows) -> None:
    """The header, the group above it, or the header to its left says whose a cell is."""
    report = load(book(通讯录=[*head, ["狮子山村", "张三", "12000000001", "李四", "12000000002"]]))
    assert (report.total("loaded"), report.exit_code) == (1, 0)
    assert held(find, "post", "name", "phone") == [
        ("director", "李四", "12000000002"),
        ("secretary", "张三", "12000000001"),
    ]


def test_a_header_without_rows_says_so(book: Book, load: Load, find: Find) -> None:
    """Done, but not silently."""
    report = load(book(名册=[["单位", "岗位", "姓名"]]))
    assert (report.exit_code, report.total("read")) == (0, 0)
    assert [(p.severity, p.sheet) for p in report.problems] == [(Severity.NOTICE, "名册")]
    assert "只有表头" in report.problems[0].message


def test_macros_are_said(tmp_path: Path, load: Load, find: Find) -> None:
    """And the values read."""
    rows = text_cells("单位", "岗位", "姓名") + text_cells("登科寺社区", "社工", "张三", row=2)
    path = tmp_path / "名册.xlsm"
    path.write_bytes(packed(parts(sheet_xml(rows)) | {"xl/vbaProject.bin": b"macro"}))
    report = load(path)
    assert (report.exit_code, held(find)) == (0, [("登科寺社区", "social_worker", "张三")])
    assert any("宏" in problem.message for problem in report.problems)
