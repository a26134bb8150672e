"""The tables of the contract from the graph: every row with its 标识 and its times, so that they load back as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wushe.errors import BadInputError, RefusedError, UnavailableError
from wushe.graph import Graph, Reader
from wushe.graph.connection import WORK_TIMEOUT
from wushe.loaders.exporting import matters, organizations, others, places, tenures, ties
from wushe.loaders.exporting.cells import Row
from wushe.loaders.exporting.snapshot import Snapshot, Taking
from wushe.loaders.exporting.workbook import Page, write_workbook
from wushe.queries.matches import Match, Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.scope import GraphState, graph_state
from wushe.schema import schema
from wushe.settings import Settings

WRITERS: dict[str, Callable[[Snapshot], Iterator[Row]]] = {
    "places": places.rows,
    "organizations": organizations.rows,
    "tenures": tenures.rows,
    "ties": ties.rows,
    "matters": matters.rows,
    "duties": others.duties,
    "needs": others.needs,
    "figures": others.figures,
    "tallies": others.tallies,
}
"""What writes each table, in the order of the sheets."""
ATTEMPTS = 3
"""Times that the graph is read before one gives up because somebody writes."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: rows by the label of their table, and how many reached beyond the place and were left out."""

    path: Path
    rows: dict[str, int]
    left: int


def export_tables(graph: Graph, settings: Settings, path: Path, place: str | None, as_of: date | None) -> Exported:
    """Write what is known of a place, or of all counties in scope, into one workbook; on a day, or at all times.

    Raises:
        BadInputError: no .xlsx, a file that is there, no such place.
        RefusedError: there is nothing to write.
        UnavailableError: somebody kept writing meanwhile, or the file cannot be written.
    """
    if path.suffix.lower() != ".xlsx":
        raise BadInputError(f"表格只能导出成 .xlsx：{path}", hint="请改用 .xlsx 扩展名")
    if path.exists() and (path.is_dir() or path.stat().st_size):
        raise BadInputError(f"{path} 已存在，没有覆盖", hint="请换一个文件名，或先移走它")
    day = settings.default_day
    snapshot, name = _settled(graph, lambda reader: _taken(reader, settings, place, as_of))
    pages = [Page(schema().tables[code], list(rows(snapshot))) for code, rows in WRITERS.items()]
    if not any(page.rows for page in pages):
        raise RefusedError("没有可以导出的内容", hint="请先用 wushe init 或 wushe load 载入")
    write_workbook(path, f"五社导出 {name} 填报时间：{as_of or day}", pages)
    return Exported(path, {page.table.label: len(page.rows) for page in pages if page.rows}, snapshot.left)


def _settled(graph: Graph, work: Callable[[Reader], tuple[Snapshot, str]]) -> tuple[Snapshot, str]:
    """What `work` reads while nobody writes: the graph's version is the same after it as before."""
    for _ in range(ATTEMPTS):
        before = graph.read(graph_state).version
        found = graph.read(work, timeout=WORK_TIMEOUT)
        if graph.read(graph_state).version == before:
            return found
    raise UnavailableError("导出期间一直有别的载入在写，没有导出", hint="请等载入完成后重试")


def _taken(reader: Reader, settings: Settings, place: str | None, as_of: date | None) -> tuple[Snapshot, str]:
    state = graph_state(reader, settings.counties)
    scope = Scope(state.counties, as_of or settings.default_day)
    chosen = resolve_one(reader, place, scope, types=("Place",), noun="地点") if place else None
    snapshot = Taking(reader, state.counties, chosen.id if chosen else None, as_of).take()
    snapshot.scope, snapshot.area_codes = state.counties, dict(state.area_codes)
    return snapshot, _name(chosen, state)


def _name(place: Match | None, state: GraphState) -> str:
    return "/".join(place.path) if place else "、".join(state.counties)
