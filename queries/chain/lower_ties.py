"""Whom bodies lead or guide, one step down."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.chain.upper_ties import Link
from wushe.queries.text import fetch


def lower_ties(
    reader: Reader, owners: Collection[str], joint: Collection[str], *, axis: str | None, limit: int, as_of: date
) -> list[Link]:
    """Whom each owner leads or guides on the day, at most `limit` each; none for bodies of the kinds `joint`."""
    return fetch(
        reader, "chain/lower_ties", Link, owners=list(owners), joint=list(joint), axis=axis, limit=limit, as_of=as_of
    )
