"""Numbers that tell on a person: identity numbers (GB 11643, and the old form of 15 figures) and bank cards, in any dress."""

from __future__ import annotations

import gzip
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from wushe.loaders.codes import valid_uscc

SHORTEST = 15
"""Figures of the shortest of these numbers."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_JOINT = r"[\s\-–—]?"
_IDENTITY = re.compile(_JOINT.join((r"(?<!\d)\d{3}", r"\d{3}", r"\d{4}", r"\d{2}", r"\d{2}", r"\d{3}[\dXx](?!\d)")))
_APART = r"[\s\-–—._/()]{0,2}"
_LOOSE = re.compile(rf"(?=(\d(?:{_APART}\d){{16}}{_APART}[\dXx]))")
"""Eighteen figures however they are set apart, or inside a longer run; then the birthday must be one too."""
_OLD = re.compile(rf"(?<!\d)\d{{6}}{_APART}\d{{6}}{_APART}\d{{3}}(?!\d)")
_CARD = re.compile(
    r"(?<!\d)(?:\d{16,19}|62\d{4}[\s\-–—]\d{10,13}|\d{4}(?:[\s\-–—._/]{1,3}\d{4}){3}(?:[\s\-–—._/]{0,3}\d{1,3})?)(?!\d)"
)
_ISSUED = re.compile(r"[3-9]|2[2-7]|103")
"""What the numbers of cards begin with; others (20240715…) are days and serial numbers."""
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")
_OLD_CENTURY = 30
"""Who had an old number and is on a roster today was born after 1930; smaller figures there are a town's."""
_RUN = re.compile(r"(?<!\d)\d{15,20}(?![\dXx])")
_SPOILED = re.compile(r"\d\.\d{11,}[Ee]\+?1[4-8](?!\d)")
"""What a spreadsheet makes of a number with too many figures: a region and a birthday may still be there."""
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me"})
"""Categories of characters that a reader of figures does not see: controls, marks of format, accents and frames."""
_FIGURE = re.compile(r"\d")
_VILLAGE = 12


def holds_secret_number(text: str, *, credit_code: bool = False) -> bool:
    """Whether a cell holds an identity number or a bank card, alone or within other text.

    A cell that is to hold a credit code may look like either; it is none if its own check character fits and no
    birthday stands where an identity number has it.
    """
    if text.isalpha() or (text.isascii() and len(text) < SHORTEST):
        return False
    plain = unicodedata.normalize("NFKC", text)
    if len(_FIGURE.findall(plain)) < SHORTEST:
        return False
    plain = _seen(plain)
    if any(map(_is_spoiled, _SPOILED.findall(plain))):
        return True
    if credit_code and valid_uscc(plain.strip().upper()) and not _born(plain.strip()):
        return False
    plain = _RUN.sub(lambda run: "" if _is_of_grid(run[0]) else run[0], plain)
    return any(_identities(plain)) or any(_is_card(_solid(found)) for found in _CARD.findall(plain))


def _seen(text: str) -> str:
    """A text without the characters that nobody sees; spaces and ends of lines stay."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(one for one in text if one.isspace() or unicodedata.category(one) not in _UNSEEN)


def _is_spoiled(text: str) -> bool:
    """Whether such a number was one of a person."""
    number = str(int(Decimal(text)))
    whole = len(_FIGURE.findall(text.lower().partition("e")[0])) >= len(number)
    return holds_secret_number(number) if whole else holds_birthday(number)


def tells(value: object) -> bool:
    """Whether a cell tells on a person; one that is a number has perhaps lost its last figures to a spreadsheet."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return holds_secret_number(text) or (isinstance(value, int | float) and holds_birthday(text))


def holds_birthday(number: str) -> bool:
    """Whether what a spreadsheet has left of an 18-figure number still has a birthday where identity numbers do."""
    return len(number) == 18 and number.isdigit() and _born(number)


def valid_identity(number: str) -> bool:
    """Whether 18 characters have the check digit of an identity number, whatever region or birthday they say."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[17].upper()


def _identities(plain: str) -> Iterator[bool]:
    for number in map(_solid, _IDENTITY.findall(plain)):
        yield valid_identity(number)
    for number in map(_solid, _LOOSE.findall(plain)):
        yield _born(number) and valid_identity(number)
    for number in map(_solid, _OLD.findall(plain)):
        yield _is_old(number)


def _solid(number: str) -> str:
    return re.sub(r"[^\dXx]", "", number)


def _born(number: str) -> bool:
    return 1900 <= _year(f"{number[6:10]}-{number[10:12]}-{number[12:14]}") <= 2100


def _is_old(number: str) -> bool:
    """Without a check digit: a province, and a birthday of people of today."""
    year = _year(f"19{number[6:8]}-{number[8:10]}-{number[10:12]}")
    return bool(_PROVINCES.match(number)) and year >= 1900 + _OLD_CENTURY


def _year(day: str) -> int:
    """The year of a day, 0 of what is none."""
    try:
        return date.fromisoformat(day).year
    except ValueError:
        return 0


def _is_card(number: str) -> bool:
    """The Luhn check of bank cards; one credit code in ten passes it too."""
    digits = [int(digit) for digit in reversed(number)]
    total = sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return total % 10 == 0 and bool(_ISSUED.match(number)) and not valid_uscc(number)


def _is_of_grid(run: str) -> bool:
    """Whether a number begins with the code of a village, as those of grids and cells do, and not with a birthday."""
    villages, code = _villages(), int(run[:_VILLAGE])
    place = bisect_left(villages, code)
    return place < len(villages) and villages[place] == code and (len(run) < 18 or not _born(run))


@cache
def _villages() -> array[int]:
    """The codes of all villages of the packaged lists, in order; read when the first number must be told from them."""
    found: set[int] = set()
    for entry in files("wushe.loaders").joinpath("divisions", "data").iterdir():
        content = entry.read_bytes()
        lines = gzip.decompress(content) if entry.name.endswith(".gz") else content
        found.update(int(code) for code in re.findall(rb"(?m)^(\d{12}),", lines))
    return array("q", sorted(found))
