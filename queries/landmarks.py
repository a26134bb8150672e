"""Which places have a road, a building or a landmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.lucene import quoted
from wushe.queries.text import fetch

LIMIT = 60
"""Places of one look-up: a road runs through a few."""
MOST_TERMS = 800
"""Landmarks of one look-up; Lucene takes a little more."""


@dataclass(frozen=True, slots=True)
class LandmarkRow:
    """A place, and the text that says what lies in it."""

    id: str
    kind: str
    name: str
    since: date
    until: date
    scope: str


def landmarks(reader: Reader, lucene: str, limit: int) -> list[LandmarkRow]:
    """The places that a Lucene query finds."""
    return fetch(reader, "landmarks", LandmarkRow, lucene=lucene, limit=limit)


def places_with(reader: Reader, counties: Sequence[str], keys: Iterable[str]) -> list[LandmarkRow]:
    """The places of these counties that have a landmark under one of these keys."""
    found = {
        row.id: row
        for query in _queries(counties, list(dict.fromkeys(keys)))
        for row in landmarks(reader, query, LIMIT)
    }
    return sorted(found.values(), key=lambda row: row.id)


def _queries(counties: Sequence[str], keys: list[str]) -> Iterator[str]:
    for start in range(0, len(keys) if counties else 0, MOST_TERMS):
        terms = " ".join(quoted(key) for key in keys[start : start + MOST_TERMS])
        yield f"+county:({' '.join(counties)}) +landmarks:({terms})"
