"""One process at a time loads by units in a home: the operating system's lock tells whether it still lives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from filelock import FileLock, Timeout

from wushe.errors import UnavailableError
from wushe.graph import Graph, patience
from wushe.graph.writing import HalfDoneError
from wushe.loaders.large.journal import FOLDER, journals
from wushe.server.guard import make_folder
from wushe.settings import Settings

LOCK = ".lock"
T = TypeVar("T")


@contextmanager
def owning(settings: Settings, graph: Graph) -> Iterator[None]:
    """Be the one that loads by units; wait for another as for the graph's lock, with a word and a limit.

    Raises:
        UnavailableError: another is still at it; the message names its file.
    """
    folder = settings.home / FOLDER
    make_folder(folder)
    lock, limit = FileLock(folder / LOCK), graph.lock_wait
    try:
        _acquire(lock, graph, limit)
    except Timeout:
        raise UnavailableError(
            f"{_named(settings)}正在分批载入，等了 {limit:.0f} 秒还没有完成",
            hint="请等它完成后重试；本次没有写入任何内容",
        ) from None
    try:
        yield
    finally:
        lock.release()


def in_turn(settings: Settings, graph: Graph, work: Callable[[], T]) -> T:
    """Run a whole load; where another, by units, has begun meanwhile, wait for that one and run it anew.

    Raises:
        HalfDoneError: the other is half done, and no living process of this home is at it.
        UnavailableError: it takes too long.
    """
    try:
        return work()
    except HalfDoneError:
        with owning(settings, graph):
            pass
    return work()


def is_owned(settings: Settings) -> bool:
    """Whether a living process is loading by units."""
    folder = settings.home / FOLDER
    if not (folder / LOCK).exists():
        return False
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _acquire(lock: FileLock, graph: Graph, limit: float) -> None:
    try:
        lock.acquire(timeout=min(patience.QUIET, limit))
    except Timeout:
        graph.on_wait(limit)
        lock.acquire(timeout=max(0.0, limit - patience.QUIET))


def _named(settings: Settings) -> str:
    return "、".join(journal.title for journal in journals(settings)) or "另一个大文件"
