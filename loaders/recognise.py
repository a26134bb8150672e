"""Which table a sheet is: by its header of one to three rows, in any order, after any title rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from openpyxl.utils import get_column_letter

from wushe.errors import RefusedError
from wushe.loaders.body import body
from wushe.loaders.headers import attribute_headers
from wushe.loaders.heading import Heading, Path, heading_at, heading_of, variants
from wushe.loaders.layouts import Layout
from wushe.loaders.layouts.known import candidates
from wushe.loaders.privacy import HIDDEN, counted_header, refused_header, refused_sheet, shown
from wushe.loaders.reading import Row, Sheet
from wushe.loaders.secret_numbers import tells
from wushe.loaders.sequences import is_sequence
from wushe.loaders.tallies import attributes_under
from wushe.schema import schema
from wushe.schema.kinds import Table
from wushe.schema.text import squeeze

_NOTE = re.compile(r"\((?:必填|选填|手机号?码?|年月日?|户|人|名|个|单位:.{1,2}|全称|规范名称|工作|公务|签字)\)$")
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
    rows: Sequence[Row]
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
    knows = partial(_is_header, words_of_headers())
    for position, row in enumerate(sheet.rows[:DEPTH]):
        heading = heading_at(sheet, position, knows)
        table = choose(sheet.name, row.number, heading.paths)
        if table is not None:
            heading = _without_titles(sheet, table, heading)
            above = sheet.rows[: heading.first]
            titles = _titles(above)
            if refused_sheet(sheet.name, " ".join(str(cell) for row in above for cell in row.cells)):
                raise RefusedError(f"{_name(sheet)}涉及特殊人群或居民信息，不得载入", hint="请从文件中删去这个工作表")
            return _sorted(sheet, table, heading, titles)
    return None


def _without_titles(sheet: Sheet, table: Table, heading: Heading) -> Heading:
    """The header without the rows above that change nothing: these are titles."""
    while heading.first < heading.last:
        lower = heading_of(sheet, heading.first + 1, heading.last)
        if choose(sheet.name, 0, lower.paths) is not table or _fates(table, lower) != _fates(table, heading):
            break
        heading = lower
    return heading


def _fates(table: Table, heading: Heading) -> list[tuple[str | None, bool]]:
    fields = resolved(table, heading.paths)
    fates = [(field, _is_refused(path)) for path, field in zip(heading.paths, fields, strict=True)]
    while fates and fates[-1] == (None, False):
        fates.pop()
    return fates


def choose(name: str | None, row: int, paths: Sequence[Path]) -> Table | None:
    """The one table, or roster layout, whose required headers are all among these.

    The contract's own headers decide first; else whoever knows the most of these headers, a contract table before a
    layout.
    """
    fitting = [table for table in candidates() if _may_be(table, paths)]
    exact = [table for table in fitting if not isinstance(table, Layout) and _fits(table, paths, aliases=False)]
    fitting = exact or _widest(fitting, paths)
    if len(fitting) > 1:
        labels = "”和“".join(table.label for table in fitting)
        place = f"工作表“{shown(name)}”" if name else "文件"
        raise RefusedError(
            f"{place}第 {row} 行的表头同时符合“{labels}”",
            hint="请按其中一种模板保留表头，或分成两个工作表",
        )
    return fitting[0] if fitting else None


def _may_be(table: Table, paths: Sequence[Path]) -> bool:
    without = {squeeze(header) for header in table.without} if isinstance(table, Layout) else set()
    said = {word for path in paths if path for word in variants(path)}
    return _fits(table, paths, aliases=True) and not without & said


def _fits(table: Table, paths: Sequence[Path], *, aliases: bool) -> bool:
    known = known_headers(table) if aliases else {squeeze(c.header): c.field for c in table.columns}
    present = set(_fields(table, known, paths))
    return all(any(_field(table, header) in present for header in group) for group in table.required)


def _widest(tables: list[Table], paths: Sequence[Path]) -> list[Table]:
    """Where only aliases tell: the tables that know the most of these headers."""
    known = {table.code: sum(field is not None for field in resolved(table, paths)) for table in tables}
    widest = [table for table in tables if known[table.code] == max(known.values())]
    return [table for table in widest if not isinstance(table, Layout)] or widest


def _field(table: Table, header: str) -> str:
    return known_headers(table)[squeeze(header)]


def resolved(table: Table, paths: Sequence[Path]) -> list[str | None]:
    """The field that each column fills, by the header with the groups above it, else by the header alone."""
    return _fields(table, known_headers(table), paths)


def _fields(table: Table, known: Mapping[str, str], paths: Sequence[Path]) -> list[str | None]:
    times = Counter(path[-1] for path in paths if path)
    taken: set[str] = set()
    fields: list[str | None] = []
    for index, path in enumerate(paths):
        field = _by_groups(known, path)
        if field is None and path:
            leaf = path[-1]
            if times[leaf] == 1:
                field = None if _is_of_another(table, known, path) else _meant(known, leaf)
            elif len(path) == 1:
                field = _by_the_left(known, paths[:index], leaf, times)
                field = field or (None if leaf in taken else _meant(known, leaf))
                taken.add(leaf)
        fields.append(field)
    return fields


def _by_groups(known: Mapping[str, str], path: Path) -> str | None:
    *named, _ = variants(path) if path else ("",)
    return next((field for word in named if (field := _meant(known, word))), None)


def _meant(known: Mapping[str, str], word: str) -> str | None:
    """The field of a header, also of one with a note on how to fill it in: 联系电话(手机), 户数(户)."""
    return known.get(word) or known.get(_NOTE.sub("", word))


def _is_of_another(table: Table, known: Mapping[str, str], path: Path) -> bool:
    """Whether a roster's header stands under a post that the roster does not know: 网格长 over 姓名 is no 网格员."""
    return isinstance(table, Layout) and any(
        group in schema().by_word["posts"] and group not in known for group in path[:-1]
    )


