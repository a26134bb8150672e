"""Sources by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document and the day it speaks for."""

    id: str
    title: str
    sha256: str | None
    as_of: date | None
    synthetic: bool


def sources(reader: Reader, ids: Collection[str]) -> list[SourceRow]:
    """The sources of these ids."""
    return fetch(reader, "sources", SourceRow, ids=list(ids))
