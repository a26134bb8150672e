"""How the cells of rosters are read: text, names, lists, numbers, telephone numbers, codes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wushe.schema import TenureStatus
from wushe.schema.text import squeeze
from wushe.schema.values import STATUS_WORDS

if TYPE_CHECKING:
    from wushe.loaders.reading import Value

PLACEHOLDERS = frozenset(
    {"", "-", "--", "—", "——", "－", "/", "\\", "×", "x", "X", "无", "暂无", "***", "＊", "*", "没有", "N/A"}
)
VACANT = frozenset({"空缺", "待定", "缺", "暂缺", "空", "缺额", "待补", "缺位", "待选", "待聘"})
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+")
_SPACE = re.compile(r"[\s\u3000\xa0]+")
_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]"
_BETWEEN_HAN = re.compile(rf"(?<={_HAN}) (?={_HAN})")
_LIST = re.compile(r"[、，,;；\n]+")
_PEOPLE = re.compile(r"[、，,;；/|\n]+")
_NOTE = re.compile(r"[（(【\[〔]([^（）()【】\[\]〔〕]{1,8})[）)】\]〕]$")
_LOSSY = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")
_DOTS = re.compile(r"[•․・．‧∙⋅]")


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
    if is_error(written_text):
        return None
    text = "\n".join(_SPACE.sub(" ", _INVISIBLE.sub("", line)).strip() for line in written_text.splitlines())
    text = _BETWEEN_HAN.sub("", text.strip())
    return None if text in PLACEHOLDERS else text


def written(value: Value) -> str:
    """A number or a date as one would type it: 12, not 12.0."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def is_lossy(value: Value) -> bool:
    """Whether a spreadsheet has destroyed this number: 1.38E+10, or more digits than it keeps."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return abs(value) >= 1e15
    return isinstance(value, str) and bool(_LOSSY.fullmatch(squeeze(value)))


def split_list(text: str | None) -> list[str]:
    """The parts of a list written in one cell, each once."""
    return list(dict.fromkeys(part.strip() for part in _LIST.split(text or "") if part.strip() not in PLACEHOLDERS))


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


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a cell names them; without a name the post is vacant."""

    name: str
    status: TenureStatus | None = None


def people_of(text: str | None) -> list[Named]:
    """The people of a cell; none when the cell says that the post is vacant, or nothing."""
    if text is None or squeeze(text) in VACANT:
        return []
    parts = [part for part in _PEOPLE.split(text) if part.strip()]
    words = text.split(" ")
    if len(parts) == 1 and len(words) > 1 and all(re.fullmatch(rf"{_HAN}{{2,4}}", word) for word in words):
        parts = words
    return [person for part in parts if (person := _person(part)).name and person.name not in VACANT]


def _person(text: str) -> Named:
    status: TenureStatus | None = None
    name = text.strip()
    while note := _NOTE.search(name):
        status = STATUS_WORDS.get(squeeze(note[1])) or status
        name = name[: note.start()].strip()
    return Named(person_name(name), status)


def person_name(text: str) -> str:
    """A name in one spelling: no spaces between Han characters, one kind of middle dot."""
    name = _DOTS.sub("·", unicodedata.normalize("NFKC", text).strip())
    return _BETWEEN_HAN.sub("", _SPACE.sub(" ", name))
