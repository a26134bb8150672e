"""What may be asked here: a few matters and places that have answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Examples:
    """Names of matters and of places."""

    matters: list[str]
    places: list[str]


def examples(reader: Reader, counties: Collection[str], limit: int, as_of: date) -> Examples:
    """At most `limit` of each; none in an empty graph."""
    rows = fetch(reader, "examples", Examples, counties=list(counties), limit=limit, as_of=as_of)
    return rows[0] if rows else Examples([], [])
