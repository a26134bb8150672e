"""Posts by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post; `seats` is None where only its kind says how many."""

    id: str
    kind: str
    name: str
    seats: int | None
    office_phone: str | None
    hours: str | None
    since: date
    until: date
    by: list[str]
    body: str
    body_phone: str | None
    vacant: bool


def posts(reader: Reader, ids: Collection[str], as_of: date) -> list[PostRow]:
    """The posts of these ids, those not there on the day too."""
    return fetch(reader, "posts", PostRow, ids=list(ids), as_of=as_of)
