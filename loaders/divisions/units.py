"""Cut a list into units: a small one is a single transaction, of a large one each holds a few whole counties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wushe.graph import Graph, LoadRecord, LoadResult
from wushe.graph.writing import Progress
from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY
from wushe.loaders.divisions.stating import claims_of
from wushe.loaders.divisions.writing import Listing, write_listings
from wushe.schema import statements

WHOLE = 5
"""Units of rows up to which a file is one transaction: 25,000 rows, about 100,000 facts."""

Day = tuple[LoadRecord, Sequence[Row]]
"""What a file says of one day."""


def is_long(days: Sequence[Day], size: int) -> bool:
    """Whether a file must go in by units of about `size` rows."""
    return sum(len(rows) for _, rows in days) > WHOLE * size


def write_days(graph: Graph, days: Sequence[Day], progress: Progress | None, size: int) -> LoadResult:
    """Write a file, the earliest day first: at once if it is small, else unit by unit; units that are there cost little."""
    total = sum(len(rows) for _, rows in days)
    if not is_long(days, size):
        listings = [Listing(record, claims_of(rows, record.id, record.as_of)) for record, rows in days]
        result = write_listings(graph, listings)
        _tell(progress, total, total)
        return result
    result, done = LoadResult(), 0
    for record, rows in days:
        sofar, parts = _sofar(graph, record), list(units(rows, size))
        for number, unit in enumerate(parts, start=1):
            record.unit, record.units, last = number, len(parts), number == len(parts)
            listing = Listing(record, claims_of(unit, record.id, record.as_of), sofar, last)
            result.add(write_listings(graph, [listing]))
            done = min(done + len(unit), total)
            _tell(progress, total if last and record is days[-1][0] else done, total)
    return result


def _sofar(graph: Graph, record: LoadRecord) -> LoadResult:
    """What an earlier run that was cut off has counted."""
    rows = graph.read(lambda reader: reader.run(statements.nodes_by_id("Load"), ids=[record.id]))
    said = rows[0]["properties"] if rows else {}
    applying = said.get("state") == "APPLYING"
    return LoadResult(said["added"], said["changed"], said["ended"]) if applying else LoadResult()


def units(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    """Rows by whole counties, each unit with the rows of what lies above its counties; `size` rows fill two."""
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
        if 2 * len(unit) >= size:
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


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)
