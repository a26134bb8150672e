"""Loads by the beginning of their id or of their file's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class CalledLoad:
    """A load with the name of its file."""

    id: str
    title: str
    state: str
    as_of: date | None


def loads_called(reader: Reader, called: str, limit: int) -> list[CalledLoad]:
    """At most `limit` loads, those in force first."""
    return fetch(reader, "loads_called", CalledLoad, called=called, limit=limit)
