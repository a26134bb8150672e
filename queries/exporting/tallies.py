"""A page of the sums of a county."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ExportedTally:
    """A sum: its properties."""

    node: dict[str, Any]


def tallies(reader: Reader, county: str, after: str, limit: int, as_of: date | None) -> list[ExportedTally]:
    """At most `limit` after the id `after`; of one day where that is given, else of all."""
    return fetch(reader, "exporting/tallies", ExportedTally, county=county, after=after, limit=limit, as_of=as_of)
