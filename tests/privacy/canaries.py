"""Values that must be found nowhere, each made once and known by where it was put, and how to find them in any bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
RARE = "鸐"
"""Begins every word that is a canary, and stands in no text of ours."""
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_HAN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_WORD = re.compile(f"{RARE}[{_HAN}]{{3}}")
_UNSEEN = re.compile("[\x00-\x1f\u00ad\u0300-\u036f\u200b-\u200f\u20e3\ufe0f]+|_x00[01][0-9A-F]_")
_NUMBER = re.compile(r"\d(?:[ \-._/()]{0,2}[\dXx]){9,}")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_PAIRS = {
    "utf-16-le": re.compile(rb"(?:\d\x00){4}|(?:[\x10-\x19]\xff){4}|" + re.escape(RARE.encode("utf-16-le"))),
    "utf-16-be": re.compile(rb"(?:\x00\d){4}|(?:\xff[\x10-\x19]){4}|" + re.escape(RARE.encode("utf-16-be"))),
}
"""Where text in two bytes a character may be."""


@dataclass(frozen=True)
class Canary:
    """A value: what stands in the file, where, and the figures or the word that tell it."""

    where: str
    text: str
    needle: str


@dataclass
class Cage:
    """All canaries of a run. Numbers have birthdays, and words characters, that no other has."""

    kept: list[Canary] = field(default_factory=list)

    def identity(self, where: str, *, dress: str = "{}", region: str = "511902", ending: str = "") -> str:
        """A valid identity number; `ending` asks for a last character, such as X."""
        day = f"{date(1950, 1, 1) + timedelta(days=len(self.kept)):%Y%m%d}"
        bodies = (f"{region}{day}{serial:03d}" for serial in range(1000))
        number = next(one for body in bodies if (one := body + check(body)).endswith(ending))
        return self._keep(where, dress.format(number, *cut(number, 6, 14)), number[:14])

    def wide(self, where: str) -> str:
        """An identity number in characters of full width."""
        return self.identity(where).translate(WIDE)

    def old(self, where: str) -> str:
        """An identity number of the old form: fifteen figures, none of them a check."""
        day = f"{date(1950, 1, 1) + timedelta(days=len(self.kept)):%y%m%d}"
        return self._keep(where, f"511902{day}024", f"511902{day}")

    def card(self, where: str, length: int = 19, dress: str = "{}") -> str:
        """A number of a bank card that passes the check of Luhn."""
        body = f"622202{len(self.kept):05d}".ljust(length - 1, "7")
        number = next(f"{body}{last}" for last in range(10) if passes(f"{body}{last}"))
        return self._keep(where, dress.format(number, *cut(number, 4, 8, 12)), number[:12])

    def word(self, where: str) -> str:
        """A word that nothing else has: a name, an address, whatever a refused cell holds."""
        number = len(self.kept)
        word = RARE + "".join(_HAN[number // len(_HAN) ** place % len(_HAN)] for place in range(3))
        return self._keep(where, word, word)

    def found_in(self, content: bytes) -> list[Canary]:
        """The canaries in these bytes, in any encoding, with anything between their figures."""
        words: set[str] = set()
        numbers: set[str] = set()
        for text in readings(content):
            words.update(_WORD.findall(text))
            plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
            numbers.update(re.sub(r"[^\dXx]", "", number) for number in _NUMBER.findall(plain))
        every = " ".join(numbers)
        return [one for one in self.kept if (one.needle in words if one.needle[0] == RARE else one.needle in every)]

    def _keep(self, where: str, text: str, needle: str) -> str:
        self.kept.append(Canary(where, text, needle))
        return text


def check(body: str) -> str:
    """The check character of the first seventeen figures of an identity number."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def passes(number: str) -> bool:
    """Whether the last figure is the one that the check of Luhn asks for."""
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


def cut(number: str, *places: int) -> list[str]:
    """A number in pieces."""
    return [number[start:end] for start, end in zip((0, *places), (*places, None), strict=True)]


def readings(content: bytes) -> Iterator[str]:
    """These bytes as text, in every encoding in which they may hold any; what is escaped is plain."""
    text = content.decode("utf-8", "replace")
    if "\ufffd" in text and b"\x00" not in content:
        yield content.decode("gb18030", "ignore")
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    yield unescape(text) if "&#" in text else text
    for encoding, pairs in _PAIRS.items():
        for odd in {found.start() % 2 for found in pairs.finditer(content)}:
            yield content[odd:].decode(encoding, "ignore")
