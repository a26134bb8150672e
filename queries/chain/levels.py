"""What decides whether a chain is broken at a body."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Level:
    """A body of a kind, whether it is `led`, and the kinds of the places where it is located."""

    id: str
    kind: str
    led: bool
    homes: list[str]


def levels(reader: Reader, bodies: Collection[str], joint: Collection[str], as_of: date) -> list[Level]:
    """Each of these bodies as it is on the day; what a body of the kinds `joint` leads is not led."""
    return fetch(reader, "chain/levels", Level, bodies=list(bodies), joint=list(joint), as_of=as_of)
