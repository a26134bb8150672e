"""Whether the graph can answer."""

from __future__ import annotations

from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Readiness:
    """The version of the schema in place, None when there is none, and whether a load is being rolled forward."""

    schema_version: int | None
    applying: str | None
    """The name of its file, with how many of how many units are written."""


def readiness(reader: Reader) -> Readiness:
    """What the graph says of itself."""
    return fetch(reader, "readiness", _readiness)[0]


def _readiness(schema_version: int | None, title: str | None, unit: int | None, units: int | None) -> Readiness:
    if title is None:
        return Readiness(schema_version, None)
    return Readiness(schema_version, f"{title}（第 {unit}/{units} 批）" if unit else title)
