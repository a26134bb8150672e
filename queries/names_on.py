"""What bodies are called on the day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class NameRow:
    """The name of a body."""

    id: str
    name: str


def names_on(reader: Reader, ids: Collection[str], as_of: date) -> dict[str, str]:
    """The name of each body that has one on the day, by id."""
    return {row.id: row.name for row in fetch(reader, "names_on", NameRow, ids=list(ids), as_of=as_of)}
