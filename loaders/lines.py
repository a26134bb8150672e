"""A row of a recognised sheet: its cells by field, read one at a time; what is wrong is reported in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from wushe.loaders.dates import OPEN, SERIALS, Dated, day_after, parse_period, short_year
from wushe.loaders.names import Span
from wushe.loaders.privacy import shown
from wushe.loaders.reading import Value
from wushe.loaders.report import HeldRow, Problem, Severity, SheetReport
from wushe.loaders.values import VACANT, spaced, split_list, text_of
from wushe.schema import Precision
from wushe.schema.text import squeeze

LAST = frozenset({"until", "term_ends"})
"""Fields of last days: of a period they take its end."""
LONGEST_CELL = 2000
"""Characters of the longest text that a cell of a roster may hold."""


class RowError(Exception):
    """This row cannot be loaded: `refused` for what must not or can never come in, else it waits to be corrected."""

    def __init__(self, message: str, column: str | None = None, *, refused: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.refused = refused


@dataclass(slots=True)
class Line:
    """One row of a table with what is in its cells. `problems` is the report's list.

    A line that a roster's row was turned into has that row as its `source`, and shares its fate.
    """

    sheet: str | None
    row: int
    table: str
    values: dict[str, Value]
    headers: dict[str, str]
    cells: dict[str, str]
    titles: str
    report: SheetReport
    problems: list[Problem]
    traits: dict[str, bool] = field(default_factory=dict)
    """Which attributes to be added up the row's one person has; the cells themselves are not kept."""
    filled: frozenset[str] = frozenset()
    """Fields that are blank in the row and taken from the row above."""
    source: Line | None = None
    lost: bool = False
    said: set[Problem] = field(default_factory=set)

    @property
    def failed(self) -> bool:
        """Whether this row, or the one it was made from, is not loaded."""
        return self.origin.lost

    @property
    def origin(self) -> Line:
        """The row of the spreadsheet."""
        return self.source or self

    def saying(self, table: str, values: dict[str, Value], headers: dict[str, str], cells: dict[str, str]) -> Line:
        """A line of another table that this row says."""
        return Line(
            self.sheet,
            self.row,
            table,
            values,
            headers,
            cells,
            self.titles,
            self.report,
            self.problems,
            filled=self.filled,
            source=self,
        )

    def text(self, name: str) -> str | None:
        """The text of a cell."""
        return text_of(self.values.get(name))

    def spaced(self, name: str) -> str | None:
        """The text of a cell with the spaces between its words, which may tell several people or posts apart."""
        return spaced(self.values.get(name))

    def required(self, name: str) -> str:
        """The text of a cell that must not be empty."""
        text = self.text(name)
        if text is None:
            raise RowError("不能为空，请补上后再载入", name)
        return text

    def items(self, name: str) -> list[str]:
        """The parts of a list in a cell."""
        return split_list(self.text(name))

    def dated(self, name: str) -> Dated | None:
        """The (first) date in a cell; what is no date refuses the row."""
        return self.period(name)[0]

    def period(self, name: str) -> tuple[Dated | None, Dated | None]:
        """The first and the last date in a cell that may hold a period; where a last day is asked for, only that."""
        value = self.values.get(name)
        text = text_of(value)
        if text is None or squeeze(text) in OPEN | VACANT or (name in LAST and squeeze(text).endswith("至今")):
            return None, None
        found = parse_period(text if isinstance(value, str) else value)
        if found is None:
            raise RowError(f"“{shown(text)}”不是日期，请写成 2024-07-15、2024年7月 或 2024", name, refused=True)
        if isinstance(value, float) and int(value) not in SERIALS and repr(value).endswith(".1"):
            self.warn(f"“{text}”可能是 1 月，也可能是 10 月，只取年份", name)
            return (found[0][0].replace(month=1), Precision.YEAR), None
        if short_year(value):
            self.warn(f"“{text}”的年份只有两位，按 {found[0][0].year} 年载入", name, Severity.NOTICE)
        return (found[1] or found[0], None) if name in LAST else found

    def day(self, name: str) -> date | None:
        """The (first) day in a cell."""
        dated = self.dated(name)
        return dated[0] if dated else None

    def span(self, as_of: date) -> Span:
        """起始日期 and 终止日期: the last day counts, so `until` is the day after."""
        since, ended = self.period("since")
        until = self.dated("until") or ended
        if since is None and until is not None:
            end = day_after(until)
            return Span(min(as_of, end - timedelta(days=1)), end, Precision.ATTESTED, until[1])
        return span_between(since, until, "until") if since else Span()

    def warn(
        self,
        message: str,
        name: str | None = None,
        severity: Severity = Severity.WARNING,
        *,
        unread: bool = False,
        code: str | None = None,
    ) -> None:
        """Report something about this row, which is loaded nevertheless; `unread` and `code` as in Problem."""
        header, cell = self.headers.get(name or "") or None, self.cells.get(name or "") or None
        problem = Problem(severity, message, self.sheet, self.row, header, cell, unread, code)
        if problem not in self.origin.said:
            self.origin.said.add(problem)
            self.problems.append(problem)

    def fail(self, error: RowError) -> None:
        """Report that this row is not loaded."""
        if self.failed:
            return
        self.origin.lost = True
        severity = Severity.REFUSED if error.refused else Severity.QUARANTINED
        self.warn(error.message, error.column, severity)
        header = self.headers.get(error.column or "")
        reason = f"“{header}”列：{error.message}" if header else error.message
        self.report.held.append(HeldRow(self.row, reason, error.refused))
        if error.refused:
            self.report.refused += 1
        else:
            self.report.quarantined += 1


def span_between(since: Dated, until: Dated | None, name: str) -> Span:
    """From the first to the last day, which a cell of the field `name` holds.

    What documents show to have ended when it began (不晚于) lasted no day.

    Raises:
        RowError: it ended before it began.
    """
    if until is None:
        return Span(since[0], since_precision=since[1])
    end, shown = day_after(until), Precision.ATTESTED in {since[1], until[1]}
    if since[0] > end or (since[0] == end and not shown):
        raise RowError("终止日期早于起始日期，请核对", name, refused=True)
    return Span(since[0], end, since[1], until[1])
