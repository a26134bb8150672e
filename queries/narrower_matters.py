"""Matters below one that do have duties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class NarrowerRow:
    """A narrower matter, and a place within which it has duties."""

    place: str
    id: str
    name: str


def narrower_matters(reader: Reader, matter: str, places: Collection[str], as_of: date) -> list[NarrowerRow]:
    """Narrower matters with duties on the day, by id; at most 50 of each place."""
    return fetch(reader, "narrower_matters", NarrowerRow, matter=matter, places=list(places), as_of=as_of)
