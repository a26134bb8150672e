"""Places, organisations and duties that certain sheets attest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.series.listed import Listed
from wushe.queries.text import fetch


def listed_nodes(
    reader: Reader, code: str, types: Collection[str], sheets: Collection[str], as_of: date
) -> list[Listed]:
    """Those that hold on the day where the code begins with `code`; `sheets` as in attestations, up to the row."""
    return fetch(reader, "series/listed_nodes", Listed, code=code, types=list(types), sheets=list(sheets), as_of=as_of)
