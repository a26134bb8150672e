"""Tenures by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A person holding a post; `kind` is the post's."""

    id: str
    person: str
    post: str
    kind: str
    office_phone: str | None
    status: str
    elected: bool | None
    phone: str | None
    hours: str | None
    verified_on: date | None
    disputed: bool
    since: date
    until: date
    since_precision: str
    until_precision: str
    by: list[str]


def tenures(reader: Reader, ids: Collection[str]) -> list[TenureRow]:
    """The tenures of these ids, of any time."""
    return fetch(reader, "tenures", TenureRow, ids=list(ids))
