"""Progress of long work: a bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from wushe.cli.console import err

LINE_EVERY = 5.0
"""Seconds between plain lines."""


class Counter:
    """Called with (rows done, rows in all); told by `phase` what is done where no rows are counted."""

    def __init__(self, label: str) -> None:
        self.label = label
        self._last = monotonic()
        self._begun: tuple[float, int] | None = None

    def __call__(self, done: int, total: int) -> None:
        """Say how far the rows are."""
        now = monotonic()
        if self._begun is None or done < self._begun[1]:
            self._begun = now, done
        begun, before = self._begun
        self._line(f"{self.label} {done}/{total}{pace(done - before, total - done, now - begun)}")

    def phase(self, name: str, what: str = "") -> None:
        """Say what is done from now on."""
        self._begun = None
        self._line(f"{name} {what}".strip())

    def _line(self, text: str) -> None:
        now = monotonic()
        if now - self._last >= LINE_EVERY:
            self._last = now
            err.print(escape(text))


class Bar(Counter):
    """The same as a bar."""

    def __init__(self, label: str, bar: Progress) -> None:
        super().__init__(label)
        self._bar = bar
        self._task = bar.add_task(label, total=None, rate="")

    def __call__(self, done: int, total: int) -> None:
        """Move the bar."""
        speed = self._bar.tasks[self._task].speed
        rate = f"每秒 {speed:.0f} 条" if speed else ""
        self._bar.update(self._task, completed=done, total=total, description=self.label, rate=rate)

    def phase(self, name: str, what: str = "") -> None:
        """A bar without an end."""
        self._bar.reset(self._task, total=None, description=escape(f"{name} {what}".strip()), rate="")


def pace(done: int, left: int, seconds: float) -> str:
    """How fast it goes and how long it will take, as far as that can be told."""
    if done <= 0 or seconds <= 0:
        return ""
    return f"（每秒 {done / seconds:.0f} 条，约剩 {left * seconds / done:.0f} 秒）"


@contextmanager
def counting(label: str) -> Iterator[Counter]:
    """Give what is to be called with (done, total)."""
    if not err.is_terminal:
        yield Counter(label)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        yield Bar(label, bar)
