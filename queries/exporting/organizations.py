"""A page of the organisations of a county, with all that hangs on each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ExportedOrganization:
    """An organisation: its properties, and those of its names, of the edges to where it is, and of its ties.

    Edges have the id of their other end as `other`; ties their type as `kind`.
    """

    node: dict[str, Any]
    names: list[dict[str, Any]]
    located: list[dict[str, Any]]
    ties: list[dict[str, Any]]


def organizations(
    reader: Reader, county: str, after: str, limit: int, as_of: date | None, *, kinds: Collection[str]
) -> list[ExportedOrganization]:
    """At most `limit` after the id `after`; of one day where that is given, else of all."""
    return fetch(
        reader,
        "exporting/organizations",
        ExportedOrganization,
        county=county,
        after=after,
        limit=limit,
        as_of=as_of,
        kinds=list(kinds),
    )
