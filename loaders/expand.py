"""A row of a roster as lines of the contract's tables; they stand or fall together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wushe.loaders.layouts import SLOT, Emission, Layout
from wushe.loaders.lines import Line, RowError
from wushe.loaders.reading import Value
from wushe.loaders.recognise import Recognised
from wushe.loaders.report import Severity
from wushe.loaders.values import text_of
from wushe.schema import schema
from wushe.schema.kinds import Table
from wushe.schema.naming import NUMBERED, stem_of
from wushe.schema.text import split_ordinal

Cells = Mapping[str, Value]
_PIECES = re.compile(r"\{[^{}]+\}|[^{}]+")


def expanded(sheet: Recognised, line: Line) -> Iterator[Line]:
    """The lines that a row says; a row of a contract table is its own line."""
    layout = sheet.table
    if not isinstance(layout, Layout):
        yield line
        return
    try:
        lines = list(_said(layout, line, titled(layout, sheet) | line.values))
    except RowError as error:
        line.fail(error)
        return
    if lines:
        _tell_unused(layout, line)
    else:
        line.fail(RowError("没有可以载入的内容，请填写姓名、单位等必要的栏目"))
    yield from lines


def _said(layout: Layout, line: Line, cells: Cells) -> Iterator[Line]:
    for row in layout.rows:
        for bound in _each(row, line, cells):
            if _is_said(row, bound):
                if missing := next((name for name in row.needs if not text_of(bound.get(name))), None):
                    raise RowError("不能为空，请补上后再载入；与上一行相同的请写“同上”", missing)
                yield _line(row, line, bound)


def _tell_unused(layout: Layout, line: Line) -> None:
    """Report the cells that nothing said by this row takes: 联系户数 without a 好邻居片."""
    said = [row for row in layout.rows if _is_said(row, line.values)]
    taken = {word for row in said for template in row.values.values() for word in _words(template)}
    taken |= {word for row in layout.rows for c in (*row.when, *row.unless) for word in c.partition("~")[0].split("|")}
    for name in line.values:
        if name not in taken and text_of(line.values[name]):
            line.warn("这一栏没有载入：本行缺少它所说明的那一项（如好邻居片）", name, Severity.NOTICE)


def fields_of(table: Table, said: str, name: str) -> frozenset[str]:
    """The fields of a sheet's columns that go into a field of a contract table: the names of 任职, say."""
    if not isinstance(table, Layout):
        return frozenset({name} if table.code == said else ())
    templates = (row.values.get(name, "") for row in table.rows if row.table == said)
    return frozenset(word for template in templates for word in _words(template))


def titled(layout: Layout, sheet: Recognised) -> dict[str, Value]:
    """What the titles of a sheet, else its name, say for all its rows."""
    found: dict[str, Value] = {}
    for field, pattern in layout.titles.items():
        match = re.search(pattern, sheet.titles) or re.search(pattern, sheet.sheet.name or "")
        if match:
            found[field] = match[1]
    return found


def _is_said(row: Emission, cells: Cells) -> bool:
    return all(_holds(c, cells) for c in row.when) and not any(_holds(c, cells) for c in row.unless)


def _words(template: str) -> list[str]:
    """Every cell that a template may take."""
    return [word for slot in SLOT.findall(template) for word in slot.split("|")]


def _each(row: Emission, line: Line, cells: Cells) -> Iterator[Cells]:
    if row.each is None:
        yield cells
    else:
        yield from ({**cells, row.each: item} for item in line.items(row.each))


def _holds(condition: str, cells: Cells) -> bool:
    fields, _, pattern = condition.partition("~")
    return any(text and re.search(pattern, text) for text in (text_of(cells.get(name)) for name in fields.split("|")))


def _line(row: Emission, line: Line, cells: Cells) -> Line:
    values: dict[str, Value] = {}
    headers: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for name, template in row.values.items():
        if (value := _filled(template, cells)) is None:
            source = _first(template)
            headers[name], addresses[name] = line.headers.get(source, ""), line.cells.get(source, "")
            continue
        values[name] = value
        for source in _sources(template, cells):
            headers[name] = line.headers.get(source, "")
            addresses[name] = line.cells.get(source, "")
    return line.saying(row.table, values, headers, addresses)


def _sources(template: str, cells: Cells) -> list[str]:
    """The filled cells that a template takes; the last of them names the thing itself, those before it where that is."""
    return [name for slot in SLOT.findall(template) for name in slot.split("|") if text_of(cells.get(name))]


def _first(template: str) -> str:
    """The first cell that a template could take: where to write what is missing."""
    return next(iter(_words(template)), "")


def _filled(template: str, cells: Cells) -> Value:
    """A template with its cells; one that is a single cell keeps the cell's type, so that dates stay dates."""
    whole = SLOT.fullmatch(template)
    if whole and whole[1].isascii():
        return next((cells[name] for name in whole[1].split("|") if text_of(cells.get(name))), None)
    text, last = "", ""
    for piece in _PIECES.findall(template):
        slot = SLOT.fullmatch(piece)
        said = _chosen(slot[1], cells) if slot else piece
        if last and _says_again(last, said):
            text = text.removesuffix(last)
        text, last = text + said, said if slot else ""
    return text or None


def _says_again(before: str, text: str) -> bool:
    """Whether a text begins with the place before it: 登科寺社区 and 登科寺社区01网格, or 登科寺01网格."""
    split = split_ordinal(text, tuple(unit for kind in NUMBERED for unit in schema().places[kind].units))
    return text.startswith(before) or (split is not None and split[0] == stem_of("village", before))


def _chosen(slot: str, cells: Cells) -> str:
    *_, last = words = slot.split("|")
    filled = (text for word in words if (text := text_of(cells.get(word))))
    return next(filled, "" if last.isascii() else last)
