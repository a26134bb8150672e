"""Old workbooks (.xls, BIFF8) written byte by byte: no program that is still kept writes them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
EPOCH = date(1899, 12, 30)
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Old:
    """A sheet: its rows; merged cells as first and last row, first and last column, all from 0; 1 is hidden."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: Sequence[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: int = 0


def xls(*sheets: Old) -> bytes:
    """A workbook."""
    return compound("Workbook", stream(*sheets))


def stream(*sheets: Old) -> bytes:
    """The records of a workbook: the globals, then each sheet."""
    bodies = [_sheet(sheet) for sheet in sheets]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + _record(0x0042, b"\xb0\x04")
    formats = _record(0x041E, struct.pack("<H", 164) + _text("yyyy-mm-dd"))
    for number in (0, 164):
        formats += _record(0x00E0, struct.pack("<HHHBBBBIIH", 0, number, 0x0001, 0, 0, 0, 0, 0, 0, 0))
    bounds = [_record(0x0085, struct.pack("<IBB", 0, s.hidden, 0) + _short(s.name)) for s in sheets]
    offset = len(head) + len(formats) + sum(map(len, bounds)) + 4
    placed = b""
    for sheet, body in zip(sheets, bodies, strict=True):
        placed += _record(0x0085, struct.pack("<IBB", offset, sheet.hidden, 0) + _short(sheet.name))
        offset += len(body)
    return head + formats + placed + _record(0x000A, b"") + b"".join(bodies)


def _sheet(sheet: Old) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    width = max(map(len, sheet.rows), default=0)
    body += _record(0x0200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0))
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            body += _cell(row, column, cell)
    if sheet.merges:
        ranges = b"".join(struct.pack("<HHHH", *merge) for merge in sheet.merges)
        body += _record(0x00E5, struct.pack("<H", len(sheet.merges)) + ranges)
    return body + _record(0x000A, b"")


def _cell(row: int, column: int, cell: Cell) -> bytes:
    if cell is None:
        return b""
    if isinstance(cell, str):
        return _record(0x0204, struct.pack("<HHH", row, column, 0) + _text(cell))
    number, style = ((cell - EPOCH).days, 1) if isinstance(cell, date) else (cell, 0)
    return _record(0x0203, struct.pack("<HHHd", row, column, style, number))


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _short(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def compound(name: str, content: bytes, loop: bool = False) -> bytes:
    """The envelope of old documents with one stream in it; with `loop` its chain of sectors never ends."""
    content = content.ljust(-(-max(len(content), 4096) // SECTOR) * SECTOR, b"\x00")
    sectors = len(content) // SECTOR
    tables = 1
    while tables * 128 < sectors + 1 + tables:
        tables += 1
    chain = [FAT] * tables + [END] + [tables + 2 + n for n in range(sectors - 1)] + [tables + 1 if loop else END]
    chain += [FREE] * (tables * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, FREE, tables + 1, len(content))
    directory += (_entry("", 0, FREE, 0, 0)) * 2
    return header + struct.pack(f"<{len(chain)}I", *chain) + directory + content


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\x00").encode("utf-16-le") if name else b""
    entry = encoded.ljust(64, b"\x00") + struct.pack("<HBB", len(encoded), kind, 1)
    return entry + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<IQ", start, size)
