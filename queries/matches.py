"""What a name may mean: the shape of an answer of `resolve`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST = 200
"""Characters of the longest name that is looked for; no name comes near it."""


class MatchHow(StrEnum):
    """Why a name matched, the best tier first."""

    ID = "ID"
    CODE = "CODE"
    FULL_NAME = "FULL_NAME"
    SHORT_NAME = "SHORT_NAME"
    ALIAS = "ALIAS"
    OLD_NAME = "OLD_NAME"
    PINYIN = "PINYIN"
    INITIALS = "INITIALS"
    SUGGESTION = "SUGGESTION"


@dataclass(frozen=True, slots=True)
class Match:
    """One node that a text may mean. `path` holds the names of its places, the county first, itself last."""

    id: str
    label: str
    """Place, Organization, Post or Matter."""
    kind: str
    name: str
    how: MatchHow
    matched: str
    score: float
    path: tuple[str, ...]
    places: tuple[str, ...]
    """Ids of the places it is or lies in, nearest first."""
    valid: bool
    """False for one that did not exist on the day."""
    since: date | None = None
    until: date | None = None
    above: tuple[str, ...] = ()
    """Names of the province and the prefecture, which the path leaves out."""
    landmark: str = ""
    """The road, building or landmark of its 范围说明 by which it was found, and not by a name of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names are looked for: the counties of the graph (or those `WUSHE_COUNTY` names), and the day."""

    counties: tuple[str, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which matches are asked for: of these labels (empty: any), within a place, at most so many."""

    types: tuple[str, ...] = ()
    within: str | None = None
    limit: int = 5

    def takes(self, match: Match) -> bool:
        """Whether this is one of them."""
        return self.has(match.label) and (self.within is None or self.within in match.places)

    def has(self, *labels: str) -> bool:
        """Whether things with one of these labels are among them."""
        return not self.types or any(label in self.types for label in labels)
