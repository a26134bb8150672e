"""A long text table, row by row from its file: never all of it in memory, and read anew whenever it is gone through."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import overload

from wushe.errors import RefusedError
from wushe.loaders.privacy import shown
from wushe.loaders.reading.encodings import encoding_of
from wushe.loaders.reading.problems import ContentError
from wushe.loaders.reading.sheets import MAX_COLUMNS, Row, trimmed, typed_in
from wushe.loaders.reading.text import MAX_FIELD

MAX_TEXT = 2 * 2**30
BLOCK = 2**20
HEAD = 200
"""Rows in which the header is looked for, and a little below."""
_NO_TEXT = (b"PK", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"<")


def is_long_text(path: Path, rows: int) -> bool:
    """Whether a file is a text of more than so many lines."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        block = file.read(BLOCK)
        if block.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_NO_TEXT):
            return False
        lines = 0
        while block and lines <= rows:
            lines += block.count(b"\n")
            block = file.read(BLOCK)
    return lines > rows


@dataclass(frozen=True, slots=True)
class LongText:
    """A long text table: its hash, its encoding, what stands between its cells, and its first rows."""

    path: Path
    sha256: str
    encoding: str
    delimiter: str
    head: tuple[Row, ...]


def examine(path: Path) -> LongText:
    """Look at a whole text once.

    Raises:
        RefusedError: it is no text, or larger than any roster.
    """
    if path.stat().st_size > MAX_TEXT:
        raise RefusedError(f"{shown(path.name)} 超过 {MAX_TEXT // 2**20} MB", hint="请分成几个文件")
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    try:
        encoding = encoding_of(lambda: _blocks(path))
    except ContentError as error:
        raise RefusedError(f"{shown(path.name)} {error.reason}", hint=error.hint) from error
    with path.open(encoding=encoding, newline="") as text:
        lines = list(islice(text, 20))
    tabs = sum(line.count("\t") for line in lines) > sum(line.count(",") for line in lines)
    found = LongText(path, digest.hexdigest(), encoding, "\t" if tabs else ",", ())
    return LongText(path, found.sha256, encoding, found.delimiter, tuple(islice(rows_of(found), HEAD)))


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def rows_of(text: LongText) -> Iterator[Row]:
    """The rows that hold anything.

    Raises:
        RefusedError: quotation marks that do not pair, or more columns than any roster has.
    """
    csv.field_size_limit(MAX_FIELD)
    with text.path.open(encoding=text.encoding, newline="") as file:
        reader = csv.reader(file, delimiter=text.delimiter, strict=True)
        line = 1
        try:
            for record in reader:
                cells = trimmed([typed_in(cell) for cell in record])
                if len(cells) > MAX_COLUMNS:
                    raise RefusedError(f"第 {line} 行有 {len(cells)} 列，超过 {MAX_COLUMNS} 列", hint="请删去多余的列")
                if cells:
                    yield Row(line, cells)
                line = reader.line_num + 1
        except csv.Error as error:
            raise RefusedError(
                f"{shown(text.path.name)} 第 {line} 行起引号不成对，或单元格过长", hint="请改正这一行后再载入"
            ) from error


class Body(Sequence[Row]):
    """The rows below a header, read from the file each time; `begun` are the first of them.

    Where the header is printed again it is passed over.
    """

    def __init__(self, text: LongText, begun: Sequence[Row]) -> None:
        self._text, self._begun = text, begun
        self._first = begun[0].number if begun else text.head[-1].number + 1
        self._again = {row.cells for row in text.head if row.number < self._first and len(row.cells) > 1}

    def __iter__(self) -> Iterator[Row]:
        return (row for row in rows_of(self._text) if row.number >= self._first and row.cells not in self._again)

    def __bool__(self) -> bool:
        return bool(self._begun)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        """Of the first rows only: what is looked at by number is looked for there."""
        return self._begun[index]
