"""What is known of the divisions of counties: the places, and every list that attests each name and parent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import cypher
from wushe.schema import schema

DIVISIONS = tuple(kind.code for kind in schema().places.values() if kind.division)
"""The kinds that lists of divisions name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name (`edge` is its NAMES edge), a PART_OF or a SUCCEEDED_BY edge of a place, and what attests it."""

    id: str
    value: str
    """The listed form of the name, or the code of the parent or successor."""
    by: tuple[str, ...]
    edge: str = ""


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """One division in the graph."""

    id: str
    code: str
    kind: str
    name: str
    until: date
    by: tuple[str, ...]
    names: tuple[Listed, ...]
    parents: tuple[Listed, ...]
    successors: tuple[Listed, ...]


def county_divisions(
    reader: Reader, counties: Collection[str], kinds: Collection[str] = DIVISIONS
) -> list[DivisionRow]:
    """Every division whose `county` is among these six-digit codes (or, above a county, its own code)."""
    rows = reader.run(cypher("county_divisions"), counties=sorted(counties), kinds=list(kinds))
    return [_row(row) for row in rows if row["code"]]


def _row(row: dict[str, Any]) -> DivisionRow:
    return DivisionRow(
        row["id"],
        row["code"],
        row["kind"],
        row["name"],
        row["until"],
        tuple(row["by"]),
        tuple(Listed(n["id"], n["full"], tuple(n["by"]), n["edge"]) for n in row["names"]),
        tuple(Listed(p["id"], p["code"] or "", tuple(p["by"])) for p in row["parents"]),
        tuple(Listed(s["id"], s["code"] or "", tuple(s["by"])) for s in row["successors"]),
    )
