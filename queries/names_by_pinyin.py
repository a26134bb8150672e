"""Which nodes have a name that is spelled so."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.names import NamedRow
from wushe.queries.text import fetch


def names_by_pinyin(reader: Reader, counties: Collection[str], letters: str, ending: str, limit: int) -> list[NamedRow]:
    """The nodes whose name has this pinyin or these initials; `how` tells which. At most `limit` a county and way.

    Names of places are spelled without the word for their kind: then `ending` is that word; else it is empty.
    """
    return fetch(
        reader, "names_by_pinyin", NamedRow, counties=list(counties), letters=letters, ending=ending, limit=limit
    )
