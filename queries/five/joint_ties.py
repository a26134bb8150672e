"""Which bodies of a group work together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class JointRow:
    """Two bodies of the group of a village that work together."""

    village: str
    body: str
    other: str


def joint_ties(reader: Reader, groups: Collection[Sequence[str]], as_of: date) -> list[JointRow]:
    """The pairs that work together in each group of bodies (ids, the village first)."""
    return fetch(reader, "five/joint_ties", JointRow, groups=[list(group) for group in groups], as_of=as_of)
