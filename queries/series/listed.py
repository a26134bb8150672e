"""The shape of what a series has listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact as the graph has it: `by` is its latest attestation, `name` what people call it; a node has no ends."""

    type: str
    id: str
    start: str | None
    end: str | None
    attested_on: date
    by: str
    name: str | None
