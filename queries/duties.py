"""Duties by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """A duty: borne by `bearer` (a body or a post), or by every `bearer_kind` at `level`."""

    id: str
    matter: str
    role: str
    bearer: str | None
    bearer_kind: str | None
    level: str | None
    within: str
    time_limit_hours: float | None
    basis: str | None
    since: date
    until: date
    by: list[str]


def duties(reader: Reader, ids: Collection[str]) -> list[DutyFacts]:
    """The duties of these ids, of any time."""
    return fetch(reader, "duties", DutyFacts, ids=list(ids))
