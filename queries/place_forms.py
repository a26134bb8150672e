"""The names of places that people write before other names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch

STANDING_BEFORE = ("province", "prefecture", "county", "town", "village", "estate")
"""The kinds of place that people write before a name."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A name of a place, in its short and its listed form."""

    kind: str
    text: str
    full: str


def place_forms(reader: Reader, counties: Collection[str], kinds: Collection[str] = STANDING_BEFORE) -> list[FormRow]:
    """The names of the divisions and estates of these counties (and of provinces and prefectures by their codes)."""
    return fetch(reader, "place_forms", FormRow, counties=list(counties), kinds=list(kinds))
