"""Duties of these counties, by id: for a matter, borne by a body by name, in a role."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.listing import Item
from wushe.queries.text import fetch


def duties_by_id(
    reader: Reader,
    owners: Collection[str],
    *,
    counties: Collection[str],
    matter: str | None,
    body: str | None,
    role: str | None,
    after: str | None,
    limit: int,
    as_of: date,
) -> list[Item]:
    """Duties of these counties, by id: for a matter, borne by a body by name, in a role."""
    return fetch(
        reader,
        "lists/duties_by_id",
        Item,
        owners=list(owners),
        counties=list(counties),
        matter=matter,
        body=body,
        role=role,
        after=after,
        limit=limit,
        as_of=as_of,
    )
