"""Edges of bodies that began or ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class EdgeChangeRow:
    """An edge as seen from the body `id`; `began` and `ended` are the days of its start and its end, `text` that of a name."""

    id: str
    kind: str
    edge: str
    start: str
    end: str
    text: str | None
    since: date
    until: date
    precision: str
    by: list[str]
    began: list[date]
    ended: list[date]


def edges_changed(
    reader: Reader, bodies: Collection[str], kinds: Collection[str], start: date, to: date
) -> list[EdgeChangeRow]:
    """Edges of these kinds of these bodies that began or ended from `start` to `to`, and not with the body itself."""
    return fetch(
        reader, "changes/edges_changed", EdgeChangeRow, bodies=list(bodies), kinds=list(kinds), start=start, to=to
    )
