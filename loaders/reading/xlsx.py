"""Workbooks (.xlsx): the visible sheets, cell by cell as a stream, with the values that formulas had when saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from wushe.loaders.reading.archive import Archive
from wushe.loaders.reading.formats import Look, seen
from wushe.loaders.reading.markup import MAX_DEPTH, MAX_TEXT, Names, oversized, too_long, walk
from wushe.loaders.reading.problems import damaged
from wushe.loaders.reading.sheets import MAX_COLUMNS, MAX_MERGES, UNSAVED, Merge, Sheet, Value, gather, plain
from wushe.loaders.reading.workbook import Parts, read_parts, unescaped

_DIGITS = "0123456789$"
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_MACROS = "含有宏，宏没有运行，只读取单元格的内容"
_LINKS = "链接到其他文件，没有打开它们，用的是上次保存的数值"


def read_xlsx(content: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...], tuple[str, ...]]:
    """The visible sheets, the names of the hidden ones, and notes on what was left alone.

    Raises:
        ContentError: a broken archive, another kind of archive, or one that no roster is.
    """
    archive = Archive(content)
    try:
        parts = read_parts(archive)
        sheets = tuple(_sheet(archive, part.name, part.title, parts) for part in parts.sheets if part.visible)
    except (ValueError, LookupError, OverflowError) as error:
        raise damaged() from error
    hidden = tuple(part.title for part in parts.sheets if not part.visible)
    notes = [_MACROS] if "xl/vbaProject.bin" in archive else []
    notes += [_LINKS] if archive.under("xl/externallinks/") else []
    return sheets, hidden, tuple(notes)


def _sheet(archive: Archive, name: str, title: str, parts: Parts) -> Sheet:
    merges: list[Merge] = []
    with archive.stream(name) as stream:
        return gather(title, _rows(stream, parts, merges), merges)


def _rows(stream: IO[bytes], parts: Parts, merges: list[Merge]) -> Iterator[tuple[int, list[Value]]]:
    cells = _Cells(parts, merges)
    for _ in walk(stream, cells):
        yield from cells.rows
        cells.rows.clear()


class _Columns(dict[str, int]):
    """The letters of columns as numbers from 0."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters.upper():
            if not "A" <= letter <= "Z" or len(letters) > 3:
                raise damaged()
            number = number * 26 + ord(letter) - ord("A") + 1
        self[letters] = number - 1
        return number - 1


class _Cells:
    """The cells of a sheet that hold anything. `rows` are those that are through."""

    def __init__(self, parts: Parts, merges: list[Merge]) -> None:
        self.rows: list[tuple[int, list[Value]]] = []
        self._parts = parts
        self._merges = merges
        self._names = Names()
        self._columns = _Columns()
        self._depth = self._number = self._length = 0
        self._column = -1
        self._kind, self._style = "n", ""
        self._cells: list[Value] = []
        self._pieces: list[str] = []
        self._taking = self._reading = self._formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names[name]
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise oversized()
        if local == "c":
            self._start_cell(attributes)
        elif local == "v" or local == "t":  # noqa: PLR1714 - quicker than a set, a million times over
            self._taking = not self._reading
        elif local == "row":
            self._number = int(attributes["r"]) if "r" in attributes else self._number + 1
            self._cells, self._column = [], -1
        elif local == "f":
            self._formula = True
        elif local == "rPh":
            self._reading = True
        elif local == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        local = self._names[name]
        self._depth -= 1
        if local in {"v", "t"}:
            self._taking = False
        elif local == "c":
            if self._pieces or self._formula:
                self._end_cell()
        elif local == "rPh":
            self._reading = False
        elif local == "row" and self._cells:
            self.rows.append((self._number, self._cells))

    def text(self, data: str) -> None:
        if not self._taking:
            return
        self._length += len(data)
        if self._length > MAX_TEXT:
            raise too_long()
        self._pieces.append(data)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        self._column = self._columns[place.rstrip(_DIGITS)] if place else self._column + 1
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._pieces, self._length = [], 0
        self._formula = self._taking = self._reading = False

    def _end_cell(self) -> None:
        value = self._value("".join(self._pieces))
        if value is None:
            return
        cells, column = self._cells, min(self._column, MAX_COLUMNS)
        if column == len(cells):
            cells.append(value)
        elif column < len(cells):
            cells[column] = value
        else:
            cells.extend([None] * (column - len(cells)))
            cells.append(value)

    def _value(self, text: str) -> Value:
        kind = self._kind
        if kind == "s":
            return self._parts.strings[int(text)] if text else None
        if kind in {"str", "inlineStr"}:
            return unescaped(text)
        if not text:
            return UNSAVED if self._formula else None
        if kind == "n":
            return self._numeral(text)
        if kind == "b":
            return text in {"1", "true"}
        return plain(datetime.fromisoformat(text.rstrip("Z"))) if kind == "d" else text

    def _numeral(self, text: str) -> Value:
        number = float(text) if "." in text or "e" in text.lower() else int(text)
        look = self._parts.looks[int(self._style)] if self._style else Look.PLAIN
        return seen(number, look, self._parts.epoch)

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found is None:
            return
        if len(self._merges) >= MAX_MERGES:
            raise oversized()
        left, right = self._columns[found[1]], self._columns[found[3]]
        self._merges.append(Merge(int(found[2]), left, int(found[4]), min(right, MAX_COLUMNS)))
