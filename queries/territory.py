"""The chains of places: each place, the grids that cover it, then upward."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Step:
    """A place of the chain; `step` 0 is the place itself, 1 the grids that cover it, then its parents."""

    step: int
    id: str
    kind: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """Parents, each with its places ({id, kind, by, grids}), and the places above them all, nearest first."""

    below: list[dict[str, Any]]
    above: list[dict[str, Any]]


def territory(reader: Reader, places: Collection[str], as_of: date) -> dict[str, list[Step]]:
    """The chain of each place on the day, nearest first; the longest where it is part of several. None of what is no place."""
    found: dict[str, list[Step]] = {}
    for shared in fetch(reader, "territory", _Shared, places=list(places), as_of=as_of):
        for group in shared.below:
            above = [*([group["parent"]] if group["parent"] else []), *shared.above]
            for place in group["places"]:
                steps = _chain(place, above)
                if len(steps) > len(found.get(place["id"], ())):
                    found[place["id"]] = steps
    return found


def _chain(place: dict[str, Any], above: Sequence[dict[str, Any]]) -> list[Step]:
    grids = sorted(place["grids"], key=lambda grid: str(grid["id"]))
    steps = [_step(0, place), *(_step(1, grid) for grid in grids)]
    return steps + [_step(number + 2, upper) for number, upper in enumerate(above)]


def _step(number: int, place: dict[str, Any]) -> Step:
    return Step(number, place["id"], place["kind"], tuple(place["by"]))
