"""Where bodies lie."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class WhereRow:
    """A body and its places, nearest first: {id, name, kind}; the body itself first when it is a place."""

    id: str
    places: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Places that hold bodies ({body, id, name, kind}), and the places above them all."""

    homes: list[dict[str, str]]
    above: list[dict[str, str]]


def whereabouts(reader: Reader, ids: Collection[str], as_of: date) -> list[WhereRow]:
    """The places of bodies on the day, or on the first (last) day they were there: the longest chain of each."""
    found: dict[str, list[dict[str, str]]] = {}
    for chain in fetch(reader, "whereabouts", _Chain, ids=list(ids), as_of=as_of):
        for home in chain.homes:
            if len(chain.above) >= len(found.get(home["body"], ())):
                found[home["body"]] = [{key: home[key] for key in ("id", "name", "kind")}, *chain.above]
    return [WhereRow(body, places) for body, places in found.items()]
