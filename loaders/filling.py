"""Cells that say "as above": 同上 anywhere, and blanks in the columns by which a roster groups its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wushe.loaders.feet import is_foot
from wushe.loaders.reading import Row, Value
from wushe.loaders.recognise import Column, Recognised, known_headers
from wushe.loaders.values import written
from wushe.schema.kinds import Table
from wushe.schema.text import squeeze

_ABOVE = re.compile(r"[(\-—]*(?:同上|同前|如上|〃|″|′{1,2}|''|\"|“|”|ditto|do\.)[)\-—]*", re.IGNORECASE)
OWN = frozenset({"id", "uscc", "code"})
"""Fields that no two rows share."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A row with what it takes from the rows above; `fields` were blank, `lost` say 同上 below nothing."""

    row: Row
    fields: frozenset[str] = frozenset()
    lost: tuple[Column, ...] = ()


def filled_rows(sheet: Recognised) -> Iterator[Filled]:
    """The rows of a sheet but for totals, notes and signatures; what is above ends at a subtotal, a note or an empty row."""
    above: dict[int, Value] = {}
    last: int | None = None
    columns = (*sheet.columns, *sheet.counted)
    groups, naming = _groups(sheet), _naming(sheet.table)
    named = [column.index for column in sheet.columns if column.field in naming]
    for row in sheet.rows:
        foot = is_foot(row, sheet.table.code)
        if foot or (last is not None and row.number != last + 1):
            above = {}
        last = row.number
        if foot:
            continue
        filled = _filled(row, above, columns, groups if _is_named(row, named) else ())
        above = {column.index: _cell(filled.row, column.index) for column in columns}
        yield filled


def _groups(sheet: Recognised) -> tuple[Column, ...]:
    """The columns that group the rows, the widest first."""
    order = [column.field for column in sheet.table.columns if column.fill]
    found = [column for column in sheet.columns if column.field in order]
    return tuple(sorted(found, key=lambda column: (order.index(column.field), column.index)))


def _filled(row: Row, above: dict[int, Value], columns: Sequence[Column], groups: Sequence[Column]) -> Filled:
    cells: list[Value] = [*row.cells, *[None] * (max((c.index for c in columns), default=0) + 1 - len(row.cells))]
    lost: list[Column] = []
    for column in columns:
        if column.field not in OWN and _says_above(cells[column.index]):
            if above.get(column.index) is None:
                lost.append(column)
            cells[column.index] = above.get(column.index)
    fields: set[str] = set()
    for column in groups:
        if cells[column.index] is None and above.get(column.index) is not None:
            cells[column.index] = above[column.index]
            fields.add(column.field)
        elif cells[column.index] != above.get(column.index):
            break  # another town: its villages are not those above
    return Filled(replace(row, cells=tuple(cells)), frozenset(fields), tuple(lost))


def _says_above(value: Value) -> bool:
    return isinstance(value, str) and bool(_ABOVE.fullmatch(squeeze(value)))


def _cell(row: Row, index: int) -> Value:
    return row.cells[index] if index < len(row.cells) else None


def _is_named(row: Row, named: Sequence[int]) -> bool:
    """Whether a row says what it is a row of, in one of the columns that do."""
    return any(written(_cell(row, index) or "").strip() for index in named)


def _naming(table: Table) -> set[str]:
    """The last of the required fields that group nothing: a name."""
    known, groups = known_headers(table), {column.field for column in table.columns if column.fill}
    required = [{known[squeeze(header)] for header in group} for group in table.required]
    return next((fields for fields in reversed(required) if not fields & groups), set())
