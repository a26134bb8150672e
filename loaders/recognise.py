"""Which table a sheet is: by the headers of one of its rows, in any order, after any title rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wushe.errors import RefusedError
from wushe.loaders.headers import attribute_headers
from wushe.loaders.layouts import Layout
from wushe.loaders.layouts.known import candidates
from wushe.loaders.privacy import counted_header, refused_header, refused_sheet, shown
from wushe.loaders.reading import Row, Sheet
from wushe.loaders.tallies import attributes_under
from wushe.schema import schema
from wushe.schema.kinds import Table
from wushe.schema.text import squeeze

DEPTH = 30
"""Rows in which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is kept: where it is (from 0), its header as written, and the field it fills."""

    index: int
    header: str
    field: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet of a table: the rows below its header, the text above, and what became of every column."""

    sheet: Sheet
    table: Table
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    titles: str
    dropped: tuple[str, ...] = ()
    counted: tuple[Column, ...] = ()
    """Columns that are added up over all rows; their field is their header."""
    unread: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def headers(self) -> dict[str, str]:
        """The header as written, by field."""
        return {column.field: column.header for column in reversed((*self.columns, *self.counted))}


def recognise(sheet: Sheet) -> Recognised | None:
    """The table this sheet is; None when no row of it has the headers of one.

    Raises:
        RefusedError: it fits two tables, or lists people who must not be listed.
    """
    for position, row in enumerate(sheet.rows[:DEPTH]):
        headers = [squeeze(str(cell)) if cell is not None else "" for cell in row.cells]
        table = choose(sheet.name, row.number, headers)
        if table is not None:
            titles = _titles(sheet.rows[:position])
            if refused_sheet(sheet.name, titles):
                raise RefusedError(f"{_name(sheet)}涉及特殊人群或居民信息，不得载入", hint="请从文件中删去这个工作表")
            return _sorted(sheet, table, row, position, titles)
    return None


def choose(name: str | None, row: int, headers: list[str]) -> Table | None:
    """The one table, or roster layout, whose required headers are all among these.

    The contract's own headers decide first; else whoever knows the most of these headers, a contract table before a
    layout.
    """
    fitting = [table for table in candidates() if _may_be(table, headers)]
    exact = [table for table in fitting if not isinstance(table, Layout) and _fits(table, headers, aliases=False)]
    fitting = exact or _widest(fitting, headers)
    if len(fitting) > 1:
        labels = "”和“".join(table.label for table in fitting)
        place = f"工作表“{shown(name)}”" if name else "文件"
        raise RefusedError(
            f"{place}第 {row} 行的表头同时符合“{labels}”",
            hint="请按其中一种模板保留表头，或分成两个工作表",
        )
    return fitting[0] if fitting else None


def _may_be(table: Table, headers: list[str]) -> bool:
    without = table.without if isinstance(table, Layout) else ()
    return _fits(table, headers, aliases=True) and not {squeeze(header) for header in without} & set(headers)


def _fits(table: Table, headers: list[str], *, aliases: bool) -> bool:
    fields = known_headers(table) if aliases else {squeeze(c.header): c.field for c in table.columns}
    present = {fields[header] for header in headers if header in fields}
    return all(any(_field(table, header) in present for header in group) for group in table.required)


def _widest(tables: list[Table], headers: list[str]) -> list[Table]:
    """Where only aliases tell: the tables that know the most of these headers."""
    known = {table.code: sum(header in known_headers(table) for header in headers) for table in tables}
    widest = [table for table in tables if known[table.code] == max(known.values())]
    return [table for table in widest if not isinstance(table, Layout)] or widest


def _field(table: Table, header: str) -> str:
    return known_headers(table)[squeeze(header)]


@cache
def _known(code: str) -> dict[str, str]:
    columns = schema().tables[code].columns
    known = {squeeze(alias): column.field for column in columns for alias in column.aliases}
    known |= {squeeze(column.header): column.field for column in columns}
    return attribute_headers(code) | known


def known_headers(table: Table) -> dict[str, str]:
    """Every header and alias of a table, in one spelling, to its field."""
    return table.known if isinstance(table, Layout) else _known(table.code)


def _titles(rows: tuple[Row, ...]) -> str:
    return "\n".join(shown(" ".join(str(cell) for cell in row.cells if cell is not None)) for row in rows)


def _name(sheet: Sheet) -> str:
    return f"工作表“{shown(sheet.name)}”" if sheet.name else "文件"


def _sorted(sheet: Sheet, table: Table, header: Row, position: int, titles: str) -> Recognised:
    known = known_headers(table)
    units = {column.field: column.unit for column in table.columns}
    people = table.code == "tenures" or (isinstance(table, Layout) and any(r.table == "tenures" for r in table.rows))
    kept: dict[str, list[Column]] = {"columns": [], "counted": []}
    left: dict[str, list[str]] = {"dropped": [], "unread": [], "refused": []}
    for index, cell in enumerate(header.cells):
        if cell is None:
            continue
        text = shown(squeeze(str(cell)))
        if text in known:
            kept["columns"].append(Column(index, text, known[text], units.get(known[text], "")))
        elif people and attributes_under(text):
            kept["counted"].append(Column(index, text, text))
        else:
            left[_left_out(text)].append(text)
    return Recognised(
        sheet,
        table,
        tuple(kept["columns"]),
        sheet.rows[position + 1 :],
        titles,
        counted=tuple(kept["counted"]),
        **{what: tuple(headers) for what, headers in left.items()},
    )


def _left_out(header: str) -> str:
    """Why a column is not read: it must not be, it is none of our business, or nobody knows it."""
    if refused_header(header):
        return "refused"
    return "unread" if counted_header(header) else "dropped"
