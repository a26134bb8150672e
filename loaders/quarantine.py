"""What becomes of rows that were not loaded: they wait in a workbook, are corrected there and loaded from there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from wushe.errors import WusheError
from wushe.loaders.filling import filled_rows
from wushe.loaders.plan import Plan
from wushe.loaders.privacy import HIDDEN, shown
from wushe.loaders.quarantine_book import BookRow, BookSheet, is_as_written, read_book, write_book
from wushe.loaders.quarantine_mark import WHERE, Mark
from wushe.loaders.reading import Row, Value
from wushe.loaders.recognise import Column, Recognised, known_headers
from wushe.loaders.remarks import cleaners
from wushe.loaders.report import LoadReport, Problem, Severity, SheetReport
from wushe.loaders.secret_numbers import holds_secret_number, tells
from wushe.loaders.values import is_lossy, written
from wushe.schema.text import squeeze

FOLDER = "quarantine"
"""Of `WUSHE_HOME`."""
DONE = ".done"
"""Ends the name of what is left of a workbook whose rows are all in: a file with the load that emptied it."""
LONGEST_STEM = 40


def settle(plan: Plan, report: LoadReport, home: Path, place: str | None) -> None:
    """After a load was committed: write, rewrite or remove the workbook of its quarantined rows, and say so."""
    try:
        _Shelf(plan, report, home / FOLDER, place).settle()
    except (OSError, ValueError, WusheError) as error:
        why = error.strerror if isinstance(error, OSError) else "表头已被改动"
        why = str(error) if isinstance(error, WusheError) else why
        said = f"隔离簿没有写成（{why}）；没有载入的行都在原文件里，请照上面的原因改正原文件"
        report.problems.append(Problem(Severity.WARNING, said))


def forget(home: Path, load: str) -> None:
    """What a load emptied is not empty any more when the load is taken back: its rows wait again."""
    for emptied in (home / FOLDER).glob(f"*{DONE}"):
        if emptied.read_text(encoding="utf-8") == load:
            emptied.unlink()


class _Shelf:
    """The place of one file's workbook. A book that a person has changed is left for them to load."""

    def __init__(self, plan: Plan, report: LoadReport, folder: Path, place: str | None) -> None:
        self._plan = plan
        self._report = report
        self._folder = folder
        self._place = place
        self._key = plan.mark.key if plan.mark else plan.key or key_of(plan.path)
        books = sorted(path for path in folder.glob(f"*-{self._key}.xlsx") if path.name[0] not in ".~")
        self._path = next(iter(books), folder / self._name())
        self._emptied = folder / f".{self._key}{DONE}"

    def settle(self) -> None:
        kept = self._kept()
        if self._plan.mark is None and self._report.unchanged and (self._path.exists() or self._emptied.exists()):
            self._tell()
        elif self._is_changed():
            self._tell()
            self._say("里有改过、还没有载入的内容，没有覆盖；请先载入它，再载入原文件")
        elif kept:
            write_book(self._path, kept)
            self._emptied.unlink(missing_ok=True)
            self._tell()
            self._say_of_traits()
        elif self._path.exists():
            self._path.unlink()
            self._emptied.touch(mode=0o600)
            self._emptied.write_text(self._report.load or "", encoding="utf-8")
            self._say("里的行都已处理，隔离簿已删去")

    def _name(self) -> str:
        name = self._plan.mark.file if self._plan.mark else self._plan.path.name
        return f"{safe_stem(name)}-{self._key}.xlsx"

    def _tell(self) -> None:
        self._report.quarantine = str(self._path) if self._path.exists() else None

    def _say(self, text: str) -> None:
        self._report.problems.append(Problem(Severity.NOTICE, f"隔离簿 {self._path} {text}"))

    def _say_of_traits(self) -> None:
        for sheet in self._report.sheets:
            if sheet.counted and sheet.held:
                said = "不写进隔离簿；从隔离簿改正载入的人不计入人数合计，要计入请改正原文件后重新载入"
                self._report.problems.append(
                    Problem(Severity.NOTICE, said, sheet.name, column="、".join(sheet.counted))
                )

    def _is_changed(self) -> bool:
        """Whether the book holds what a person typed and this load has not read."""
        if not self._path.exists():
            return False
        same = hashlib.sha256(self._path.read_bytes()).hexdigest() == self._plan.document.sha256
        return not same and not is_as_written(self._path)

    def _kept(self) -> list[BookSheet]:
        """What goes on waiting: the rows of this load, and of the book those that this load has not read."""
        sheets = {sheet.name: sheet for sheet in self._held_sheets()}
        if self._plan.mark is not None and self._path.exists():
            seen = set(self._seen())
            for old in read_book(self._path):
                old.rows = [_unsecret(row) for row in old.rows if row.where not in seen]
                if old.rows:
                    _join(sheets.setdefault(old.name, _headed(old)), old)
        return [sheet for sheet in sheets.values() if sheet.rows]

    def _held_sheets(self) -> Iterator[BookSheet]:
        taken: set[str] = set()
        for sheet, told in zip(self._plan.sheets, self._report.sheets, strict=False):
            name = _sheet_name(sheet, taken)
            taken.add(name)
            mark = self._mark(sheet)
            titles = [line for line in sheet.titles.splitlines() if HIDDEN not in line]
            headers = tuple(_header(sheet, column) for column in sheet.columns)
            yield BookSheet(name, (str(mark), *titles), headers, list(self._rows(sheet, told)), _groups(sheet))

    def _mark(self, sheet: Recognised) -> Mark:
        before = self._plan.mark
        name = before.file if before else re.sub(r"[；\s]", "_", self._report.file)
        return Mark(self._key, name, self._plan.as_of, sheet.table.code, self._place)

    def _rows(self, sheet: Recognised, told: SheetReport) -> Iterator[BookRow]:
        wanted = {held.row for held in told.held}
        found = (filled.row for filled in filled_rows(sheet)) if wanted else ()
        rows = {row.number: row for row in found if row.number in wanted}
        for held in sorted(told.held, key=lambda held: held.row):
            if held.row in rows and (self._plan.mark is not None or not held.refused):
                row = rows[held.row]
                yield BookRow(tuple(_cells(sheet, row)), held.reason, self._where(sheet, row))

    def _where(self, sheet: Recognised, row: Row) -> str:
        """File, sheet and row, as a quarantine workbook has it from where the row was first."""
        if self._plan.mark is not None and (first := _first_place(sheet, row)):
            return first
        name = [shown(sheet.sheet.name)] if sheet.sheet.name else []
        return "｜".join((self._report.file, *name, f"第 {row.number} 行"))

    def _seen(self) -> Iterator[str]:
        for sheet in self._plan.sheets:
            yield from (first for row in sheet.rows if (first := _first_place(sheet, row)))


