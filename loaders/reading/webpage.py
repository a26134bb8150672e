"""Tables in web pages (HTML), which programs often export and name .xls; a page is one sheet, as spreadsheets show it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from wushe.loaders.reading.markup import MAX_TEXT, oversized, too_long
from wushe.loaders.reading.problems import SAVE_AS, ContentError
from wushe.loaders.reading.sheets import MAX_COLUMNS, MAX_MERGES, MAX_ROWS, Merge, Sheet, Value, gather, typed_in
from wushe.loaders.reading.text import decode

_HEAD = 4096
_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKS = {"br", "p", "div", "li"}
_SILENT = {"script", "style", "title"}
MAX_DEPTH = 20
"""Tables within tables."""


def is_webpage(content: bytes) -> bool:
    """Whether a file begins as a page does, or holds a bare table."""
    head = content[:_HEAD].replace(b"\x00", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and bool(_PAGE.search(head))


def read_webpage(content: bytes) -> tuple[Sheet, str]:
    """The rows of all tables one below the other, and the encoding.

    Raises:
        ContentError: there is no table in it, or one beyond all measure.
    """
    text, encoding = decode(content)
    page = _Page()
    page.feed(text)
    page.close()
    if not page.tables:
        raise ContentError("是没有表格的网页", SAVE_AS)
    rows: list[tuple[int, list[Value]]] = []
    merges: list[Merge] = []
    for table in page.tables:
        below = rows[-1][0] if rows else 0
        rows += [(below + number, cells) for number, cells in enumerate(table.rows, start=1)]
        merges += [Merge(below + m.top, m.left, below + m.bottom, m.right) for m in table.merges]
    return gather(None, rows, merges), encoding


class _Table:
    """One table; cells that reach over several rows or columns push the others aside."""

    def __init__(self) -> None:
        self.rows: list[list[Value]] = []
        self.merges: list[Merge] = []
        self._taken: dict[int, int] = {}
        """Of a column, the number of the last row that a cell from above reaches."""
        self._column = 0
        self._across = 1

    def begin_row(self) -> None:
        if len(self.rows) > MAX_ROWS:
            raise oversized()
        self.rows.append([])
        self._column = 0

    def begin_cell(self, across: int, down: int) -> None:
        if not self.rows:
            self.begin_row()
        number = len(self.rows)
        while self._taken.get(self._column, 0) >= number:
            self._column += 1
        self._across = max(1, min(across, MAX_COLUMNS))
        bottom = number + max(1, min(down, MAX_ROWS)) - 1
        right = self._column + self._across - 1
        if right > 2 * MAX_COLUMNS or len(self.merges) >= MAX_MERGES:
            raise oversized()
        if bottom > number or self._across > 1:
            self.merges.append(Merge(number, self._column, bottom, right))
        if bottom > number:
            self._taken |= dict.fromkeys(range(self._column, right + 1), bottom)

    def end_cell(self, text: str) -> None:
        cells = self.rows[-1]
        cells.extend([None] * (self._column + 1 - len(cells)))
        cells[self._column] = typed_in("\n".join(line.strip(" ") for line in text.split("\n")).strip("\n"))
        self._column += self._across


class _Page(HTMLParser):
    """The tables of a page; one within a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cells: list[list[str] | None] = []
        self._silent = 0
        self._length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell; whatever is still open inside ends."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            if len(self._open) >= MAX_DEPTH:
                raise oversized()
            self._open.append(_Table())
            self._cells.append(None)
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._end_cell()
            self._open[-1].begin_row()
        elif tag in {"td", "th"}:
            self._end_cell()
            given = dict(attrs)
            self._open[-1].begin_cell(_span(given.get("colspan")), _span(given.get("rowspan")))
            self._cells[-1], self._length = [], 0
        elif tag in _BREAKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag in {"td", "th", "tr", "table"}:
            self._end_cell()
            if tag == "table":
                self._open.pop()
                self._cells.pop()

    def handle_data(self, data: str) -> None:
        """Text; white space of the source is one space."""
        if not self._silent:
            self._add(_SPACE.sub(" ", data))

    def close(self) -> None:
        """The page may end within a table."""
        super().close()
        while self._open:
            self.handle_endtag("table")

    def _add(self, text: str) -> None:
        if not self._cells or self._cells[-1] is None:
            return
        self._length += len(text)
        if self._length > MAX_TEXT:
            raise too_long()
        self._cells[-1].append(text)

    def _end_cell(self) -> None:
        if self._cells[-1] is not None:
            self._open[-1].end_cell("".join(self._cells[-1]))
            self._cells[-1] = None


def _span(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 8 else 1
