"""The shape of what a series has listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact as the graph has it: `by` is its latest attestation by these sheets, `name` what people call it; a node has no ends.

    It is the sheets' `own` if nobody else attests it.
    """

    type: str
    id: str
    start: str | None
    end: str | None
    attested_on: date
    by: str
    name: str | None
    own: bool = True
