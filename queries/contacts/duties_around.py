"""Duties for matters in and around a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class AroundRow:
    """A duty: its named bearer, a body or a post of this kind, or its kind of bearer at a level."""

    within: str
    level: str | None
    bearer_kind: str | None
    bearer: str | None
    kind: str | None


def duties_around(
    reader: Reader, matters: Collection[str], ranges: Collection[tuple[str, str]], as_of: date
) -> list[AroundRow]:
    """Every duty on the day for one of the matters within a place whose id lies in one of the ranges."""
    pairs = [list(pair) for pair in ranges]
    return fetch(reader, "contacts/duties_around", AroundRow, matters=list(matters), ranges=pairs, as_of=as_of)
