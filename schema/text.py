"""How names are written down for comparing: one spelling for the many that people use."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = r"[0-9]+|[零〇一二三四五六七八九十百两]+"


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """NFKC (full width to half width, ① to 1), without white space and invisible characters."""
    solid = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFC", solid)  # an accent may have stood on a space that is gone now


def chinese_number(text: str) -> int | None:
    """The value of 12, 十二, 一百零三, 一〇三; None when it is not a number."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, current = 0, 0
    for character in text:
        if character in _DIGITS:
            current = _DIGITS[character]
        elif character == "十":
            total, current = total + (current or 1) * 10, 0
        elif character == "百":
            total, current = total + (current or 1) * 100, 0
        else:
            return None
    return total + current


def ordinal_label(label: str, units: tuple[str, ...]) -> int | None:
    """The number of a numbered unit: 第一网格, 01网格, 1网格 and 网格1 are 1; None when the label has no number."""
    split = split_ordinal(label, units)
    return split[1] if split is not None and not split[0] else None


@lru_cache(maxsize=65536)
def split_ordinal(text: str, units: tuple[str, ...]) -> tuple[str, int] | None:
    """What stands before a numbered label, and its number: 登科寺社区第1网格 gives (登科寺社区, 1)."""
    if not units:
        return None
    plain = squeeze(text)
    if not any(unit in plain for unit in _spelled(units)):  # most texts are no numbered units: spare them the pattern
        return None
    match = _ordinal_pattern(units).fullmatch(plain)
    if match is None:
        return None
    number = chinese_number(match["before"] or match["after"])
    return None if number is None else (match["head"], number)


@lru_cache(maxsize=64)
def _spelled(units: tuple[str, ...]) -> tuple[str, ...]:
    """The words for a unit as they stand in squeezed text, the longest first."""
    return tuple(squeeze(unit) for unit in sorted(units, key=len, reverse=True))


@lru_cache(maxsize=64)
def _ordinal_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(map(re.escape, _spelled(units)))
    return re.compile(
        rf"(?P<head>.*?)(?:第?\(?(?P<before>{_NUMBER})\)?(?:号)?(?:{unit})|(?:{unit})(?:编号)?第?(?P<after>{_NUMBER})(?:号)?)"
    )


def post_of(body: str, post: str) -> str:
    """A post with its body, said once where they overlap: 接诉即处中心 and 中心主任 are 接诉即处中心主任."""
    shared = next((n for n in range(min(len(body), len(post)), 1, -1) if body.endswith(post[:n])), 0)
    return body + post[shared:]
