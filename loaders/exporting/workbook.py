"""Rows of tables as a workbook: a title that says for which day it speaks, headers, everything as text."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from wushe.errors import RefusedError
from wushe.loaders.escaping import escaped
from wushe.loaders.exporting.attributes import columns
from wushe.loaders.exporting.cells import Row
from wushe.loaders.lines import LONGEST_CELL
from wushe.schema.kinds import Table
from wushe.server.guard import disk_error

TEXT = "@"
"""The format that keeps a spreadsheet from turning a long number into another."""
WIDTH = 16
GIVEN, ADDED = PatternFill("solid", fgColor="DDE7F3"), PatternFill("solid", fgColor="EEEEEE")


@dataclass(frozen=True, slots=True)
class Page:
    """A table and its rows."""

    table: Table
    rows: Sequence[Row]


def write_workbook(path: Path, title: str, pages: Iterable[Page]) -> None:
    """Write the tables that have rows, each into a sheet of its label.

    The file is whole or not there, and only its owner may read it: it holds telephone numbers.

    Raises:
        RefusedError: a cell would be too long to be read back.
        UnavailableError: the disk is full, or not ours.
    """
    workbook = Workbook(write_only=True)
    for page in pages:
        if page.rows:
            _fill(workbook.create_sheet(page.table.label), page, title)
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            workbook.save(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise disk_error(error, path) from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(sheet: Worksheet, page: Page, title: str) -> None:
    """The title, the headers (those that only an export fills in grey), the rows."""
    headers = {column.field: column.header for column in page.table.columns}
    extra = {column.field for column in page.table.columns if column.extra}
    used = {field for row in page.rows for field, text in row.items() if text}
    headers |= {field: label for field, label in columns(page.table.code).items() if field in used}
    for number in range(1, len(headers) + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format = WIDTH, TEXT
    sheet.freeze_panes = "B3"
    sheet.append([title])
    sheet.append([_head(sheet, header, added=field in extra) for field, header in headers.items()])
    for number, row in enumerate(page.rows, start=3):
        sheet.append(list(_cells(page, number, row, headers)))


def _head(sheet: Worksheet, header: str, *, added: bool) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, header)
    cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center")
    cell.fill = ADDED if added else GIVEN
    return cell


def _cells(page: Page, number: int, row: Row, headers: dict[str, str]) -> Iterator[str | None]:
    for field, header in headers.items():
        text = escaped(ILLEGAL_CHARACTERS_RE.sub("", row.get(field, "")))
        if len(text) > LONGEST_CELL:
            raise RefusedError(
                f"工作表“{page.table.label}”第 {number} 行“{header}”有 {len(text)} 字，超过 {LONGEST_CELL} 字，没有导出",
                hint="请用 --place 或 --as-of 缩小范围",
            )
        yield text or None
