"""Places of given kinds below one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class FinerRow:
    """A place."""

    id: str


def finer_places(reader: Reader, place: str, kinds: Collection[str], as_of: date) -> list[str]:
    """Ids of places of these kinds below, or covered by, a place; at most 200."""
    return [row.id for row in fetch(reader, "finer_places", FinerRow, place=place, kinds=list(kinds), as_of=as_of)]
