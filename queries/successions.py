"""What became of a place, or what it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """A successor or predecessor that is there on the day."""

    id: str


def successions(reader: Reader, place: str, as_of: date) -> list[str]:
    """Ids of the places that this one became, or came from, as they are on the day; at most 200."""
    return [row.id for row in fetch(reader, "successions", SuccessionRow, place=place, as_of=as_of)]
