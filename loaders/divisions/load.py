"""What the command line calls: a county, the whole country, or a list of the user's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph, LoadRecord, LoadResult, Reader, known_load
from wushe.graph.difference import Change
from wushe.graph.writing import Progress
from wushe.loaders.divisions import units
from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY, LOAD_PREFIX
from wushe.loaders.divisions.lookup import county_code
from wushe.loaders.divisions.packaged import NATIONAL, atlas, known_above, national_day, packaged_lists, path_of
from wushe.loaders.divisions.reading import ListFile, day_in_name, read_list
from wushe.loaders.divisions.stating import claims_of
from wushe.loaders.divisions.units import write_days
from wushe.loaders.divisions.writing import Listing, preview_listings, write_listings
from wushe.queries.county_divisions import county_divisions
from wushe.queries.scope import graph_state
from wushe.schema import FOREVER
from wushe.schema.ids import content_id
from wushe.settings import load_settings

_AREA_CODE = re.compile(r"0\d{2,3}")


@dataclass(frozen=True, slots=True)
class InitResult:
    """A county's skeleton: how many towns and villages its latest list has, the days of its lists, what changed."""

    county: str
    name: str
    path: str
    towns: int
    villages: int
    lists: tuple[date, ...]
    result: LoadResult


@dataclass(frozen=True, slots=True)
class ListResult:
    """A list that was loaded: its rows and counties, the ids of its loads (one a day it speaks for), what changed."""

    title: str
    rows: int
    counties: int
    loads: tuple[str, ...]
    days: tuple[date, ...]
    result: LoadResult


def init_county(graph: Graph, code: str, *, area_code: str | None = None) -> InitResult:
    """Load every packaged list of a county in one transaction and bring the county into the scope.

    Raises:
        NotFoundError, BadInputError: not the code of a county; candidates are given.
    """
    county = county_code(code)
    if area_code and not _AREA_CODE.fullmatch(area_code):
        raise BadInputError(f"区号“{area_code}”不对", hint="区号以 0 开头，共三到四位，如 0827")
    packaged = packaged_lists(county)
    listings = []
    for item in packaged:
        record = _record(item.file, item.day, item.part)
        record.county, record.scope = county, (county,)
        record.area_codes = {county: area_code} if area_code else {}
        listings.append(Listing(record, claims_of(item.file.rows, record.id, item.day)))
    result = LoadResult(already=True)
    if not graph.read(lambda reader: _settled(reader, [listing.record for listing in listings])):
        result = write_listings(graph, listings)
    towns, villages = graph.read(lambda reader: _counts(reader, county))
    days = tuple(dict.fromkeys(item.day for item in packaged))
    return InitResult(county, atlas()[county].name, path_of(county), towns, villages, days, result)


def init_country(graph: Graph, *, progress: Progress | None = None) -> ListResult:
    """Load the packaged national list, a few counties a transaction; run again after a crash it goes on."""
    return _load(graph, read_list(NATIONAL, known_above), national_day(), progress)


def load_list(graph: Graph, path: Path, *, as_of: date | None, progress: Progress | None = None) -> ListResult:
    """Load a list of the user's own. A row's own as_of decides, then `as_of`, the day in the file's name, today.

    Raises:
        RefusedError: nothing was loaded; the message names the rows that cannot be right.
    """
    day = as_of or day_in_name(path.name) or load_settings().default_day
    return _load(graph, read_list(path, known_above), day, progress)


def preview_list(graph: Graph, path: Path, *, as_of: date | None) -> tuple[ListResult, list[Change]]:
    """What loading a list of the user's own would change; nothing is written.

    Raises:
        RefusedError: the rows cannot be right, or are so many that the list goes in by parts.
    """
    file = read_list(path, known_above)
    if len(file.rows) > units.WHOLE:
        raise RefusedError(f"{file.title} 有 {len(file.rows)} 行，要分批载入，不能试算", hint="请截取几个县试算")
    days = _days(file, as_of or day_in_name(path.name) or load_settings().default_day)
    listings = [Listing(record, claims_of(rows, record.id, record.as_of)) for record, rows in days]
    changes = preview_listings(graph, listings)
    result = LoadResult()
    result.count(changes)
    return _result(file, days, result), changes


def _settled(reader: Reader, records: Sequence[LoadRecord]) -> bool:
    """Whether these loads, their scope and area codes are all in the graph."""
    state = graph_state(reader)
    return all(
        known_load(reader, record.id)
        and set(record.scope) <= set(state.counties)
        and record.area_codes.items() <= set(state.area_codes)
        for record in records
    )


def _counts(reader: Reader, county: str) -> tuple[int, int]:
    kinds = [row.kind for row in county_divisions(reader, [county]) if row.until == FOREVER]
    return kinds.count("town"), kinds.count("village")


def _record(file: ListFile, day: date, part: str = "") -> LoadRecord:
    return LoadRecord(
        id=content_id(LOAD_PREFIX, file.sha256, day.isoformat(), part),
        source=content_id("source", file.sha256),
        title=file.title,
        sha256=file.sha256,
        as_of=day,
        read=len(file.rows),
        loaded=len(file.rows),
    )


def _load(graph: Graph, file: ListFile, default: date, progress: Progress | None) -> ListResult:
    days = _days(file, default)
    result = LoadResult(already=True)
    if not graph.read(lambda reader: _settled(reader, [record for record, _ in days])):
        result = write_days(graph, days, progress)
    return _result(file, days, result)


def _days(file: ListFile, default: date) -> list[units.Day]:
    """What a file says of each day, the earliest first."""
    by_day: dict[date, list[Row]] = {}
    for row in file.rows:
        by_day.setdefault(row.day or default, []).append(row)
    days: list[units.Day] = [(_record(file, day), by_day[day]) for day in sorted(by_day)]
    for record, rows in days:
        record.read = record.loaded = len(rows)
    return days


def _result(file: ListFile, days: Sequence[units.Day], result: LoadResult) -> ListResult:
    return ListResult(
        title=file.title,
        rows=len(file.rows),
        counties=len({row.code[:COUNTY] for row in file.rows if len(row.code) >= COUNTY}),
        loads=tuple(record.id for record, _ in days),
        days=tuple(record.as_of for record, _ in days),
        result=result,
    )
