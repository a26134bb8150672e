"""What it costs to go on from a node."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Weight:
    """A node and how many edges it has."""

    id: str
    weight: int


def weights(reader: Reader, ids: Collection[str], as_of: date) -> dict[str, int]:
    """How many edges each of these bodies, people and posts has; those that are not there on the day are left out."""
    return {row.id: row.weight for row in fetch(reader, "linkage/weights", Weight, ids=list(ids), as_of=as_of)}
