"""Where a load of divisions spoke."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class AttestedCounty:
    """The county prefix of places that a load attests."""

    county: str


def attested_counties(reader: Reader, attestation: str) -> set[str]:
    """The `county` of every place with an attestation that begins so."""
    return {row.county for row in fetch(reader, "attested_counties", AttestedCounty, attestation=attestation)}
