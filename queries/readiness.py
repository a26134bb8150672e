"""Whether the graph can answer."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Readiness:
    """The version of the schema in place, None when there is none, and whether a load is being rolled forward."""

    schema_version: int | None
    applying: bool


def readiness(reader: Reader) -> Readiness:
    """What the graph says of itself."""
    return fetch(reader, "readiness", Readiness)[0]
