"""The body that leads at a place: its top Party organisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.top_bodies import top_bodies


def leaders_at(reader: Reader, places: Collection[str], as_of: date) -> dict[str, str]:
    """For each place that has one, the Party organisation located there that none located there leads."""
    order = {kind: number for number, kind in enumerate(party_kinds())}
    found: dict[str, str] = {}
    for row in sorted(
        top_bodies(reader, places, party_kinds(), (), as_of), key=lambda row: (order[row.kind], row.body)
    ):
        found.setdefault(row.place, row.body)
    return dict(sorted(found.items()))
