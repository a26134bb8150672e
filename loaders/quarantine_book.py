"""The workbook of quarantined rows as a file: sheets of rows with their reason and place, only for its owner's eyes."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from wushe.loaders.quarantine_mark import REASON, WHERE
from wushe.loaders.reading import Value, read_document

PRINT = "wushe"
"""The property that holds a hash of the cells as we wrote them: a person's change shows."""
_HEAD, _ADDED = PatternFill("solid", fgColor="DDE7F3"), PatternFill("solid", fgColor="F8D7C4")


@dataclass(slots=True)
class BookRow:
    """One row: its cells, why it waits, and where it was first."""

    cells: tuple[Value, ...]
    reason: str
    where: str


@dataclass(slots=True)
class BookSheet:
    """One sheet: the mark and the titles above, the headers, the rows."""

    name: str
    above: tuple[str, ...]
    headers: tuple[str, ...]
    rows: list[BookRow] = field(default_factory=list)
    groups: frozenset[int] = frozenset()
    """Columns in which a blank means the cell above, unless an empty row stands between."""


def read_book(path: Path) -> list[BookSheet]:
    """The sheets of a workbook that we wrote.

    Raises:
        ValueError: its headers are not ours any more.
        WusheError: it cannot be read at all.
    """
    found = []
    for sheet in read_document(path).sheets:
        tops = [n for n, row in enumerate(sheet.rows) if row.cells[-2:] == (REASON, WHERE)]
        if len(tops) != 1:
            raise ValueError(path.name)
        top = tops[0]
        width = len(sheet.rows[top].cells)
        headers = tuple(str(cell) for cell in sheet.rows[top].cells[:-2])
        above = tuple(" ".join(str(cell) for cell in row.cells if cell is not None) for row in sheet.rows[:top])
        rows = [(*row.cells, *([None] * width))[:width] for row in sheet.rows[top + 1 :]]
        found.append(
            BookSheet(
                sheet.name or "",
                above,
                headers,
                [BookRow(cells[:-2], str(cells[-2] or ""), str(cells[-1] or "")) for cells in rows],
            )
        )
    return found


def is_as_written(path: Path) -> bool:
    """Whether nobody has changed a cell since we wrote the workbook; one that cannot be opened is not as we wrote it."""
    try:
        workbook = load_workbook(path)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        return False
    known = {known.name: known.value for known in _properties(workbook).props}
    return known.get(PRINT) == _print(workbook)


def write_book(path: Path, sheets: list[BookSheet]) -> None:
    """Write the workbook in one step, for its owner only.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.name), sheet)
    content = _saved(workbook)
    _properties(workbook).append(StringProperty(name=PRINT, value=_print(load_workbook(content))))
    content = _saved(workbook)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content.getvalue())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _properties(workbook: Workbook) -> CustomPropertyList[Any]:
    found: CustomPropertyList[Any] = workbook.custom_doc_props  # type: ignore[attr-defined]
    return found


def _saved(workbook: Workbook) -> io.BytesIO:
    content = io.BytesIO()
    workbook.save(content)
    return content


def _fill(worksheet: Worksheet, sheet: BookSheet) -> None:
    for number, text in enumerate(sheet.above, 1):
        _put(worksheet.cell(number, 1), text)
    top = len(sheet.above) + 1
    for column, header in enumerate((*sheet.headers, REASON, WHERE), 1):
        cell = worksheet.cell(top, column)
        _put(cell, header)
        cell.font = Font(bold=True)
        cell.fill = _ADDED if column > len(sheet.headers) else _HEAD
        wide = {REASON: 60, WHERE: 28}.get(header, max(14, 2 * len(header) + 4))
        worksheet.column_dimensions[get_column_letter(column)].width = wide
    number = top
    for row in sheet.rows:
        number += 2 if any(row.cells[index] is None for index in sheet.groups) else 1
        for column, value in enumerate((*row.cells, row.reason, row.where), 1):
            _put(worksheet.cell(number, column), value)
        worksheet.cell(number, len(sheet.headers) + 1).alignment = Alignment(wrap_text=True, vertical="top")
    worksheet.freeze_panes = f"A{top + 1}"


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """A value as it is; text stays text, whatever it begins with, and so does what is typed where nothing is."""
    if isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif value is None or isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value or "")
        cell.value = text or None
        cell.number_format = "@"
        if text[:1] in {"=", "+", "-", "@", "\t", "\r"}:
            cell.data_type = "s"
            cell.quotePrefix = True
    else:
        cell.value = value


def _print(workbook: Workbook) -> str:
    digest = hashlib.sha256()
    for worksheet in workbook.worksheets:
        digest.update(repr(worksheet.title).encode())
        for row in worksheet.iter_rows(values_only=True):
            cells = ["" if cell is None else str(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            digest.update(repr(cells).encode())
    return digest.hexdigest()
