"""From a file to its journal: every row through the gate, one at a time, and of each only the cells that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string

from wushe.loaders.large.journal import Journal, Kept, Writer, graph_named, line_of
from wushe.loaders.large.told import Told, problem_of
from wushe.loaders.layouts import Layout
from wushe.loaders.lines import Line
from wushe.loaders.plan import Plan
from wushe.loaders.privacy import shown
from wushe.loaders.quarantine import key_of
from wushe.loaders.reading import Document, Row, Sheet
from wushe.loaders.reading.streamed import Body
from wushe.loaders.recognise import Column, Recognised
from wushe.loaders.report import Problem, Severity, SheetReport
from wushe.loaders.rows import lines_of
from wushe.loaders.tables import BUILDERS
from wushe.schema.kinds import Table
from wushe.settings import Settings


def is_long(plan: Plan, rows: int) -> bool:
    """Whether a file has more than so many rows; one that stays in its file has."""
    return any(isinstance(sheet.rows, Body) for sheet in plan.sheets) or sum(len(s.rows) for s in plan.sheets) > rows


def take_in(plan: Plan, settings: Settings, load: str, place: str | None) -> Journal:
    """Write the journal of a file; whatever goes wrong leaves none."""
    writer = Writer(settings, load)
    try:
        plan.sheets.sort(key=lambda sheet: _order(sheet.table))
        sheets = plan.sheets
        told = Told(problem for problem in plan.problems if not _is_of_sums(problem, sheets))
        reports = [_report(sheet) for sheet in sheets]
        for number, (sheet, report) in enumerate(zip(sheets, reports, strict=True)):
            for rows in _parts(lines_of(sheet, report, told), settings.unit_rows):
                writer.add(line_of(Kept(number, row_of(line))) for line in rows)
            if sheet.counted:
                told.append(Problem(Severity.NOTICE, "文件分批载入，个人属性不加总，也不保存", report.name))
        return writer.finish({"loads": [load], "place": place} | _head(plan, settings, sheets, reports, told))
    except BaseException:
        writer.abandon()
        raise


def _is_of_sums(problem: Problem, sheets: Sequence[Recognised]) -> bool:
    """Whether a problem says that a column is added up: of a file in units none is."""
    counted = {column.header for sheet in sheets for column in sheet.counted}
    return problem.severity is Severity.NOTICE and problem.row is None and problem.column in counted


def _parts(lines: Iterator[Line], size: int) -> Iterator[list[Line]]:
    while part := list(islice(lines, size)):
        yield part


def _order(table: Table) -> int:
    """The tables in the order in which they refer to each other, rosters last."""
    codes = list(BUILDERS)
    return codes.index(table.code) if table.code in codes else len(codes)


def _report(sheet: Recognised) -> SheetReport:
    return SheetReport(
        shown(sheet.sheet.name) if sheet.sheet.name else None,
        sheet.table.code,
        kept=[column.header for column in sheet.columns],
        dropped=[*sheet.dropped, *sheet.unread, *(column.header for column in sheet.counted)],
        refused_columns=list(sheet.refused),
    )


def row_of(line: Line) -> Row:
    """What is kept of a row, each cell where it was."""
    cells = {_column(line.cells[name].rstrip(_DIGITS)): value for name, value in line.values.items()}
    return Row(line.row, tuple(cells.get(index) for index in range(max(cells, default=-1) + 1)))


_DIGITS = "0123456789"


@cache
def _column(letters: str) -> int:
    return column_index_from_string(letters) - 1


def _head(
    plan: Plan, settings: Settings, sheets: Sequence[Recognised], reports: Sequence[SheetReport], told: Told
) -> dict[str, Any]:
    return {
        "kind": "file",
        "graph": graph_named(settings),
        "size": settings.unit_rows,
        "title": shown(plan.path.name),
        "key": key_of(plan.path),
        "sha256": plan.document.sha256,
        "encoding": plan.document.encoding,
        "asOf": plan.as_of,
        "asOfFrom": plan.as_of_from,
        "counties": list(settings.counties),
        "started": datetime.now(UTC),
        "sheets": [_sheet(sheet) for sheet in sheets],
        "reports": [asdict(replace(report, held=[])) for report in reports],
        "skipped": plan.skipped,
        "problems": [asdict(problem) for problem in told.whole()],
    }


def _sheet(sheet: Recognised) -> dict[str, Any]:
    return {
        "name": sheet.sheet.name and shown(sheet.sheet.name),
        "table": sheet.table.model_dump(mode="json"),
        "layout": isinstance(sheet.table, Layout),
        "columns": [asdict(column) for column in sheet.columns],
        "titles": sheet.titles,
    }


def plan_of(journal: Journal, rows: Sequence[Kept]) -> Plan:
    """A part of the file as a plan of its own."""
    head = journal.head
    document = Document((), head["sha256"], head["encoding"])
    sheets = [
        _recognised(said, [kept.row for kept in rows if kept.sheet == n]) for n, said in enumerate(head["sheets"])
    ]
    return Plan(Path(head["title"]), document, head["asOf"], head["asOfFrom"], sheets, key=head["key"])


def _recognised(said: dict[str, Any], rows: list[Row]) -> Recognised:
    table = (Layout if said["layout"] else Table).model_validate(said["table"])
    columns = tuple(Column(**column) for column in said["columns"])
    return Recognised(Sheet(said["name"], ()), table, columns, tuple(rows), said["titles"])


def reports_of(journal: Journal) -> Iterator[SheetReport]:
    """What the intake had to say of each sheet."""
    return (replace(SheetReport(**said)) for said in journal.head["reports"])


def problems_of(journal: Journal) -> list[Problem]:
    """What the intake had to say of columns and rows."""
    return [problem_of(said) for said in journal.head["problems"]]
