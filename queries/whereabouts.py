"""Where bodies lie."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class WhereRow:
    """A body and its places, nearest first: {id, name, kind}; the body itself first when it is a place."""

    id: str
    places: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Places ({id, name, kind}, their id null for none) with the `homes` right below ({bodies, id, name, kind}); all above them."""

    below: list[dict[str, Any]]
    above: list[dict[str, str]]


def whereabouts(reader: Reader, ids: Collection[str], as_of: date) -> list[WhereRow]:
    """The places of bodies on the day, or on the first (last) day they were there: the longest chain of each."""
    found: dict[str, list[dict[str, str]]] = {}
    for chain in fetch(reader, "whereabouts", _Chain, ids=list(ids), as_of=as_of):
        for first in chain.below:
            upper = [_told(first), *chain.above] if first["id"] is not None else []
            for home in first["homes"]:
                for body in home["bodies"]:
                    if len(upper) >= len(found.get(body, ())):
                        found[body] = [_told(home), *upper]
    return [WhereRow(body, places) for body, places in found.items()]


def _told(place: dict[str, Any]) -> dict[str, str]:
    return {key: place[key] for key in ("id", "name", "kind")}
