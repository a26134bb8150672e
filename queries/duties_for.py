"""Duties for matters within places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty; `named` is its bearer, a post or a body, when that is there on the day in `named_body`; else `bearer_kind` at `level`."""

    id: str
    role: str
    within: str
    matter: str
    bearer: str | None
    named: str | None
    named_body: str | None
    named_kind: str | None
    bearer_kind: str | None
    level: str | None
    time_limit_hours: float | None
    basis: str | None
    by: list[str]


def duties_for(reader: Reader, places: Collection[str], matters: Collection[str], as_of: date) -> list[DutyRow]:
    """Every duty on the day within one of the places for one of the matters."""
    return fetch(reader, "duties_for", DutyRow, places=list(places), matters=list(matters), as_of=as_of)
