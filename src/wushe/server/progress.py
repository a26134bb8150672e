"""What the user sees on standard error while waiting: a bar or spinner on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

MEGABYTE = 1_000_000


def _console() -> Console:
    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def say(text: str) -> None:
    """One line on standard error."""
    _console().print(text)


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Show that something without a measure is under way."""
    console = _console()
    if not console.is_terminal:
        console.print(f"{text}…")
        yield
        return
    with console.status(f"{text}…"):
        yield


@contextmanager
def downloading(text: str, total: int) -> Iterator[Callable[[int], None]]:
    """One bar for `total` bytes; call what is yielded with the bytes that are here so far."""
    console = _console()
    if not console.is_terminal:
        yield _plain(console, text, total)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(text, total=total)
        yield lambda done: bar.update(task, completed=done)


def _plain(console: Console, text: str, total: int) -> Callable[[int], None]:
    """A line at the beginning and one for every tenth."""
    shown = -1

    def show(done: int) -> None:
        nonlocal shown
        tenth = min(10, done * 10 // max(total, 1))
        if tenth > shown:
            shown = tenth
            console.print(f"{text} {done / MEGABYTE:.0f}/{total / MEGABYTE:.0f} MB")

    show(0)
    return show
