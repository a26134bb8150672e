"""Since when lists of divisions speak of a county."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A kind of place, and the first day of any of it."""

    kind: str
    first: date


def first_listed(reader: Reader, county: str, kinds: Collection[str]) -> dict[str, date]:
    """The first day of units of each of these kinds in a county (six digits)."""
    rows = fetch(reader, "changes/first_listed", FirstRow, county=county, kinds=list(kinds))
    return {row.kind: row.first for row in rows}
