"""The bodies above a body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SuperiorRow:
    """A superior, how many steps up, by an edge of which axis."""

    body: str
    distance: int
    axis: str
    primary: bool
    by: list[str]


def superiors(reader: Reader, body: str, as_of: date) -> list[SuperiorRow]:
    """Who leads a body, upward by LEADS; at most 20 within 6 steps."""
    return fetch(reader, "superiors", SuperiorRow, body=body, as_of=as_of)
