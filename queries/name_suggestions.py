"""Names that look like a text."""

from __future__ import annotations

from wushe.graph import Reader
from wushe.queries.names import NamedRow
from wushe.queries.text import fetch


def name_suggestions(reader: Reader, lucene: str, limit: int) -> list[NamedRow]:
    """The names nearest to a Lucene query, the nearest first, with their `likeness`."""
    return fetch(reader, "name_suggestions", NamedRow, lucene=lucene, limit=limit)
