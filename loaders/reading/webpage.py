"""Tables in web pages (HTML), which programs often export and name .xls; a page is one sheet, as spreadsheets show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from wushe.loaders.reading.markup import MAX_TEXT, oversized, too_long
from wushe.loaders.reading.problems import SAVE_AS, ContentError
from wushe.loaders.reading.sheets import MAX_COLUMNS, MAX_MERGES, MAX_ROWS, Merge, Sheet, Value, gather, typed_in
from wushe.loaders.reading.text import decode

_HEAD = 4096
_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKS = {"br", "p", "div", "li"}
_SILENT = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "title")}
_NAME = re.compile(r"<(/?[A-Za-z][A-Za-z0-9:]{0,20})|<[!?]()")
_SPANS = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,7})", re.IGNORECASE)
MAX_TAG = 10_000
"""Characters of a tag in which attributes are looked for."""
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
    page = _Page(text)
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


def _tags(page: str) -> Iterator[tuple[str, str, str]]:
    """The text before every tag, the name of the tag with / where it closes, the tag's attributes.

    Each character is looked at once or twice: `html.parser` goes back for every mark that nothing closes.
    """
    start = position = 0
    while (begin := page.find("<", position)) >= 0:
        position = begin + 1
        if page.startswith("<!--", begin):
            yield page[start:begin], "", ""
            start = position = _after(page, "-->", begin)
        elif (name := _NAME.match(page, begin)) is not None:
            end = _after(page, ">", begin)
            tag = (name[1] or "").lower()
            yield page[start:begin], tag, page[name.end() : min(end, name.end() + MAX_TAG)]
            start = position = _closing(page, tag, end) if tag in _SILENT else end
    yield page[start:], "", ""


def _after(page: str, mark: str, position: int) -> int:
    found = page.find(mark, position)
    return len(page) if found < 0 else found + len(mark)


def _closing(page: str, tag: str, position: int) -> int:
    """Where an element ends whose content is no text; nothing follows one that is left open."""
    found = _SILENT[tag].search(page, position)
    return found.start() if found else len(page)


class _Page:
    """The tables of a page; one within a cell of another is a table of its own."""

    def __init__(self, page: str) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cells: list[list[str] | None] = []
        self._length = 0
        for text, tag, attributes in _tags(page):
            self._add(_SPACE.sub(" ", text))
            self._take(tag, attributes)
        while self._open:
            self._take("/table", "")

    def _take(self, tag: str, attributes: str) -> None:
        """Open or close a table, a row or a cell; whatever is still open inside ends."""
        if tag == "table":
            if len(self._open) >= MAX_DEPTH:
                raise oversized()
            self._open.append(_Table())
            self._cells.append(None)
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag in _BREAKS:
            self._add("\n")
        elif tag.removeprefix("/") in {"td", "th", "tr", "table"}:
            self._end_cell()
            self._next(tag, attributes)

    def _next(self, tag: str, attributes: str) -> None:
        if tag == "tr":
            self._open[-1].begin_row()
        elif tag in {"td", "th"}:
            spans = {name.lower(): int(number) for name, number in _SPANS.findall(attributes)}
            self._open[-1].begin_cell(spans.get("colspan", 1), spans.get("rowspan", 1))
            self._cells[-1], self._length = [], 0
        elif tag == "/table":
            self._open.pop()
            self._cells.pop()

    def _add(self, text: str) -> None:
        if not text or not self._cells or self._cells[-1] is None:
            return
        self._length += len(text)
        if self._length > MAX_TEXT:
            raise too_long()
        self._cells[-1].append(text)

    def _end_cell(self) -> None:
        if self._cells[-1] is not None:
            self._open[-1].end_cell(unescape("".join(self._cells[-1])))
            self._cells[-1] = None
