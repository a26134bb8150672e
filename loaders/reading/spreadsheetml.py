"""Workbooks as one XML file (SpreadsheetML 2003), which programs often export and name .xls."""

from __future__ import annotations

import io
from datetime import datetime

from wushe.loaders.reading.formats import Look, look, seen, shown_as
from wushe.loaders.reading.markup import MAX_DEPTH, MAX_TEXT, Names, oversized, too_long, walk
from wushe.loaders.reading.problems import damaged
from wushe.loaders.reading.sheets import MAX_COLUMNS, MAX_MERGES, Merge, Sheet, Value, gather, typed_in
from wushe.loaders.reading.text import decode

_MARK = "urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4096


def is_spreadsheetml(content: bytes) -> bool:
    """Whether a file says at its beginning that it is such a workbook."""
    head = content[:_HEAD].replace(b"\x00", b"")
    return b"<?xml" in head[:64] and _MARK.encode() in head


def read_spreadsheetml(content: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...], str]:
    """The visible sheets, the names of the hidden ones, the encoding.

    Raises:
        ContentError: broken or hostile XML.
    """
    text, encoding = decode(content)
    book = _Book()
    try:
        for _ in walk(io.BytesIO(text.encode("utf-8", "replace")), book, "utf-8"):
            pass
    except ValueError as error:
        raise damaged() from error
    visible = tuple(sheet for sheet in book.sheets if sheet.name not in book.hidden)
    return visible, tuple(book.hidden), encoding


class _Book:
    """The sheets of a workbook as they are read."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.hidden: list[str] = []
        self._names = Names()
        self._looks: dict[str, Look] = {}
        self._style = ""
        self._sheet = ""
        self._rows: list[tuple[int, list[Value]]] = []
        self._merges: list[Merge] = []
        self._number = self._column = self._across = self._down = self._depth = 0
        self._cells: list[Value] = []
        self._kind, self._look = "String", Look.PLAIN
        self._row_look = Look.PLAIN
        self._pieces: list[str] | None = None
        self._length = 0
        self._commenting = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names[name]
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise oversized()
        begin = getattr(self, f"_start_{local.lower()}", None)
        if begin is not None:
            begin({self._names[key]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        local = self._names[name]
        self._depth -= 1
        if local == "Data" and not self._commenting:
            self._end_data()
        elif local == "Comment":
            self._commenting = False
        elif local == "Visible":
            if "".join(self._pieces or ()).strip() != "SheetVisible":
                self.hidden.append(self._sheet)
            self._pieces = None
        elif local == "Row" and self._cells:
            self._rows.append((self._number, self._cells))
        elif local == "Worksheet":
            self.sheets.append(gather(self._sheet, self._rows, self._merges))

    def text(self, data: str) -> None:
        if self._pieces is None:
            return
        self._length += len(data)
        if self._length > MAX_TEXT:
            raise too_long()
        self._pieces.append(data)

    def _start_style(self, found: dict[str, str]) -> None:
        self._style = found.get("ID", "")

    def _start_numberformat(self, found: dict[str, str]) -> None:
        self._looks[self._style] = look(found.get("Format", "General"))

    def _start_worksheet(self, found: dict[str, str]) -> None:
        self._sheet = found.get("Name", "")
        self._rows, self._merges = [], []
        self._number = 0

    def _start_row(self, found: dict[str, str]) -> None:
        self._number = int(found.get("Index", self._number + 1))
        self._row_look = self._looks.get(found.get("StyleID", ""), Look.PLAIN)
        self._cells, self._column, self._across = [], 0, 0

    def _start_cell(self, found: dict[str, str]) -> None:
        self._column = int(found.get("Index", self._column + self._across + 1))
        self._across, down = int(found.get("MergeAcross", 0)), int(found.get("MergeDown", 0))
        self._look = self._looks.get(found["StyleID"], Look.PLAIN) if "StyleID" in found else self._row_look
        if not (self._across or down):
            return
        if len(self._merges) >= MAX_MERGES:
            raise oversized()
        left = self._column - 1
        self._merges.append(Merge(self._number, left, self._number + down, min(left + self._across, MAX_COLUMNS)))

    def _start_comment(self, _: dict[str, str]) -> None:
        self._commenting = True

    def _start_data(self, found: dict[str, str]) -> None:
        if self._commenting:
            return
        self._kind = found.get("Type", "String")
        self._pieces, self._length = [], 0

    def _start_visible(self, _: dict[str, str]) -> None:
        self._pieces, self._length = [], 0

    def _end_data(self) -> None:
        value = self._value("".join(self._pieces or ()))
        self._pieces = None
        column = min(self._column - 1, MAX_COLUMNS)
        if value is None or column < 0:
            return
        self._cells.extend([None] * (column + 1 - len(self._cells)))
        self._cells[column] = value

    def _value(self, text: str) -> Value:
        if self._kind == "Number" and text.strip():
            return seen(float(text) if set(text) & set(".eE") else int(text), self._look)
        if self._kind == "DateTime" and text.strip():
            return shown_as(datetime.fromisoformat(text.strip().rstrip("Z")), self._look)
        if self._kind == "Boolean":
            return text.strip() == "1"
        return typed_in(text)
