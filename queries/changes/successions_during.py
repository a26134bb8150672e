"""Successions through some time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.lineage.succession_rows import SuccessionRow
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class TurnRow(SuccessionRow):
    """A succession, with the last day (not included) of what was, and the first of what it became."""

    start_until: date
    end_since: date


def successions_during(reader: Reader, bodies: Collection[str], start: date, to: date) -> list[TurnRow]:
    """Successions from `start` to `to` into or out of these places, and with each what else the same place became that day."""
    return fetch(reader, "changes/successions_during", TurnRow, bodies=list(bodies), start=start, to=to)
