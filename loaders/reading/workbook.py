"""The parts of an .xlsx around its sheets: which sheets there are, its texts, its number formats."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime

from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH

from wushe.loaders.reading.archive import Archive, beside
from wushe.loaders.reading.formats import Look, look_of
from wushe.loaders.reading.markup import MAX_DEPTH, MAX_TEXT, Names, elements, oversized, too_long, walk
from wushe.loaders.reading.problems import SAVE_AS, ContentError

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OTHERS = (
    ("xl/workbook.bin", "是 .xlsb 工作簿"),
    ("word/document.xml", "是 Word 文档，不是工作簿"),
    ("ppt/presentation.xml", "是演示文稿，不是工作簿"),
    ("content.xml", "是 .ods 一类的文档"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of the workbook and the name of the part that holds it."""

    title: str
    visible: bool
    name: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What has to be known before a sheet is read; `looks` is by the style of a cell."""

    sheets: tuple[Part, ...]
    strings: list[str | None]
    looks: list[Look]
    epoch: datetime


def read_parts(archive: Archive) -> Parts:
    """Everything but the sheets.

    Raises:
        ContentError: it is no .xlsx.
    """
    root = _targets(archive, "", "/officeDocument")
    book = next(iter(root.values()), "xl/workbook.xml")
    if book not in archive or book.endswith(".bin") or not posixpath.basename(book).startswith("workbook"):
        raise ContentError(next((what for part, what in _OTHERS if part in archive), "不是 .xlsx 工作簿"), SAVE_AS)
    sheets, epoch = _sheets(archive, book)
    styles = next(iter(_targets(archive, book, "/styles").values()), "")
    strings = next(iter(_targets(archive, book, "/sharedStrings").values()), "")
    return Parts(
        sheets,
        _strings(archive, strings) if strings in archive else [],
        _looks(archive, styles) if styles in archive else [],
        epoch,
    )


def _targets(archive: Archive, part: str, kind: str) -> dict[str, str]:
    """The parts of a kind that a part refers to, by the id of the reference; other files are none of them."""
    relations = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
    if relations not in archive:
        return {}
    with archive.part(relations) as stream:
        return {
            found.get("Id", ""): beside(part, found.get("Target", ""))
            for _, name, found in elements(stream)
            if name == "Relationship" and found.get("Type", "").endswith(kind) and found.get("TargetMode") != "External"
        }


def _sheets(archive: Archive, book: str) -> tuple[tuple[Part, ...], datetime]:
    targets = _targets(archive, book, "/worksheet")
    parts: list[Part] = []
    epoch = WINDOWS_EPOCH
    with archive.part(book) as stream:
        for parent, name, found in elements(stream):
            if name == "workbookPr" and found.get("date1904") in {"1", "true"}:
                epoch = CALENDAR_MAC_1904
            if (parent, name) == ("sheets", "sheet") and found.get("id") in targets:
                visible = found.get("state", "visible") == "visible"
                parts.append(Part(found.get("name", ""), visible, targets[found["id"]]))
    return tuple(parts), epoch


def _looks(archive: Archive, styles: str) -> list[Look]:
    codes: dict[int, str] = {}
    used: list[int] = []
    with archive.part(styles) as stream:
        for parent, name, found in elements(stream):
            if (parent, name) == ("numFmts", "numFmt"):
                codes[int(found["numFmtId"])] = found.get("formatCode", "")
            elif (parent, name) == ("cellXfs", "xf"):
                used.append(int(found.get("numFmtId", 0)))
    known = {number: look_of(number, codes) for number in set(used)}
    return [known[number] for number in used]


class _Strings:
    """The table of shared texts; readings (`rPh`) of characters are no part of a text."""

    def __init__(self) -> None:
        self.found: list[str | None] = []
        self._names = Names()
        self._pieces: list[str] = []
        self._length = self._depth = 0
        self._taking = self._reading = False

    def start(self, name: str, _: dict[str, str]) -> None:
        local = self._names[name]
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise oversized()
        if local == "t":
            self._taking = not self._reading
        elif local == "rPh":
            self._reading = True
        elif local == "si":
            self._pieces, self._length = [], 0

    def end(self, name: str) -> None:
        local = self._names[name]
        self._depth -= 1
        if local == "t":
            self._taking = False
        elif local == "rPh":
            self._reading = False
        elif local == "si":
            self.found.append(unescaped("".join(self._pieces)))

    def text(self, data: str) -> None:
        if not self._taking:
            return
        self._length += len(data)
        if self._length > MAX_TEXT:
            raise too_long()
        self._pieces.append(data)


def _strings(archive: Archive, name: str) -> list[str | None]:
    table = _Strings()
    with archive.part(name) as stream:
        for _ in walk(stream, table):
            pass
    return table.found


def unescaped(text: str) -> str | None:
    """A text with its escaped characters (_x000A_); None when it is blank."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text if text.strip() else None
