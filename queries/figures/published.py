"""The numbers that somebody published for a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A published number: for which day, and the words in which its document names its origin."""

    code: str | None
    label: str
    reported: float
    unit: str | None
    reported_on: date
    basis: str | None
    by: list[str]


def published(reader: Reader, place: str, as_of: date) -> list[PublishedRow]:
    """Those for the day or an earlier one, the latest first; at most 1,000."""
    return fetch(reader, "figures/published", PublishedRow, place=place, as_of=as_of)
