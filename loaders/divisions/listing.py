"""A whole list into the graph: at once, or, a long one, unit by unit from a journal that outlives a crash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from wushe.errors import RefusedError
from wushe.graph import Graph, LoadRecord, LoadResult, Reader, known_load
from wushe.graph.difference import Change
from wushe.graph.writing import Progress, refuse_beside_another
from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY, LOAD_PREFIX
from wushe.loaders.divisions.packaged import known_above
from wushe.loaders.divisions.reading import ListFile, day_in_name, read_list
from wushe.loaders.divisions.stating import claims_of
from wushe.loaders.divisions.units import Day, is_long, write_days
from wushe.loaders.divisions.writing import Listing, preview_listings
from wushe.loaders.large.journal import Journal, Writer, graph_named, rolled_from
from wushe.loaders.large.owner import owning
from wushe.loaders.privacy import REFUSED_COLUMN, refused_header
from wushe.loaders.report import LoadReport, Problem, Severity, SheetReport
from wushe.queries.scope import graph_state
from wushe.schema.ids import content_id
from wushe.settings import Settings

PART = 10_000
"""Rows in one file of the journal."""


@dataclass(frozen=True, slots=True)
class ListResult:
    """A list that was loaded: its rows and counties, the ids of its loads (one a day it speaks for), what changed.

    `others` are the headers of columns that were not read.
    """

    title: str
    rows: int
    counties: int
    loads: tuple[str, ...]
    days: tuple[date, ...]
    result: LoadResult
    others: tuple[str, ...] = ()


def report_of(found: ListResult) -> LoadReport:
    """A list as one of the files of `wushe load`."""
    sheet = SheetReport(None, "divisions", read=found.rows, loaded=found.rows)
    sheet.refused_columns = [header for header in found.others if refused_header(header)]
    sheet.dropped = [header for header in found.others if header not in sheet.refused_columns]
    problems = [Problem(Severity.REFUSED, REFUSED_COLUMN, column=header) for header in sheet.refused_columns]
    problems += [Problem(Severity.NOTICE, "不是区划名单的列，没有读取", column=header) for header in sheet.dropped]
    day, load = max(found.days, default=None), found.loads[-1] if found.loads else None
    return LoadReport(found.title, day, "区划名单", load=load, sheets=[sheet], problems=problems, result=found.result)


def write_list(
    graph: Graph, settings: Settings, file: ListFile, default: date, progress: Progress | None
) -> ListResult:
    """Load a list; rows without a day of their own are of the `default` day."""
    days = _days(file, default)
    if graph.read(lambda reader: settled(reader, [record for record, _ in days])):
        return _result(file, days, LoadResult(already=True))
    if not is_long(days, settings.unit_rows):
        return _result(file, days, write_days(graph, days, progress, settings.unit_rows))
    with owning(settings, graph):
        graph.read(lambda reader: refuse_beside_another(reader, *(record.id for record, _ in days)))
        return roll_list(graph, _journal(settings, file, default, days), progress)


def read_own(path: Path, *, strict: bool) -> ListFile:
    """A list of the user's own.

    Raises:
        RefusedError: the rows cannot be right; or, if this is to be `strict`, it has a column that must not come in.
    """
    file = read_list(path, known_above)
    if strict and any(map(refused_header, file.others)):
        raise RefusedError(f"{file.title} 有不得载入的列，按 --strict 没有载入", hint="请从文件中删去这样的列")
    return file


def preview_list(
    graph: Graph, path: Path, settings: Settings, *, as_of: date | None, strict: bool = False
) -> tuple[ListResult, list[Change]]:
    """What loading a list of the user's own would change; nothing is written.

    Raises:
        RefusedError: as of `read_own`, or the rows are so many that the list goes in by units.
    """
    file = read_own(path, strict=strict)
    days = _days(file, as_of or day_in_name(path.name) or settings.default_day)
    if is_long(days, settings.unit_rows):
        raise RefusedError(f"{file.title} 有 {len(file.rows)} 行，要分批载入，不能试算", hint="请截取几个县试算")
    listings = [Listing(record, claims_of(rows, record.id, record.as_of)) for record, rows in days]
    changes = preview_listings(graph, listings)
    result = LoadResult()
    result.count(changes)
    return _result(file, days, result), changes


def roll_list(graph: Graph, journal: Journal, progress: Progress | None) -> ListResult:
    """Write what is not written yet of a list, and let go of its journal."""
    head = journal.head
    file = ListFile(head["title"], head["sha256"], list(_rows(journal)), tuple(head.get("others", ())))
    days = _days(file, head["day"])
    for record, _ in days:
        record.started = head["started"]
    with rolled_from(journal, graph):
        found = _result(file, days, write_days(graph, days, progress, head["size"]))
    journal.remove()
    return found


def _journal(settings: Settings, file: ListFile, default: date, days: Sequence[Day]) -> Journal:
    loads = [record.id for record, _ in days]
    writer = Writer(settings, loads[0])
    try:
        for start in range(0, len(file.rows), PART):
            writer.add(file.rows[start : start + PART])
        return writer.finish(
            {
                "kind": "list",
                "graph": graph_named(settings),
                "size": settings.unit_rows,
                "loads": loads,
                "title": file.title,
                "sha256": file.sha256,
                "others": file.others,
                "day": default,
                "started": datetime.now(UTC),
            }
        )
    except BaseException:
        writer.abandon()
        raise


def _rows(journal: Journal) -> Iterator[Row]:
    once: dict[str, str] = {}
    for part in range(journal.head["units"]):
        for code, name, level, parent, row, day in journal.lines(part):
            yield Row(code, name, once.setdefault(level, level), once.setdefault(parent, parent), row, day)


def settled(reader: Reader, records: Sequence[LoadRecord]) -> bool:
    """Whether these loads, their scope and area codes are all in the graph."""
    state = graph_state(reader)
    return all(
        known_load(reader, record.id)
        and set(record.scope) <= set(state.counties)
        and record.area_codes.items() <= set(state.area_codes)
        for record in records
    )


def record_of(file: ListFile, day: date, part: str = "") -> LoadRecord:
    """The load of a list for one day, or of a part of it."""
    return LoadRecord(
        id=content_id(LOAD_PREFIX, file.sha256, day.isoformat(), part),
        source=content_id("source", file.sha256),
        title=file.title,
        sha256=file.sha256,
        as_of=day,
        read=len(file.rows),
        loaded=len(file.rows),
    )


def _days(file: ListFile, default: date) -> list[Day]:
    """What a list says of each of its days, the earliest first."""
    by_day: dict[date, list[Row]] = {}
    for row in file.rows:
        by_day.setdefault(row.day or default, []).append(row)
    days: list[Day] = [(record_of(file, day), by_day[day]) for day in sorted(by_day)]
    for record, rows in days:
        record.read = record.loaded = len(rows)
    return days


def _result(file: ListFile, days: Sequence[Day], result: LoadResult) -> ListResult:
    return ListResult(
        title=file.title,
        rows=len(file.rows),
        counties=len({row.code[:COUNTY] for row in file.rows if len(row.code) >= COUNTY}),
        loads=tuple(record.id for record, _ in days),
        days=tuple(record.as_of for record, _ in days),
        result=result,
        others=file.others,
    )
