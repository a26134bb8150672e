"""Many problems of one kind as one line: how many, where the first are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wushe.loaders.report import Problem, Severity

EXAMPLES = 5
"""Rows that a line names."""
LABELS = {
    Severity.REFUSED: "拒绝",
    Severity.QUARANTINED: "隔离",
    Severity.WARNING: "注意",
    Severity.NOTICE: "提示",
}
_MORE = "…"
"""Stands for more columns until these are named."""
_QUOTED = re.compile(r"“[^”]*”|[A-Z]{1,3}\d+|\d+")


@dataclass(slots=True)
class Group:
    """Problems that differ in their rows and in what they quote only."""

    first: Problem
    problems: list[Problem] = field(default_factory=list)

    @property
    def label(self) -> str:
        """How bad it is, in two characters."""
        return LABELS[self.first.severity]

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.first)
        rows = list(dict.fromkeys(problem.row for problem in self.problems if problem.row))
        named = f"，第 {'、'.join(map(str, rows[:EXAMPLES]))} 行{'等' if len(rows) > EXAMPLES else ''}" if rows else ""
        columns = list(dict.fromkeys(problem.column for problem in self.problems if problem.column))
        first = Problem(
            self.first.severity,
            self.first.message,
            self.first.sheet,
            column="”“".join(columns[:EXAMPLES]) + (_MORE if len(columns) > EXAMPLES else ""),
        )
        same = len({problem.message for problem in self.problems}) == 1
        count = f"{len(columns)} 列" if not rows else f"{len(self.problems)} 处"
        said = str(first).replace(f"{_MORE}”列", "”等列")
        return f"{said}（{'' if same else '同类'}共 {count}{named}）"


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """The problems by kind, the worst first, else in their order."""
    groups: dict[tuple[object, ...], Group] = {}
    for problem in problems:
        kind = _QUOTED.sub("…", problem.message.split("。")[0])
        column = problem.column if problem.row else None
        key = (problem.severity, problem.sheet, column, bool(problem.row), kind)
        groups.setdefault(key, Group(problem)).problems.append(problem)
    return sorted(groups.values(), key=lambda group: list(LABELS).index(group.first.severity))
