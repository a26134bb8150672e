"""Names that sound so."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.name_suggestions import SuggestedRow
from wushe.queries.text import fetch


def names_by_sound(
    reader: Reader, counties: Collection[str], sounds: Collection[str], limit: int
) -> list[SuggestedRow]:
    """The names in these counties with one of these pinyin, at most `limit`."""
    return fetch(reader, "names_by_sound", SuggestedRow, counties=list(counties), sounds=list(sounds), limit=limit)
