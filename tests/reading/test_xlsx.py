"""Workbooks: what a cell is worth, what is merged, what is passed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.reading.making import packed, parts, sheet_xml, text_cells
from wushe.loaders.reading import UNSAVED, Document, Merge, read_document

Fill = Callable[[Workbook], None]


def saved(folder: Path, fill: Fill) -> Document:
    """A workbook as it is read."""
    workbook = Workbook()
    fill(workbook)
    path = folder / "名册.xlsx"
    workbook.save(path)
    return read_document(path)


def cell(folder: Path, value: Any, number_format: str = "General") -> Any:
    """One cell of this format as it is read."""

    def fill(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    rows = saved(folder, fill).sheets[0].rows
    return rows[0].cells[0] if rows else None


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (datetime(2024, 7, 15), "yyyy-mm-dd", date(2024, 7, 15)),
        (datetime(2024, 7, 15, 8, 30), "yyyy-mm-dd hh:mm", datetime(2024, 7, 15, 8, 30)),
        (datetime(2024, 7, 1), 'yyyy"年"m"月"', "2024年7月"),
        (datetime(2024, 7, 1), "yyyy年m月", "2024年7月"),
        (datetime(2024, 7, 1), '[$-804]yyyy"年"m"月";@', "2024年7月"),
        (datetime(2024, 7, 1), "mmm-yy", "2024年7月"),
        (datetime(2024, 7, 1), "yyyy", "2024年"),
        (datetime(2024, 7, 1), 'm"月"d"日"', date(2024, 7, 1)),
        (datetime(2024, 7, 1, 14, 5), "h:mm", datetime(2024, 7, 1, 14, 5)),
        (0.5, "h:mm", "12:00"),
        (1985.1, "0.00", "1985.10"),
        (1985.06, "0.00_ ", "1985.06"),
        (1985.1, "General", 1985.1),
        (1985.13, "0.00", 1985.13),
        (0.5, "0.00", 0.5),
        (202407, "yyyy-mm", 202407),
        (511903001002, "0", 511903001002),
        (511903001002.0, "General", 511903001002),
        ("012", "@", "012"),
        (True, "General", True),
        ("#N/A", "General", "#N/A"),
        ("  ", "General", None),
    ],
)
def test_values_as_they_are_shown(tmp_path: Path, value: Any, number_format: str, expected: Any) -> None:
    """A month is a month and October is no January; other numbers stay what they are."""
    found = cell(tmp_path, value, number_format)
    assert (found, type(found)) == (expected, type(expected))


def test_numbers_beyond_fifteen_digits_stay_too_long(tmp_path: Path) -> None:
    """So that they are told to be destroyed, and identity numbers to be ones."""
    rows = '<row r="1"><c r="A1"><v>5.1190300000012E+17</v></c><c r="B1"><v>511903000000120011</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts(sheet_xml(rows))))
    assert read_document(path).sheets[0].rows[0].cells == (5.1190300000012e17, 511903000000120011)


def test_formulas(tmp_path: Path) -> None:
    """Their saved value; one that was never worked out says so, an empty text is empty."""
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>A1</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="F1" t="str"><f>A1</f><v>张三</v></c></row>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts(sheet_xml(rows))))
    assert read_document(path).sheets[0].rows[0].cells == (2, UNSAVED, UNSAVED, None, "#DIV/0!", "张三")


def test_merged_cells_hidden_rows_and_columns(tmp_path: Path) -> None:
    """What is merged is told; what is hidden is read like the rest; hidden sheets are passed over by name."""

    def fill(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        for row in (["标题", None, None], ["甲", "乙", "丙"], ["子", 1, 2], [None, 3, 4]):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A3:A4")
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[4].hidden = True
        sheet.auto_filter.ref = "A2:C4"
        workbook.create_sheet("藏").sheet_state = "hidden"
        workbook.create_sheet("深藏").sheet_state = "veryHidden"

    document = saved(tmp_path, fill)
    (sheet,) = document.sheets
    assert [row.cells for row in sheet.rows] == [("标题",), ("甲", "乙", "丙"), ("子", 1, 2), (None, 3, 4)]
    assert set(sheet.merges) == {Merge(1, 0, 1, 2), Merge(3, 0, 4, 0)}
    assert document.hidden == ("藏", "深藏")


def test_texts(tmp_path: Path) -> None:
    """Runs of rich text are one text, readings above characters are none of it, escapes are undone."""
    strings = "<sst><si><r><t>张</t></r><r><t>三</t></r><rPh><t>ZHANG</t></rPh></si><si><t>一_x000A_二</t></si></sst>"
    rows = '<row r="3"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts(sheet_xml(rows), strings=strings)))
    (row,) = read_document(path).sheets[0].rows
    assert (row.number, row.cells) == (3, ("张三", "一\n二"))


def test_prefixes_and_the_strict_standard(tmp_path: Path) -> None:
    """Other programs name the same elements otherwise."""
    xml = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2">'
        '<x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts(xml)))
    assert read_document(path).sheets[0].rows[0].cells == (None, "甲")


def test_macros_and_links_are_left_alone_and_said(tmp_path: Path) -> None:
    """Their values are read."""
    members = parts(sheet_xml(text_cells("甲", "乙")))
    members |= {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    path = tmp_path / "a.xlsm"
    path.write_bytes(packed(members))
    document = read_document(path)
    assert document.sheets[0].rows[0].cells == ("甲", "乙")
    assert ["宏" in note for note in document.notes] == [True, False]
    assert "链接" in document.notes[1]
