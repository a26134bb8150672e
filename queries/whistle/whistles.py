"""Whom a town may call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class WhistleRow:
    """A body of the town, and whom it may call on what basis."""

    source: str
    target: str
    basis: str | None
    by: list[str]


def whistles(reader: Reader, town: str, as_of: date) -> list[WhistleRow]:
    """Whom the bodies of a town may call on the day."""
    return fetch(reader, "whistle/whistles", WhistleRow, town=town, as_of=as_of)
