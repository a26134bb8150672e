"""Names that look like a text."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SuggestedRow:
    """A name, by its id, and how it is written."""

    name: str
    text: str


def name_suggestions(reader: Reader, lucene: str, limit: int) -> list[SuggestedRow]:
    """The names nearest to a Lucene query, the nearest first."""
    return fetch(reader, "name_suggestions", SuggestedRow, lucene=lucene, limit=limit)
