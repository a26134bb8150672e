"""The problems of a very long file: so many are kept one by one, of the others only how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wushe.loaders.report import Problem, Severity

MOST = 10_000


class Told(list[Problem]):
    """A list of problems that grows no further than `MOST`."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        super().__init__()
        self.more = 0
        for problem in problems:
            self.append(problem)

    def append(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        if len(self) < MOST:
            super().append(problem)
        else:
            self.more += 1

    def whole(self) -> list[Problem]:
        """The problems kept, and a word on the others."""
        rest = Problem(Severity.WARNING, f"另有 {self.more} 处问题没有逐条列出")
        return [*self, *([rest] if self.more else [])]


def problem_of(said: dict[str, Any]) -> Problem:
    """A problem as it was written down."""
    return Problem(**said | {"severity": Severity(said["severity"])})
