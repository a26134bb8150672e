"""Check digits: credit codes (GB 32100) are checked, identity numbers (GB 11643) and bank cards told to be refused."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_JOINT = r"[\s\-–—]?"
_IDENTITY = re.compile(_JOINT.join((r"(?<!\d)\d{3}", r"\d{3}", r"\d{4}", r"\d{2}", r"\d{2}", r"\d{3}[\dXx](?!\d)")))
_APART = r"[\s\-–—._/()]{0,2}"
_LOOSE = re.compile(rf"(?=(\d(?:{_APART}\d){{16}}{_APART}[\dXx]))")
"""Eighteen figures however they are set apart, or inside a longer run; then the birthday must be one too."""
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+")
_CARD = re.compile(
    _JOINT.join((r"(?<!\d)(?:62\d\d|4\d{3}|5[2-5]\d\d|60\d\d|9558)", r"\d{4}", r"\d{4}", r"\d{4}", r"\d{0,3}(?!\d)"))
)


def valid_uscc(code: str) -> bool:
    """Whether the last of the 18 characters is what the others ask for."""
    if len(code) != 18 or any(character not in _ALPHABET for character in code):
        return False
    total = sum(_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return _ALPHABET[-total % 31] == code[17]


def valid_identity(number: str) -> bool:
    """Whether 18 characters have the check digit of an identity number, whatever region or birthday they say."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[17].upper()


def holds_secret_number(text: str, *, credit_code: bool = False) -> bool:
    """Whether a cell holds an identity number or a bank card, alone or within other text.

    A cell that is to hold a credit code may look like either; it is none if its own check character fits and no
    birthday stands where an identity number has it.
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    if credit_code and valid_uscc(plain.strip().upper()) and not _born(plain.strip()):
        return False
    loose = (_solid(found) for found in _LOOSE.findall(plain))
    return (
        any(valid_identity(_solid(found)) for found in _IDENTITY.findall(plain))
        or any(_born(number) and valid_identity(number) for number in loose)
        or any(_is_card(_solid(found)) for found in _CARD.findall(plain))
    )


def _solid(number: str) -> str:
    return re.sub(r"[^\dXx]", "", number)


def _born(number: str) -> bool:
    try:
        return 1900 <= date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}").year <= 2100
    except ValueError:
        return False


def _is_card(number: str) -> bool:
    """The Luhn check of bank cards."""
    digits = [int(digit) for digit in reversed(number)]
    total = sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return total % 10 == 0
