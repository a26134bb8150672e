"""Bodies that began or ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class BodyChangeRow:
    """A body."""

    id: str
    kind: str
    since: date
    until: date
    precision: str
    by: list[str]


def bodies_changed(reader: Reader, bodies: Collection[str], start: date, to: date) -> list[BodyChangeRow]:
    """Those of these bodies that began or ended from `start` to `to`."""
    return fetch(reader, "changes/bodies_changed", BodyChangeRow, bodies=list(bodies), start=start, to=to)
