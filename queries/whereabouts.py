"""Where bodies lie."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class WhereRow:
    """A body and its places, nearest first: {id, name, kind}; the body itself first when it is a place."""

    id: str
    places: list[dict[str, str]]


def whereabouts(reader: Reader, ids: Collection[str], as_of: date) -> list[WhereRow]:
    """The places of bodies on the day, or on the first (last) day they were there."""
    return fetch(reader, "whereabouts", WhereRow, ids=list(ids), as_of=as_of)
