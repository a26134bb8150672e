"""Who leads or guides bodies, one step up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Link:
    """A tie of `owner` with another body: leadership, `primary` unless it is the other side of two; or (not `leads`) guidance."""

    owner: str
    other: str
    tie: str
    leads: bool
    axis: str | None
    primary: bool


def upper_ties(reader: Reader, owners: Collection[str], joint: Collection[str], as_of: date) -> list[Link]:
    """Who leads, then who guides, any owner on the day; never a body of the kinds `joint`."""
    return fetch(reader, "chain/upper_ties", Link, owners=list(owners), joint=list(joint), as_of=as_of)
