"""What attests bodies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class AttestedRow:
    """A body, its latest name, and what attests it."""

    id: str
    name: str
    by: list[str]


def attested(reader: Reader, ids: Collection[str], as_of: date) -> dict[str, AttestedRow]:
    """Those of these bodies that are there on the day, by id."""
    return {row.id: row for row in fetch(reader, "attested", AttestedRow, ids=list(ids), as_of=as_of)}
