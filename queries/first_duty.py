"""When duties begin to be known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The first day of a place."""

    place: str
    since: date


def first_duty(reader: Reader, places: Collection[str], matters: Collection[str], as_of: date) -> dict[str, date]:
    """For each place that has one, the first day after `as_of` for which a duty within it is attested."""
    rows = fetch(reader, "first_duty", FirstDay, places=list(places), matters=list(matters), as_of=as_of)
    return {row.place: row.since for row in rows}
