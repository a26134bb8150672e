"""Every body of a county."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class KindRow:
    """A body and its kind."""

    id: str
    kind: str


def county_bodies(reader: Reader, county: str) -> list[KindRow]:
    """Every place and organisation of a county (six digits), of all days."""
    return fetch(reader, "county_bodies", KindRow, county=county)
