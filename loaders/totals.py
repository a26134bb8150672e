"""合计 16人 against what was loaded: a total that does not fit is reported, with both numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wushe.loaders.expand import fields_of
from wushe.loaders.feet import Total, totals_of
from wushe.loaders.holders import people_of
from wushe.loaders.lines import Line
from wushe.loaders.recognise import Recognised
from wushe.loaders.report import Problem, Severity, SheetReport


def check_totals(sheet: Recognised, report: SheetReport, lines: Sequence[Line]) -> list[Problem]:
    """A warning for each total of a sheet that is neither the rows loaded, nor those with a holder, nor the people."""
    columns = {column.index for column in sheet.columns if column.field in fields_of(sheet.table, "tenures", "name")}
    totals = list(totals_of(sheet.rows, columns, sheet.table.code))
    if not totals:
        return []
    people: dict[int, set[str]] = defaultdict(set)
    for line in lines:
        if line.sheet == report.name and not line.failed:
            names = people_of(line.spaced("name")) if line.table == "tenures" else []
            people[line.row] |= {person.name for person in names}
    return [problem for total in totals if (problem := _differs(report, total, people))]


def _differs(report: SheetReport, total: Total, people: dict[int, set[str]]) -> Problem | None:
    inside = [names for row, names in people.items() if total.since < row < total.row]
    rows, held, named = len(inside), sum(map(bool, inside)), sum(map(len, inside))
    if total.number in {rows, held, named}:
        return None
    loaded = f"{named} 人（{rows} 行）" if named else f"{rows} 行"
    return Problem(
        Severity.WARNING,
        f"这里写的合计是 {total.number}，载入了 {loaded}，对不上；请核对有没有漏行，或改正合计",
        report.name,
        total.row,
        unread=True,
    )
