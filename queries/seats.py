"""Posts and who holds them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in its body with its holder on the day; without one, tenure, person, holder and status are None."""

    post: str
    kind: str
    name: str
    since: date
    by: list[str]
    office_phone: str | None
    hours: str | None
    body: str
    body_kind: str
    body_phone: str | None
    tenure: str | None
    person: str | None
    holder: str | None
    status: str | None
    held_since: date | None
    held_precision: str | None
    held_by: list[str] | None


def seats(reader: Reader, posts: Collection[str], as_of: date) -> dict[str, Seat]:
    """The posts of these ids with the firmest tenure of the day, by id."""
    return {row.post: row for row in fetch(reader, "seats", Seat, posts=list(posts), as_of=as_of)} if posts else {}
