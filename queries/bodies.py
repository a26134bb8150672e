"""Places and organisations by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body; `names` are maps of text, full, form, since and until; `place` is the id of its division on the day."""

    id: str
    label: str
    kind: str
    name: str
    since: date
    until: date
    by: list[str]
    properties: dict[str, Any]
    names: list[dict[str, Any]]
    place: str | None


def bodies(reader: Reader, ids: Collection[str], as_of: date) -> list[BodyRow]:
    """The bodies of these ids, those not there on the day too."""
    return fetch(reader, "bodies", BodyRow, ids=list(ids), as_of=as_of)
