"""Needs by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need; bodies and the matter are given by id."""

    id: str
    text: str
    raised_by: str
    raised_on: date | None
    taken_on: date | None
    done_on: date | None
    by: list[str]
    matter: str | None
    taken_by: list[str]


def needs(reader: Reader, ids: Collection[str]) -> list[NeedRow]:
    """The needs of these ids."""
    return fetch(reader, "needs", NeedRow, ids=list(ids))
