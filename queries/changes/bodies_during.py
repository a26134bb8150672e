"""Bodies that lay within a place through some time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class DuringRow:
    """A body."""

    id: str


def bodies_during(reader: Reader, place: str, before: date, to: date) -> list[DuringRow]:
    """Every body that lay within a place (id) at some time from the day `before` to the day `to`."""
    return fetch(reader, "changes/bodies_during", DuringRow, place=place, before=before, to=to)
