"""Successions of places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """`start` (called `before`) was succeeded by `end` (called `after`) on the day `began`.

    `parts` places came out of the one, of `sources` the other was made.
    """

    id: str
    start: str
    before: str
    end: str
    after: str
    began: date
    inferred: bool
    rule: str | None
    by: list[str]
    parts: int
    sources: int


def succession_rows(reader: Reader, places: Collection[str]) -> list[SuccessionRow]:
    """Every succession into or out of these places, the earliest first."""
    return fetch(reader, "lineage/succession_rows", SuccessionRow, places=list(places))
