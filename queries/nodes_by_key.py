"""Nodes by what they are keyed by."""

from __future__ import annotations

from collections.abc import Collection

from wushe.graph import Reader
from wushe.queries.names import NamedRow
from wushe.queries.text import fetch


def nodes_by_key(
    reader: Reader, ids: Collection[str], codes: Collection[str] = (), again: Collection[str] = ()
) -> list[NamedRow]:
    """Bodies, matters and posts of these ids; organisations of these credit codes, matters of these codes.

    For the ids of places in `again` also the places that had the same code before them.
    """
    return fetch(reader, "nodes_by_key", NamedRow, ids=list(ids), codes=list(codes), again=list(again))
