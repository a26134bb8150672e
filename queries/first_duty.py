"""When duties begin to be known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class FirstDay:
    """A day, if any."""

    since: date | None


def first_duty(reader: Reader, places: Collection[str], matters: Collection[str], as_of: date) -> date | None:
    """The first day after `as_of` for which such a duty is attested."""
    return fetch(reader, "first_duty", FirstDay, places=list(places), matters=list(matters), as_of=as_of)[0].since
