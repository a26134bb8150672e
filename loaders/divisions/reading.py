"""Read a list of divisions: csv or csv.gz with the columns code, name, level, parent_code and perhaps as_of."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from wushe.errors import RefusedError
from wushe.loaders.divisions.checking import Row, check_rows, told
from wushe.loaders.privacy import shown
from wushe.loaders.reading import ContentError, unpacked
from wushe.loaders.reading.encodings import encoding_of

REQUIRED = ("code", "name", "level", "parent_code")
COLUMNS = (*REQUIRED, "as_of")
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_GZIP = b"\x1f\x8b"
_HEAD = 4096
MAX_UNPACKED = 400 * 2**20


class Records(Iterator[list[str]], Protocol):
    """A reader of csv."""

    @property
    def line_num(self) -> int:
        """Lines read so far."""
        ...


@dataclass(frozen=True, slots=True)
class ListFile:
    """One list as read: its title, the hash of its text, its rows; and the headers of the columns that are none of a list's."""

    title: str
    sha256: str
    rows: list[Row]
    others: tuple[str, ...] = ()


def is_division_list(path: Path) -> bool:
    """Whether a file is a list of divisions, told by its header."""
    if not path.is_file() or not path.name.lower().endswith((".csv", ".csv.gz")):
        return False
    try:
        with gzip.open(path) if _zipped(path) else path.open("rb") as file:
            head = file.read(_HEAD)
        text = head.decode(encoding_of(lambda: (head,), begun=True), "ignore")
        cells = next(csv.reader(text.splitlines()), [])
    except (OSError, EOFError, zlib.error, ContentError, csv.Error):
        return False
    return set(REQUIRED) <= {cell.strip().lower() for cell in cells}


def read_list(path: Path, known: Callable[[str], bool]) -> ListFile:
    """Every row of a list; `known` tells divisions of a county and above that the list need not hold itself.

    Raises:
        RefusedError: the file cannot be read, lacks a column, or has rows that cannot be right.
    """
    try:
        data = read_bytes(path)
        encoding = encoding_of(lambda: (data,))
    except ContentError as error:
        raise RefusedError(f"名单 {shown(path.name)} {error.reason}", hint=error.hint) from error
    except OSError as error:
        raise RefusedError(f"名单 {shown(path.name)} 无法读取", hint="请确认文件完整，能够打开") from error
    title = shown(path.name)
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""))
    header = _header(reader, title)
    rows = list(_rows(reader, header, title))
    check_rows(title, rows, known)
    return ListFile(title, sha256(data), rows, tuple(shown(cell) for cell in header if cell and cell not in COLUMNS))


def read_bytes(path: Path) -> bytes:
    """The text of a file as bytes, unzipped.

    Raises:
        ContentError: the archive is broken, or there is more than any list has.
    """
    if path.stat().st_size > MAX_UNPACKED:
        raise ContentError(f"超过 {MAX_UNPACKED // 2**20} MB，没有读取", "请分成几个文件")
    return unpacked(path.read_bytes(), MAX_UNPACKED) if _zipped(path) else path.read_bytes()


def sha256(data: bytes) -> str:
    """The hash by which a source is known."""
    return hashlib.sha256(data).hexdigest()


def day_in_name(name: str) -> date | None:
    """The day in a file's name: china_2023-06-30.csv.gz."""
    match = _DAY.search(name)
    return _date(match[0]) if match else None


def _zipped(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == _GZIP


def _header(reader: Records, title: str) -> list[str]:
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
    except csv.Error as error:
        raise told(title, [(reader.line_num, "不是有效的 CSV")]) from error
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        raise RefusedError(f"名单 {title} 缺少列：{'、'.join(missing)}", hint="整个文件没有载入")
    return header


def _rows(reader: Records, header: list[str], title: str) -> Iterator[Row]:
    """Rows, one at a time; levels and parents, which repeat, are kept once."""
    once: dict[str, str] = {}
    try:
        places = [header.index(column) for column in REQUIRED]
        dated = header.index("as_of") if "as_of" in header else None
        width, line = max(places) + 1, reader.line_num
        for cells in reader:
            row, line = line + 1, reader.line_num
            if not any(cells):
                continue
            cells.extend([""] * (width - len(cells)))
            code, name, level, parent = (cells[place].strip() for place in places)
            day = cells[dated].strip() if dated is not None and dated < len(cells) else ""
            level, parent = once.setdefault(level, level), once.setdefault(parent, parent)
            yield Row(code, name, level, parent, row, _day(day, title, row))
    except csv.Error as error:
        raise told(title, [(reader.line_num, "不是有效的 CSV")]) from error


def _day(text: str, title: str, row: int) -> date | None:
    day = _date(text) if text else None
    if text and day is None:
        raise told(title, [(row, "as_of 不是 YYYY-MM-DD 形式的日期")])
    return day


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
