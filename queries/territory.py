"""The chain of a place: itself, the grids that cover it, then upward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import cypher


@dataclass(frozen=True, slots=True)
class Step:
    """A place of the chain; `step` 0 is the place itself, 1 the grids that cover it, then its parents."""

    step: int
    id: str
    kind: str
    by: tuple[str, ...]


def territory(reader: Reader, place: str, as_of: date) -> list[Step]:
    """The chain on the day, nearest first; empty when there is no such place."""
    rows = reader.run(cypher("territory"), place=place, asOf=as_of)
    if not rows:
        return []
    upward, grids = rows[0]["upward"], rows[0]["grids"]
    steps = [_step(0, upward[0])] + [_step(1, grid) for grid in sorted(grids, key=lambda g: str(g["id"]))]
    return steps + [_step(number + 2, place) for number, place in enumerate(upward[1:])]


def _step(number: int, place: dict[str, Any]) -> Step:
    return Step(number, place["id"], place["kind"], tuple(place["by"]))
