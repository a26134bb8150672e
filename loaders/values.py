"""How the cells of rosters are read: text, lists, numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wushe.schema.text import squeeze

if TYPE_CHECKING:
    from wushe.loaders.reading import Value

PLACEHOLDERS = frozenset({"", "x", "X", "无", "暂无", "没有", "N/A", "n/a", "NULL", "null", "None"})
_STROKES = re.compile(r"[-‐-―−－_/／\\×*＊~～.。…?？]+")
VACANT = frozenset({"空缺", "待定", "缺", "暂缺", "空", "缺额", "待补", "缺位", "待选", "待聘", "未定", "缺员", "待配"})
"""In a cell of names: nobody holds the post. Anywhere else: nothing is known."""
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+")
_SPACE = re.compile(r"[\s\u3000\xa0]+")
HAN = r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]"
_BETWEEN_HAN = re.compile(rf"(?<={HAN}) (?={HAN})")
_LIST = re.compile(r"[、，,;；\n]+")
_LOSSY = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")


def is_error(value: Value) -> bool:
    """Whether a cell holds a spreadsheet's error (#REF!) instead of a value."""
    return isinstance(value, str) and bool(_ERROR.fullmatch(value.strip()))


def text_of(value: Value) -> str | None:
    """A cell's text with single spaces, none between Han characters; placeholders and errors are None."""
    if value is None:
        return None
    return _text_of(value if isinstance(value, str) else written(value))


@lru_cache(maxsize=65536)
def _text_of(written_text: str) -> str | None:
    text = spaced(written_text)
    return None if text is None else _BETWEEN_HAN.sub("", text)


def spaced(value: Value) -> str | None:
    """A cell's text with single spaces wherever some stood; placeholders and errors are None."""
    if value is None:
        return None
    if isinstance(value, str) and value.isalnum():  # as most cells are: nothing in it to be tidied
        return None if value in PLACEHOLDERS else value
    if is_error(value):
        return None
    text = "\n".join(_SPACE.sub(" ", _INVISIBLE.sub("", line)).strip() for line in written(value).splitlines()).strip()
    return None if placeholder(text) else text


def placeholder(text: str) -> bool:
    """Whether a text stands for nothing: —, 无, ***, /."""
    return text in PLACEHOLDERS or bool(_STROKES.fullmatch(text)) or _BETWEEN_HAN.sub("", text) in PLACEHOLDERS


def written(value: Value) -> str:
    """A number or a date as one would type it: 12, not 12.0."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def is_lossy(value: Value) -> bool:
    """Whether a spreadsheet has destroyed this number: 1.38E+10, or more digits than it keeps."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return abs(value) >= 1e15
    if not isinstance(value, str) or value.isalpha() or value.isdecimal():
        return False
    return bool(_LOSSY.fullmatch(squeeze(value)))


def split_list(text: str | None) -> list[str]:
    """The parts of a list written in one cell, each once."""
    return list(dict.fromkeys(part.strip() for part in _LIST.split(text or "") if not placeholder(part.strip())))


def count_of(text: str) -> int | None:
    """A number of households or people (320, 320户, 1,352); None when it is none."""
    match = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?:户|人|个|名)?", squeeze(text))
    return int(match[1].replace(",", "")) if match and len(match[1]) < 12 else None


def number_of(text: str) -> float | None:
    """A number that may have a fraction and a unit of time (24小时, 3天 as hours)."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(个?小时|h|H|天|日|个?工作日)?(内|以内)?", squeeze(text))
    if match is None or len(match[1]) > 12:
        return None
    days = match[2] is not None and match[2][-1] in "天日"
    return float(match[1]) * (24 if days else 1)
