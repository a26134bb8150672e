"""A place with its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; `county_since` is the first day for which its county is known."""

    id: str
    name: str
    kind: str
    since: date
    until: date
    since_precision: str
    by: list[str]
    county_since: date | None


def place_on(reader: Reader, place: str) -> PlaceRow | None:
    """The place of this id with its dates; None when there is none."""
    rows = fetch(reader, "place_on", PlaceRow, place=place)
    return rows[0] if rows else None
