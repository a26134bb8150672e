"""Workbooks that are something else: old ones, web pages, XML; told by content, whatever the name."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest

from tests.reading.biff import SECTOR, Cell, Old, compound, stream, xls
from tests.reading.making import packed, parts, sheet_xml, text_cells
from wushe.errors import RefusedError
from wushe.loaders.reading import Document, Merge, read_document


def read(folder: Path, content: bytes, name: str = "名册.xls") -> Document:
    """A file of these bytes as it is read."""
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


@pytest.mark.parametrize("name", ["名册.xls", "名册.et", "名册.csv"])
def test_old_workbooks(tmp_path: Path, name: str) -> None:
    """Values, dates, merged cells; hidden sheets are passed over by name."""
    rows: list[list[Cell]] = [
        ["名册"],
        ["单位", "任职时间", "姓名"],
        ["登科寺社区", date(2024, 7, 1), "张三"],
        [None, 511903001002.0, "#REF!"],
    ]
    document = read(tmp_path, xls(Old("表", rows, [(2, 3, 0, 0)]), Old("藏", [["x"]], hidden=1)), name)
    (sheet,) = document.sheets
    assert (sheet.name, sheet.merges, document.hidden) == ("表", (Merge(3, 0, 4, 0),), ("藏",))
    assert [row.cells for row in sheet.rows] == [
        ("名册",),
        ("单位", "任职时间", "姓名"),
        ("登科寺社区", date(2024, 7, 1), "张三"),
        (None, 511903001002, "#REF!"),
    ]


def test_rows_of_old_workbooks_keep_their_numbers(tmp_path: Path) -> None:
    """Where the first rows and columns are empty."""
    (sheet,) = read(tmp_path, xls(Old("表", [[], [], [None, "甲"]]))).sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [(3, (None, "甲"))]


def test_a_hostile_old_workbook_takes_nobody_with_it(tmp_path: Path) -> None:
    """A chain without end makes the library take all memory: another process's, and bounded."""
    content = bytearray(xls(Old("表", [["甲"]])))
    struct.pack_into("<I", content, SECTOR + 4, 1)
    far = struct.pack("<HHHHHd", 0x0203, 14, 65535, 255, 0, 1.0)
    wide = stream(Old("表", [["甲"]]))
    for bad, words in [
        (bytes(content), "已损坏"),
        (compound("Workbook", wide[:-4] + far + wide[-4:]), "单元格太多"),
        (compound("WordDocument", bytes(5000)), "读不出的旧版工作簿"),
    ]:
        with pytest.raises(RefusedError, match=words):
            read(tmp_path, bad)


def test_new_workbooks_under_old_names(tmp_path: Path) -> None:
    """And an old one under a new name."""
    assert read(tmp_path, packed(parts(sheet_xml(text_cells("甲"))))).sheets[0].rows[0].cells == ("甲",)
    assert read(tmp_path, xls(Old("表", [["甲"]])), "名册.xlsx").sheets[0].rows[0].cells == ("甲",)


PAGE = """<html><head><meta charset="{0}"><style>td {{ color: red }}</style></head><body>
<table><tr><td colspan=3>登科街道名册</td></tr>
<tr><th rowspan="2">村(社区)</th><th colspan="2">联系方式</th></tr><tr><th>手机</th><th>办公电话</th></tr>
<tr><td rowspan=2>登科寺<br>社区<td>120&#48;0000001<td>&nbsp;</tr>
<tr><td style="display:none">12000000002</td><td><table><tr><td>里</td></tr></table></td></tr>
</table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_web_pages(tmp_path: Path, encoding: str) -> None:
    """Cells over several rows and columns are merged; unclosed cells, entities and line breaks are what they mean."""
    document = read(tmp_path, PAGE.format(encoding).encode(encoding))
    (sheet,) = document.sheets
    assert document.encoding == encoding
    assert [row.cells for row in sheet.rows][:5] == [
        ("登科街道名册",),
        ("村(社区)", "联系方式"),
        (None, "手机", "办公电话"),
        ("登科寺\n社区", "12000000001"),
        (None, "12000000002"),
    ]
    assert set(sheet.merges) == {Merge(1, 0, 1, 2), Merge(2, 0, 3, 0), Merge(2, 1, 2, 2), Merge(4, 0, 5, 0)}


XML = """<?xml version="1.0" encoding="{0}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
<Style ss:ID="f"><NumberFormat ss:Format="Fixed"/></Style></Styles>
<Worksheet ss:Name="表"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>
<Cell><Data ss:Type="Number">511903001002</Data></Cell></Row>
<Row ss:Index="4"><Cell ss:Index="2" ss:StyleID="m"><Data ss:Type="DateTime">2024-07-01T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="DateTime">2024-07-15T00:00:00.000</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>
<Cell ss:StyleID="f"><Data ss:Type="Number">1985.1</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">乙</Data></Cell></Row></Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


@pytest.mark.parametrize(("encoding", "named"), [("utf-8", "UTF-8"), ("gb18030", "GB2312")])
def test_workbooks_in_xml(tmp_path: Path, encoding: str, named: str) -> None:
    """Places, types, formats, merged and hidden ones; comments are no values."""
    document = read(tmp_path, XML.format(named).encode(encoding))
    (sheet,) = document.sheets
    assert (document.encoding, document.hidden, sheet.merges) == (encoding, ("藏",), (Merge(2, 0, 3, 1),))
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("甲", None, 511903001002)),
        (4, (None, "2024年7月", date(2024, 7, 15), "1985.10", True)),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ", "是PDF"),
        (b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", ".mht"),
        (b"<html><frameset></frameset></html>", "没有表格的网页"),
        (packed({"xl/workbook.bin": b"", "_rels/.rels": "<Relationships/>"}), ".xlsb"),
        (packed({"word/document.xml": "<w/>"}), "Word"),
        (packed({"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
        (packed({"a.txt": "b"}), "不是 .xlsx 工作簿"),
    ],
)
def test_what_is_none_is_refused_with_the_next_step(tmp_path: Path, content: bytes, words: str) -> None:
    """By what it is."""
    with pytest.raises(RefusedError, match=words) as caught:
        read(tmp_path, content)
    assert caught.value.hint
    assert caught.value.exit_code == 3
