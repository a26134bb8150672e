"""Edges of nodes that only certain sheets attest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.series.listed import Listed
from wushe.queries.text import fetch


def edges_of(
    reader: Reader, nodes: Collection[str], types: Collection[str], sheets: Collection[str], as_of: date
) -> list[Listed]:
    """Those that hold on the day at these bodies or duties; `sheets` as in attestations, up to the row."""
    return fetch(
        reader, "series/edges_of", Listed, nodes=list(nodes), types=list(types), sheets=list(sheets), as_of=as_of
    )
