"""Telephone numbers: mobile or office line is told by the number's shape, not by its header."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from wushe.loaders.values import VACANT, placeholder

_SPLIT = re.compile(r"[、，,;；/|\n]+")
_MOBILE = re.compile(r"1\d{10}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(?:(?:转|-)(\d{1,6}))?")
_LOCAL = re.compile(r"[02-9]\d{6,7}")
"""No landline begins with 1: seven or eight digits that do are what is left of a mobile."""
_SPECIAL = re.compile(r"[48]00\d{7}|\d{3,6}")
_JOINTS = re.compile(r"[\s()\-–—]+")
_NOTE = re.compile(r"\([^()\d]*\)")
_INSERTED = re.compile(r"(?<=\d{7})\((?=\d)")
_LABEL = re.compile(r"^[^\d+()]{1,10}?[:\s]*(?=[\d+(])")


@dataclass(slots=True)
class Phones:
    """What a cell held: `bare` are landlines without area code, kept as they are; `bad` counts what is no number.

    `slots` has for every part of the cell, in order, its mobile, or nothing where it is something else.
    """

    mobiles: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    slots: list[str] = field(default_factory=list)
    bare: int = 0
    bad: int = 0


def parse_phones(text: str, area_code: str | None) -> Phones:
    """Every number of a cell; what is written around them (手机：, （同微信）) goes."""
    if text.isascii() and _MOBILE.fullmatch(text):  # as most cells are
        return Phones([text], slots=[text])
    phones = Phones()
    plain = _INSERTED.sub("、", _NOTE.sub("", unicodedata.normalize("NFKC", text)))
    for part in _SPLIT.split(plain):
        for piece in _pieces(part):
            _sort(piece, area_code, phones)
    return phones


def _pieces(part: str) -> list[str]:
    """Numbers between spaces, unless the spaces stand inside one number (138 0013 8000)."""
    words = part.split()
    shortest = 3 if any(_MOBILE.fullmatch(word) for word in words) else 7
    apart = all(len(re.sub(r"\D", "", word)) >= shortest for word in words)
    return words if apart else ["".join(words)]


def _without_zero(digits: str, area_code: str) -> str | None:
    """The number after the county's own area code of which a spreadsheet took the zero: 8270000001."""
    rest = digits.removeprefix(area_code[1:])
    return rest if rest != digits and _LOCAL.fullmatch(rest) else None


def _sort(piece: str, area_code: str | None, phones: Phones) -> None:
    number = _LABEL.sub("", piece)
    if placeholder(number) or number in VACANT:
        phones.slots.append("")
        return
    digits = re.sub(r"\.0+$", "", _JOINTS.sub("", number))
    digits = re.sub(r"^(?:\+|00)86|^86(?=1\d{10}$)", "", digits)
    line = _LANDLINE.fullmatch(re.sub(r"[\s()]+", "", number)) or _LANDLINE.fullmatch(digits)
    phones.slots.append(digits if _MOBILE.fullmatch(digits) else "")
    if _MOBILE.fullmatch(digits):
        phones.mobiles.append(digits)
    elif line:
        phones.lines.append(f"{line[1]}-{line[2]}" + (f"-{line[3]}" if line[3] else ""))
    elif area_code and (rest := _without_zero(digits, area_code)):
        phones.lines.append(f"{area_code}-{rest}")
    elif _LOCAL.fullmatch(digits):
        phones.lines.append(f"{area_code}-{digits}" if area_code else digits)
        phones.bare += area_code is None
    elif _SPECIAL.fullmatch(digits):
        phones.lines.append(digits)
    else:
        phones.bad += 1
