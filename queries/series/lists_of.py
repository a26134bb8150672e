"""The loads of a series."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ListedLoad:
    """A load, the names of its sheets ("" in a text file), and in the same order which series each is of."""

    load: str
    title: str
    as_of: date
    complete: bool
    sheets: list[str]
    series: list[str]


def lists_of(reader: Reader, county: str, series: Collection[str]) -> list[ListedLoad]:
    """The loads in a county with sheets of any of these series, the latest day first; at most 10,000."""
    return fetch(reader, "series/lists_of", ListedLoad, county=county, series=list(series))
