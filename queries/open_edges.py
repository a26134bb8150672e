"""The edges that a new roster may replace: where a body lies, who leads it, which grids cover it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class OpenEdge:
    """An edge without an end, and the body it says something about."""

    body: str
    type: str
    start: str
    end: str
    since: date
    attested_on: date
    primary: bool


def open_edges(reader: Reader, bodies: Collection[str]) -> list[OpenEdge]:
    """LOCATED_IN from, LEADS and COVERS into these bodies."""
    return fetch(reader, "open_edges", OpenEdge, bodies=list(bodies))
