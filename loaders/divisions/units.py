"""Cut a list into units: a small one is a single transaction, of a large one each holds a few whole counties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wushe.graph import Graph, LoadRecord, LoadResult
from wushe.graph.writing import Progress
from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY
from wushe.loaders.divisions.stating import claims_of
from wushe.loaders.divisions.writing import Listing, write_listings

WHOLE = 25_000
"""Rows up to which a file is one transaction: about 100,000 facts."""
FULL = 2_500
"""Rows at which a unit of a larger file is full."""

Day = tuple[LoadRecord, Sequence[Row]]
"""What a file says of one day."""


def write_days(graph: Graph, days: Sequence[Day], progress: Progress | None) -> LoadResult:
    """Write a file, the earliest day first: at once if it is small, else unit by unit."""
    total = sum(len(rows) for _, rows in days)
    if total <= WHOLE:
        listings = [Listing(record, claims_of(rows, record.id, record.as_of)) for record, rows in days]
        result = write_listings(graph, listings)
        _tell(progress, total, total)
        return result
    result, done = LoadResult(), 0
    for record, rows in days:
        sofar = LoadResult()
        for unit, last in _marked(units(rows)):
            listing = Listing(record, claims_of(unit, record.id, record.as_of), sofar, last)
            result.add(write_listings(graph, [listing]))
            done = min(done + len(unit), total)
            _tell(progress, total if last and record is days[-1][0] else done, total)
    return result


def units(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows by whole counties, each unit with the rows of what lies above its counties."""
    above = {row.code: row for row in rows if len(row.code) <= COUNTY}
    below: dict[str, list[Row]] = {}
    for row in rows:
        if len(row.code) > COUNTY:
            below.setdefault(row.code[:COUNTY], []).append(row)
    over = {code for county in below for code in _above(below[county], above)}
    if bare := [row for code, row in above.items() if code not in over]:
        yield [above[code] for code in _closed((row.code for row in bare), above)]
    unit: list[Row] = []
    counties: list[str] = []
    for county in sorted(below):
        unit += below[county]
        counties += _above(below.pop(county), above)
        if len(unit) >= FULL:
            yield [above[code] for code in dict.fromkeys(counties)] + unit
            unit, counties = [], []
    if unit:
        yield [above[code] for code in dict.fromkeys(counties)] + unit


def _above(rows: Sequence[Row], above: dict[str, Row]) -> list[str]:
    """The codes above these towns and villages that the list has."""
    return _closed({row.parent for row in rows if len(row.parent) <= COUNTY}, above)


def _closed(codes: Iterable[str], above: dict[str, Row]) -> list[str]:
    found: set[str] = set()
    for start in codes:
        code = start
        while code in above and code not in found:
            found.add(code)
            code = above[code].parent
    return sorted(found)


def _marked(items: Iterable[list[Row]]) -> Iterator[tuple[list[Row], bool]]:
    """Each item, and whether it is the last."""
    iterator = iter(items)
    item = next(iterator, None)
    while item is not None:
        following = next(iterator, None)
        yield item, following is None
        item = following


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)