def key_of(path: Path) -> str:
    """What tells a file's workbook from those of files of the same name elsewhere."""
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8]


def safe_stem(name: str) -> str:
    """A file's name without its ending, as part of another's: no path, no secret number, not too long."""
    stem = re.sub(r"(\.csv)?\.\w{1,5}$", "", name)
    if shown(name) != name or HIDDEN in name:
        return "名册"
    return re.sub(r"[^\w（）·]+", "_", stem).strip("_")[:LONGEST_STEM] or "名册"


def _sheet_name(sheet: Recognised, taken: set[str]) -> str:
    name = shown(sheet.sheet.name)[:31] if sheet.sheet.name else "Sheet1"
    name = "（已隐去）" if name == HIDDEN else name
    return next(n for n in (name, *(f"{name[:27]}({count})" for count in range(2, 1000))) if n not in taken)


def _header(sheet: Recognised, column: Column) -> str:
    """The header as written; where it alone would not say its field again, the table's own."""
    if known_headers(sheet.table).get(squeeze(column.header)) == column.field:
        return column.header
    return next(header.header for header in sheet.table.columns if header.field == column.field)


def _cells(sheet: Recognised, row: Row) -> Iterator[Value]:
    """The cells that are kept, as they were, or what the row above says for them. Never a secret number, or a trait."""
    clean = cleaners(sheet.table)
    for column in sheet.columns:
        value = row.cells[column.index]
        credit = column.field == "uscc"
        hidden = value is None or is_lossy(value) or holds_secret_number(written(value), credit_code=credit)
        if isinstance(value, str) and column.field in clean:
            value = clean[column.field](value)
        yield None if hidden else value


def _groups(sheet: Recognised) -> frozenset[int]:
    """The columns in which a blank would be taken to mean the cell above."""
    fields = {column.field for column in sheet.table.columns if column.fill}
    return frozenset(index for index, column in enumerate(sheet.columns) if column.field in fields)


def _first_place(sheet: Recognised, row: Row) -> str:
    """What the column of the first place says of a row, if there is one."""
    body = sheet.rows[0].number
    for above in (above for above in sheet.sheet.rows if above.number < body):
        if WHERE in above.cells:
            index = above.cells.index(WHERE)
            return shown(str(row.cells[index] or "")) if index < len(row.cells) else ""
    return ""


def _headed(old: BookSheet) -> BookSheet:
    """The sheet without its rows."""
    above, headers = tuple(map(shown, old.above)), tuple(map(shown, old.headers))
    return BookSheet(shown(old.name), above, headers)


def _unsecret(row: BookRow) -> BookRow:
    """A row of a book that this load has not looked at: somebody may have typed anything into it."""
    cells = tuple(None if tells(cell) else cell for cell in row.cells)
    return BookRow(cells, shown(row.reason), shown(row.where))


def _join(sheet: BookSheet, old: BookSheet) -> None:
    """Add the rows of the old sheet under the headers of the new one."""
    for row in old.rows:
        cells = dict(zip(old.headers, row.cells, strict=True))
        sheet.rows.append(BookRow(tuple(cells.get(header) for header in sheet.headers), row.reason, row.where))
