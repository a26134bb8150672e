"""How names sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=65536)
def syllables(text: str) -> tuple[str, ...]:
    """How a text is read aloud, without tones."""
    return tuple(syllable.lower() for syllable in lazy_pinyin(text, style=Style.NORMAL) if syllable.isalnum())


def initials(sounds: Iterable[str]) -> str:
    """The first letters of syllables; numbers whole."""
    return "".join(syllable if syllable.isdigit() else syllable[0] for syllable in sounds)
