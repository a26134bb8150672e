"""Persons by id, with what tells how public their names are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; `now`, `then` and `ever` are kinds of posts held today, on the day of the question, at any time."""

    id: str
    name: str
    synthetic: bool
    now: list[str]
    then: list[str]
    ever: list[str]


def people(reader: Reader, ids: Collection[str], as_of: date, today: date) -> list[PersonRow]:
    """The persons of these ids."""
    return fetch(reader, "people", PersonRow, ids=list(ids), as_of=as_of, today=today)
