"""A page of the needs of a county, with who raised and who took them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ExportedNeed:
    """A need: its properties, the ids of who raised it and of its matter, and the properties of the edges from who took it."""

    node: dict[str, Any]
    raiser: str | None
    matter: str | None
    takers: list[dict[str, Any]]


def needs(reader: Reader, county: str, after: str, limit: int, as_of: date | None) -> list[ExportedNeed]:
    """At most `limit` after the id `after`; of one day where that is given, else of all."""
    return fetch(reader, "exporting/needs", ExportedNeed, county=county, after=after, limit=limit, as_of=as_of)
