"""Columns that nobody reads are looked through all the same: one that holds secret numbers is refused, and said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl.utils import get_column_letter

from wushe.loaders.privacy import HIDDEN, shown
from wushe.loaders.reading import Row
from wushe.loaders.recognise import Column, Recognised
from wushe.loaders.secret_numbers import tells
from wushe.schema.text import squeeze


def screened(sheet: Recognised) -> Recognised:
    """A sheet with the columns refused that hold secret numbers, under an unknown header, a second one, or none."""
    used = _used(sheet)
    bad = sorted({i for row in sheet.rows for i in _secret(row, used)})
    names = {i: _header(sheet, i) for i in bad}
    lost = set(names.values()) | {header for header in (*sheet.dropped, *sheet.unread) if header == HIDDEN}
    return replace(
        sheet,
        columns=tuple(column for column in sheet.columns if column.index not in names),
        dropped=tuple(header for header in sheet.dropped if header not in lost),
        unread=tuple(header for header in sheet.unread if header not in lost),
        refused=tuple(dict.fromkeys((*sheet.refused, *sorted(lost - set(sheet.refused))))),
    )


def _used(sheet: Recognised) -> frozenset[int]:
    """The columns that are read: a row is refused for what is in them. Of several for one field, the first."""
    first: dict[str, Column] = {}
    for column in sheet.columns:
        first.setdefault(column.field, column)
    return frozenset(column.index for column in (*first.values(), *sheet.counted))


def _secret(row: Row, used: frozenset[int]) -> Iterator[int]:
    for index, value in enumerate(row.cells):
        if value is not None and index not in used and tells(value):
            yield index


def _header(sheet: Recognised, index: int) -> str:
    """What stands above a column, as the report names it."""
    named = {column.index: column.header for column in sheet.columns}
    if index in named:
        return named[index]
    body = sheet.rows[0].number
    above = (row.cells[index] for row in reversed(sheet.sheet.rows) if row.number < body and index < len(row.cells))
    text = next((HIDDEN if tells(cell) else shown(squeeze(str(cell))) for cell in above if cell is not None), None)
    if text is None:
        return f"（第 {get_column_letter(index + 1)} 列，没有表头）"
    paths = (h for h in (*sheet.refused, *sheet.unread, *sheet.dropped) if h == text or h.endswith(f"/{text}"))
    return next(paths, text)
