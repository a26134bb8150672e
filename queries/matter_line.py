"""A matter and its broader ones."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter and how many steps it is above the one asked about."""

    id: str
    name: str
    kind: str
    emergency: bool
    distance: int


def matter_line(reader: Reader, matter: str) -> list[MatterRow]:
    """The matter itself and all broader ones, the nearest first; at most 8 steps."""
    return fetch(reader, "matter_line", MatterRow, matter=matter)
