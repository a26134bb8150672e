"""Progress of long work: a bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from wushe.cli.console import err

LINE_EVERY = 5.0
"""Seconds between plain lines."""


@contextmanager
def counting(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be called with (done, total)."""
    if not err.is_terminal:
        yield _plain(label)
        return
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _plain(label: str) -> Callable[[int, int], None]:
    last = time.monotonic()

    def step(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= LINE_EVERY:
            last = time.monotonic()
            err.print(f"{label} {done}/{total}")

    return step
