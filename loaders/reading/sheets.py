"""What a spreadsheet is to us: sheets of numbered rows of plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from wushe.errors import RefusedError
from wushe.loaders.privacy import shown

Value = str | int | float | bool | date | datetime | None

MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_MERGES = 200_000
UNSAVED = "#公式无值!"
"""Stands in a cell whose formula was saved without its value."""

_GUARDED = re.compile(r"""'(?=[-+\d])([-+\d.Xx]+)\s*|="([^"]*)"\s*""")


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` is what a person sees in the spreadsheet, or the line of the record's first character.

    `filled` are the cells (from 0) whose value is that of the merged cell they are part of.
    """

    number: int
    cells: tuple[Value, ...]
    filled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged cell: the numbers of its first and last row, its first and last column from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold anything, and the merged cells; text files have one sheet without a name."""

    name: str | None
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `encoding` is that of a text file, `hidden` the sheets that were passed over.

    `notes` say what else of the file was left alone: macros, links to other files.
    """

    sheets: tuple[Sheet, ...]
    sha256: str
    encoding: str | None = None
    hidden: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def gather(name: str | None, rows: Iterable[tuple[int, Sequence[Value]]], merges: Iterable[Merge] = ()) -> Sheet:
    """A sheet of the rows that hold anything; `merges` are looked at when the rows are through.

    Raises:
        RefusedError: more rows or columns than any roster has.
    """
    kept: list[Row] = []
    for number, cells in rows:
        values = trimmed(cells)
        if len(values) > MAX_COLUMNS:
            raise RefusedError(f"{_where(name)}第 {number} 行超过 {MAX_COLUMNS} 列", hint=_SMALLER)
        if values:
            kept.append(Row(number, values))
        if len(kept) > MAX_ROWS:
            raise RefusedError(f"{_where(name)}超过 {MAX_ROWS} 行", hint=_SMALLER)
    return Sheet(name, tuple(kept), tuple(merges))


_SMALLER = "请删去多余的行列，或分成几个文件后再载入"


def _where(name: str | None) -> str:
    return f"工作表“{shown(name)}”" if name else "文件"


def trimmed(cells: Sequence[Value]) -> tuple[Value, ...]:
    """The cells up to the last that holds anything."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return tuple(cells[:width])


def plain(cell: Any) -> Value:
    """A cell as one of our values; empty text is None, times and durations are text."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    if cell is None or isinstance(cell, bool | int | float | date):
        return cell
    return cell.strftime("%H:%M") if isinstance(cell, time) else str(cell)


def typed_in(text: str) -> Value:
    """A cell of a text table: without the marks by which programs keep a number as text, '0827 and ="0827"."""
    if text[:1] in {"'", "="} and (guarded := _GUARDED.fullmatch(text)):
        text = guarded[1] or guarded[2] or ""
    return text if text.strip() else None
