"""Every body within a place smaller than a county."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.county_bodies import KindRow
from wushe.queries.text import fetch


def bodies_below(reader: Reader, place: str, ranges: Collection[tuple[str, str]], as_of: date) -> list[KindRow]:
    """Those within a place (id) on the day, and those in the ranges of ids that are no more or lie nowhere then."""
    return fetch(
        reader, "bodies_below", KindRow, place=place, ranges=[list(between) for between in ranges], as_of=as_of
    )
