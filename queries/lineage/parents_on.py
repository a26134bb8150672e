"""In what places lie."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ParentRow:
    """A place that is there on the day, its own first day, its parent, and since when it lies there."""

    id: str
    parent: str
    since: date
    lying: date
    by: list[str]


def parents_on(reader: Reader, places: Collection[str], as_of: date) -> dict[str, ParentRow]:
    """The places of these that are there on the day, by id."""
    return {row.id: row for row in fetch(reader, "lineage/parents_on", ParentRow, places=list(places), as_of=as_of)}
