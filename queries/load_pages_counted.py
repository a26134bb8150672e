"""How many writes a load has."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class WriteCount:
    """How many writes a load has."""

    total: int


def load_pages_counted(reader: Reader, load: str) -> int:
    """How many writes `load_writes` has in all."""
    return fetch(reader, "load_pages_counted", WriteCount, load=load)[0].total
