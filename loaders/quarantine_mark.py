"""The first row of a sheet of a quarantine workbook says what it was taken from, so that it is understood the same again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from wushe.loaders.privacy import shown
from wushe.loaders.reading import Sheet
from wushe.loaders.recognise import Recognised
from wushe.schema.text import squeeze

WORD = "【隔离簿】"
REASON, WHERE = "隔离原因", "原位置"
_FIELD = re.compile(r"(文件日期|地点|版式|编号|原文件)：([^；\s]+)")
_KEY = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a quarantine workbook speaks for: its own key, the day, the place that was told, the table of a sheet."""

    key: str
    file: str
    as_of: date
    table: str
    place: str | None = None

    def __str__(self) -> str:
        place = f"；地点：{self.place}" if self.place else ""
        return (
            f"{WORD}原文件：{self.file}；文件日期：{self.as_of}{place}；版式：{self.table}；编号：{self.key}；"
            f"改正后保存，再用 wushe load 载入本文件。这一行、表头和“{WHERE}”列请不要改"
        )


def mark_of(sheet: Sheet) -> Mark | None:
    """The mark of a sheet; None for any other sheet, and for one whose mark cannot be made out."""
    text = next((str(cell) for row in sheet.rows[:1] for cell in row.cells if cell is not None), "")
    if not text.startswith(WORD):
        return None
    said = {field: shown(value) for field, value in _FIELD.findall(text)}
    try:
        day = date.fromisoformat(said.get("文件日期", ""))
    except ValueError:
        return None
    key = said.get("编号", "")
    if not _KEY.fullmatch(key) or "版式" not in said:
        return None
    return Mark(key, said.get("原文件", ""), day, said["版式"], said.get("地点"))


def unmarked(sheet: Sheet) -> Sheet:
    """A sheet without its mark, which is none of its titles."""
    return replace(sheet, rows=sheet.rows[1:])


def unsurprised(sheet: Recognised) -> Recognised:
    """A sheet of which the columns that a quarantine workbook adds are passed over without a word."""
    return replace(sheet, dropped=tuple(header for header in sheet.dropped if squeeze(header) not in {REASON, WHERE}))
