"""A page of the matters, with their names and what is broader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ExportedMatter:
    """A matter: its properties, those of its names, and the ids of broader ones."""

    node: dict[str, Any]
    names: list[dict[str, Any]]
    broader: list[str]


def matters(reader: Reader, county: str, after: str, limit: int, as_of: date | None) -> list[ExportedMatter]:
    """At most `limit` after the id `after`; of one day where that is given, else of all."""
    return fetch(reader, "exporting/matters", ExportedMatter, county=county, after=after, limit=limit, as_of=as_of)
