"""Places that some roster speaks of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in which an organisation is located."""

    id: str


def places_with_organizations(reader: Reader, places: Collection[str], as_of: date) -> list[PlaceRow]:
    """Those of these bodies (ids) that are places with some organisation in them on the day."""
    return fetch(reader, "places_with_organizations", PlaceRow, places=list(places), as_of=as_of)
