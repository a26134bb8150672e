"""Sheets to bytes: .xlsx and .csv, the same bytes on every run and every machine."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from wushe.samples.generator.packing import archive
from wushe.samples.generator.tables import Cell, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WRITTEN = datetime(2024, 7, 15, 9, 0, 0)
WIDEST = 40


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets in this order."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.name), sheet)
    properties = workbook.properties
    properties.creator, properties.created, properties.modified = "Wushe", WRITTEN, WRITTEN
    packed = io.BytesIO()
    # Not Workbook.save, which would write the time of saving over `modified`.
    ExcelWriter(workbook, zipfile.ZipFile(packed, "w")).save()
    return _repack(packed.getvalue())


def text(sheet: Sheet, encoding: str) -> bytes:
    """The sheet as CSV with the line ends a spreadsheet program writes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    blank = [""] * (len(sheet.headers) - 1)
    writer.writerows([title, *blank] for title in sheet.titles)
    writer.writerow(sheet.headers)
    writer.writerows(sheet.cells())
    return out.getvalue().encode(encoding)


def _fill(worksheet: "Worksheet", sheet: Sheet) -> None:
    for number, title in enumerate(sheet.titles, start=1):
        worksheet.cell(number, 1, title).font = Font(bold=number == 1, size=16 if number == 1 else 11)
        worksheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(sheet.headers))
    top = len(sheet.titles) + 1
    for column, header in enumerate(sheet.headers, start=1):
        cell = worksheet.cell(top, column, header)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE7F3")
        cell.alignment = Alignment(horizontal="center")
    worksheet.freeze_panes = f"B{top + 1}"
    for number, row in enumerate(sheet.cells(), start=top + 1):
        _write_row(worksheet, number, row)
    for column, width in enumerate(_widths(sheet), start=1):
        worksheet.column_dimensions[get_column_letter(column)].width = width


def _write_row(worksheet: "Worksheet", number: int, row: Sequence[Cell]) -> None:
    for column, value in enumerate(row, start=1):
        if value is not None:
            cell = worksheet.cell(number, column, value)
            cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General"


def _widths(sheet: Sheet) -> list[int]:
    """Two for each character of a column's longest cell, as Han characters need, within a limit."""
    columns = zip(sheet.headers, *sheet.cells(), strict=True)
    return [min(2 * max(len(str(value or "")) for value in column) + 2, WIDEST) for column in columns]


def _repack(packed: bytes) -> bytes:
    """The same members with fixed dates, packed alike by every build of zlib."""
    with zipfile.ZipFile(io.BytesIO(packed)) as source:
        return archive({name: source.read(name) for name in source.namelist()})