def _by_the_left(known: Mapping[str, str], before: Sequence[Path], leaf: str, times: Counter[str]) -> str | None:
    """A header that comes several times belongs to what stands to its left: 网格长, 电话, 网格员, 电话."""
    owner = next((path[-1] for path in reversed(before) if path and times[path[-1]] == 1), None)
    return _meant(known, f"{owner.removesuffix('姓名')}{leaf}") if owner else None


@cache
def _known(code: str) -> dict[str, str]:
    columns = schema().tables[code].columns
    known = {squeeze(alias): column.field for column in columns for alias in column.aliases}
    known |= {squeeze(column.header): column.field for column in columns}
    return attribute_headers(code) | known


def known_headers(table: Table) -> dict[str, str]:
    """Every header and alias of a table, in one spelling, to its field."""
    return table.known if isinstance(table, Layout) else _known(table.code)


def words_of_headers() -> frozenset[str]:
    """Every header of the tables that a sheet may be of."""
    return frozenset(word for table in candidates() for word in known_headers(table))


def _is_header(known: frozenset[str], word: str) -> bool:
    """Whether a word is the header of any table, or of a column that is not read."""
    return (
        word in known
        or _NOTE.sub("", word) in known
        or refused_header(word)
        or counted_header(word)
        or bool(attributes_under(word))
    )


def _titles(rows: tuple[Row, ...]) -> str:
    """The text above a header, a line for a row; some programs repeat a title in every cell that it reaches over."""
    return "\n".join(map(_title, rows))


def _title(row: Row) -> str:
    cells = dict.fromkeys(HIDDEN if tells(cell) else str(cell) for cell in row.cells if cell is not None)
    return shown(" ".join(cells))


def _name(sheet: Sheet) -> str:
    return f"工作表“{shown(sheet.name)}”" if sheet.name else "文件"


def _sorted(sheet: Sheet, table: Table, heading: Heading, titles: str) -> Recognised:
    units = {column.field: column.unit for column in table.columns}
    people = table.code == "tenures" or (isinstance(table, Layout) and any(r.table == "tenures" for r in table.rows))
    kept: dict[str, list[Column]] = {"columns": [], "counted": []}
    left: dict[str, list[str]] = {"dropped": [], "unread": [], "refused": []}
    rows = body(sheet, heading)
    for index, (path, field) in enumerate(zip(heading.paths, resolved(table, heading.paths), strict=True)):
        if not path:
            continue
        text = shown("/".join(path))
        if _is_refused(path):
            left["refused"].append(text)
        elif field is not None:
            kept["columns"].append(Column(index, text, field, units.get(field, "")))
        elif people and attributes_under(path[-1]):
            kept["counted"].append(Column(index, text, path[-1]))
        elif not is_sequence(path[-1], index, rows):
            left["unread" if counted_header(path[-1]) else "dropped"].append(text)
    left["dropped"] += _nameless(heading, rows)
    return Recognised(
        sheet,
        table,
        tuple(kept["columns"]),
        rows,
        titles,
        counted=tuple(kept["counted"]),
        **{what: tuple(headers) for what, headers in left.items()},
    )


def _is_refused(path: Path) -> bool:
    """Whether a column must not come in: by its header, or by any group above it."""
    return any(refused_header(word) for word in (*path, "".join(path)) if path)


def _nameless(heading: Heading, rows: tuple[Row, ...]) -> list[str]:
    """The columns without a header in which the first rows have something."""
    named = {index for index, path in enumerate(heading.paths) if path}
    found = {index for row in rows[:DEPTH] for index, cell in enumerate(row.cells) if cell is not None} - named
    return [f"（第 {get_column_letter(index + 1)} 列，没有表头）" for index in sorted(found)]
