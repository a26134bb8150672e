"""What a spreadsheet is to us: sheets of numbered rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from wushe.errors import RefusedError

Value = str | int | float | bool | date | datetime | None

MAX_ROWS = 200_000
MAX_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` is what a person sees in the spreadsheet, or the line of the record's first character."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold anything; text files have one sheet without a name."""

    name: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `encoding` is that of a text file, `hidden` the sheets that were passed over."""

    sheets: tuple[Sheet, ...]
    sha256: str
    encoding: str | None = None
    hidden: tuple[str, ...] = ()


def gather(name: str | None, rows: Iterable[tuple[int, Iterable[Any]]]) -> Sheet:
    """A sheet of the rows that hold anything.

    Raises:
        RefusedError: more rows or columns than any roster has.
    """
    kept: list[Row] = []
    for number, cells in rows:
        values = trimmed(cells)
        if len(values) > MAX_COLUMNS:
            raise RefusedError(f"{_where(name)}第 {number} 行有 {len(values)} 列，超过 {MAX_COLUMNS} 列", hint=_SMALLER)
        if values:
            kept.append(Row(number, values))
        if len(kept) > MAX_ROWS:
            raise RefusedError(f"{_where(name)}超过 {MAX_ROWS} 行", hint=_SMALLER)
    return Sheet(name, tuple(kept))


_SMALLER = "请删去多余的行列，或分成几个文件后再载入"


def _where(name: str | None) -> str:
    return f"工作表“{name}”" if name else "文件"


def trimmed(cells: Iterable[Any]) -> tuple[Value, ...]:
    """The cells up to the last that holds anything, as values."""
    values = [plain(cell) for cell in cells]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def plain(cell: Any) -> Value:
    """A cell as one of our values; empty text is None, times and durations are text."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    if cell is None or isinstance(cell, bool | int | float | date):
        return cell
    return cell.strftime("%H:%M") if isinstance(cell, time) else str(cell)
