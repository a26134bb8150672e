"""Which nodes bear a name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A node and the name by which it was found; the fields that a way of finding does not use have a default."""

    id: str
    labels: list[str]
    kind: str
    name: str
    since: date | None
    until: date | None
    text: str = ""
    full: str = ""
    form: str = "name"
    name_since: date | None = None
    name_until: date | None = None
    key: str = ""
    code: str | None = None
    how: str = "SUGGESTION"


def names(reader: Reader, counties: Collection[str], keys: Collection[str], limit: int) -> list[NamedRow]:
    """The nodes with names of these keys in these counties, at most `limit`."""
    return fetch(reader, "names", NamedRow, counties=list(counties), keys=list(keys), limit=limit)
