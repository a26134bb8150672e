"""Bodies as the graph has them, for loaders that rename or complete them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class BodyState:
    """A body, the last day on which it was attested, and the names it has borne, each with `since` and `until`."""

    body: str
    name: str
    kind: str
    since: date
    attested_on: date
    names: list[dict[str, Any]]


def body_states(reader: Reader, bodies: Collection[str]) -> dict[str, BodyState]:
    """Those of the bodies that are in the graph, by id."""
    rows = fetch(reader, "body_states", BodyState, bodies=list(bodies))
    return {row.body: row for row in rows}
