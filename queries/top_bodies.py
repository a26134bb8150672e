"""The top organisation of each place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class TopRow:
    """An organisation led by none that is located at the same place."""

    place: str
    body: str
    kind: str


def top_bodies(
    reader: Reader, places: Collection[str], kinds: Collection[str], directed: Collection[str], as_of: date
) -> list[TopRow]:
    """At each place, those of `kinds` that none located there leads, and all of the kinds `directed`."""
    return fetch(
        reader, "top_bodies", TopRow, places=list(places), kinds=list(kinds), directed=list(directed), as_of=as_of
    )
