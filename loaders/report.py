"""What became of a file: every sheet, column and row that did not come in whole, where it is and what to do."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from wushe.graph import LoadResult
from wushe.loaders.preview import Told


class Severity(StrEnum):
    """How much of the file a problem concerns; notices alone leave the exit code 0."""

    REFUSED = "refused"
    QUARANTINED = "quarantined"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to know. `cell` is its address in the spreadsheet, such as C5."""

    severity: Severity
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    cell: str | None = None
    unread: bool = False
    """Whether something of the file was not read, or does not add up, so that it cannot be taken for a whole list."""
    code: str | None = None
    """What a program can tell it by, where it has a name."""

    def __str__(self) -> str:
        place = [f"工作表“{self.sheet}”"] if self.sheet else []
        place += [f"第 {self.row} 行"] if self.row else []
        place += [f"“{self.column}”列"] if self.column else []
        return "".join(place) + ("：" if place else "") + self.message

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "cell": self.cell,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that was not loaded, and why; `refused` when it can never be."""

    row: int
    reason: str
    refused: bool = False


@dataclass(slots=True)
class SheetReport:
    """What was read of one sheet; `table` is None for one that was passed over."""

    name: str | None
    table: str | None = None
    read: int = 0
    loaded: int = 0
    quarantined: int = 0
    refused: int = 0
    kept: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    refused_columns: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    """Columns of which only sums are kept."""
    held: list[HeldRow] = field(default_factory=list)
    """Not for printing: the rows that were not loaded."""

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "sheet": self.name,
            "table": self.table,
            "rows": {
                "read": self.read,
                "loaded": self.loaded,
                "quarantined": self.quarantined,
                "refused": self.refused,
            },
            "columns": {
                "kept": self.kept,
                "counted": self.counted,
                "dropped": self.dropped,
                "refused": self.refused_columns,
            },
        }


@dataclass(slots=True)
class LoadReport:
    """What became of one file."""

    file: str
    as_of: date | None = None
    as_of_from: str = ""
    encoding: str | None = None
    load: str | None = None
    sheets: list[SheetReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    result: LoadResult = field(default_factory=LoadResult)
    error: str | None = None
    """Why the whole file was refused; then nothing of it was loaded."""
    error_code: int = 0
    quarantine: str | None = None
    """The workbook in which the quarantined rows wait to be corrected."""
    preview: list[Told] | None = None
    """Of a trial only: what loading would write. Then nothing was written."""

    @property
    def unchanged(self) -> bool:
        """Whether this very load was in the graph already, so that nothing was written."""
        return self.result.already

    @property
    def partial(self) -> bool:
        """Whether anything of the file was left out."""
        return any(problem.severity is not Severity.NOTICE for problem in self.problems)

    @property
    def exit_code(self) -> int:
        """0 done, 1 some rows or columns were left out, 3 (2, 4) the file as a whole."""
        return self.error_code or int(self.partial and not self.unchanged)

    def total(self, count: str) -> int:
        """A count of rows (`read`, `loaded`, `quarantined`, `refused`) over all sheets."""
        return sum(getattr(sheet, count) for sheet in self.sheets)

    def summary(self) -> str:
        """One line for people."""
        if self.error_code:
            return f"{self.file}：没有载入。{self.error}"
        if self.unchanged:
            return f"{self.file}：已经载入过，没有改动"
        counts = f"读到 {self.total('read')} 行，载入 {self.total('loaded')} 行"
        counts += f"，隔离 {held} 行" if (held := self.total("quarantined")) else ""
        counts += f"，拒绝 {refused} 行" if (refused := self.total("refused")) else ""
        written = "试算，没有写入：将" if self.preview is not None else ""
        written += f"新增 {self.result.added}、改变 {self.result.changed}、终止 {self.result.ended} 条事实"
        day = f"以 {self.as_of} 为准（{self.as_of_from}）" if self.as_of else ""
        return "；".join(filter(None, (f"{self.file}：{counts}", written, day)))

    def next_step(self) -> str:
        """What to do now, in one line; the reason why a file was refused says it itself."""
        refused = any(problem.severity is Severity.REFUSED for problem in self.problems)
        if self.error_code:
            return ""
        if self.preview is not None:
            return "这是试算，没有写入；核对后去掉 --dry-run 再运行，才会载入"
        if self.quarantine:
            path = _near(self.quarantine)
            first = "“拒绝”的内容不在隔离簿里，请另在原文件里改正或删去；隔离的" if refused else ""
            return f"{first}请打开 {path}，照“隔离原因”一列改正并保存，再运行：wushe load {shlex.quote(path)}"
        if self.unchanged or not self.partial:
            return "可用 wushe check 核对"
        rest = "；其余已经载入" if self.total("loaded") else ""
        if refused:
            return f"请在原文件里改正或删去上面“拒绝”的内容，再载入一次{rest}"
        return f"请核对上面标“注意”的内容，在原文件里改正后再载入一次{rest}"

    def to_json(self) -> dict[str, Any]:
        """As plain data, for `--json`."""
        return {
            "file": self.file,
            "load": self.load,
            "asOf": self.as_of.isoformat() if self.as_of else None,
            "asOfFrom": self.as_of_from or None,
            "encoding": self.encoding,
            "rows": {count: self.total(count) for count in ("read", "loaded", "quarantined", "refused")},
            "sheets": [sheet.to_json() for sheet in self.sheets],
            "problems": [problem.to_json() for problem in self.problems],
            "added": self.result.added,
            "changed": self.result.changed,
            "ended": self.result.ended,
            "unchanged": self.unchanged,
            "quarantine": self.quarantine,
            "nextStep": self.next_step() or None,
            "changes": None if self.preview is None else [one.to_json() for one in self.preview],
            "error": self.error,
            "exitCode": self.exit_code,
        }


def _near(path: str) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
