"""How busy nodes are on a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.linkage.weights import Weight
from wushe.queries.text import fetch


def busyness(reader: Reader, ids: Collection[str], as_of: date) -> dict[str, int]:
    """How many edges each of these bodies, people and posts has on the day."""
    rows = fetch(reader, "linkage/busyness", Weight, ids=list(ids), as_of=as_of)
    return {row.id: row.weight for row in rows}
