"""When places came to their end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class EndRow:
    """A place and the first day on which it was no more."""

    id: str
    until: date
    by: list[str]


def bodies_ended(reader: Reader, places: Collection[str]) -> list[EndRow]:
    """The ends of these places."""
    return fetch(reader, "lineage/bodies_ended", EndRow, places=list(places))
