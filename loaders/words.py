"""The words of rosters for kinds, levels and roles, in any width and spacing."""

from __future__ import annotations

from functools import cache

from wushe.schema import schema
from wushe.schema.text import squeeze

LEVELS = {"网格": "grid", "村(社区)": "village", "镇街": "town", "区县": "county"}
"""The first words for levels; every word of a kind of place will do."""

CHOICES_SHEET = "下拉选项"
"""The hidden sheet of our own templates that holds their drop-down lists."""


@cache
def _words(folder: str) -> dict[str, str]:
    return {squeeze(word): code for word, code in schema().by_word[folder].items()}


@cache
def _longest(folder: str) -> int:
    return max(map(len, _words(folder)))


def kind_of(folder: str, text: str | None) -> str | None:
    """The code of the kind (of `places`, `organizations`, `posts`, `ties`) that a word means."""
    if text is None:
        return None
    plain = squeeze(text)
    return _words(folder).get(plain) or _words(folder).get(plain.lower()) or _words(folder).get(plain.upper())


def level_of(text: str) -> str | None:
    """The kind of place at whose level something stands."""
    plain = squeeze(text)
    return LEVELS.get(plain) or kind_of("places", plain) or kind_of("places", plain.removesuffix("级"))


def kind_within(folder: str, name: str) -> str | None:
    """The kind whose word ends a name (登科派出所), the longest first."""
    plain, words = squeeze(name), _words(folder)
    endings = (plain[-length:] for length in range(min(len(plain), _longest(folder)), 1, -1))
    return next((words[ending] for ending in endings if ending in words), None)
