"""Places below one that have duties of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class BelowRow:
    """A place."""

    id: str


def duties_below(reader: Reader, place: str, matter: str, as_of: date) -> list[str]:
    """Ids of places up to two levels below within which duties for the matter hold; at most 200."""
    return [row.id for row in fetch(reader, "duties_below", BelowRow, place=place, matter=matter, as_of=as_of)]
