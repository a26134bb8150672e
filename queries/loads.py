"""Loads by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A load, its source by id, and what it did."""

    id: str
    source: str
    title: str
    state: str
    as_of: date | None
    started_at: datetime
    finished_at: datetime | None
    read: int
    loaded: int
    quarantined: int
    refused: int
    added: int
    changed: int
    ended: int


def loads(reader: Reader, ids: Collection[str]) -> list[LoadRow]:
    """The loads of these ids."""
    return fetch(reader, "loads", LoadRow, ids=list(ids))
