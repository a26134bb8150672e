"""Tenures that began or ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class TenureChangeRow:
    """A tenure."""

    id: str
    post: str
    person: str
    status: str
    since: date
    until: date
    precision: str
    by: list[str]


def tenures_changed(reader: Reader, bodies: Collection[str], start: date, to: date) -> list[TenureChangeRow]:
    """Those of posts of these bodies that began or ended from `start` to `to`."""
    return fetch(reader, "changes/tenures_changed", TenureChangeRow, bodies=list(bodies), start=start, to=to)
