"""Waiting for the other writer's lock with a limit, and running again what the server asked to run again."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from neo4j.exceptions import DriverError, Neo4jError, SessionExpired

from wushe.errors import UnavailableError

LOCK_WAIT = 60.0
"""Seconds after which a write gives up waiting for another."""
QUIET = 1.0
"""Seconds of waiting of which nothing is said."""
ATTEMPTS = 4
PAUSE = 0.2
"""Seconds before the second attempt; twice as many before each further one, and a little by chance."""
T = TypeVar("T")


def nobody(_limit: float) -> None:
    """Tell nobody that there is something to wait for."""


def waited_too_long(limit: float) -> UnavailableError:
    """Somebody else writes, and did not come to an end."""
    return UnavailableError(
        f"另一个载入正在写入，等了 {limit:.0f} 秒还没有完成", hint="请等它完成后重试；本次没有写入任何内容"
    )


class Patience:
    """While a statement waits for a lock: say so, give up (`stop`) after `limit` seconds.

    `tell` is called every second until it answers that it does wait, and that this was said.
    """

    def __init__(self, limit: float, tell: Callable[[], bool], stop: Callable[[], None]) -> None:
        self.over = False
        self._limit, self._tell, self._stop = limit, tell, stop
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Patience:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()
        if self.over and isinstance(error, Neo4jError | DriverError):
            raise waited_too_long(self._limit) from error

    def _watch(self) -> None:
        end, told = time.monotonic() + self._limit, False
        while (left := end - time.monotonic()) > 0:
            if self._done.wait(left if told else min(QUIET, left)):
                return
            told = told or self._tell()
        self.over = True
        self._stop()


def is_passing(error: Exception) -> bool:
    """Whether the same transaction may well succeed now: a deadlock, a change of leader; not a full memory or a held lock."""
    if isinstance(error, SessionExpired):
        return True
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    lasting = any(word in code for word in ("Memory", "LockAcquisition", "LockClientStopped"))
    return isinstance(error, Neo4jError) and error.is_retryable() and not lasting


def patiently(work: Callable[[], T]) -> T:
    """Run `work`, a whole transaction, and run it anew, whole, when the server asks for that; a few times at most."""
    pause = PAUSE
    for _ in range(ATTEMPTS - 1):
        try:
            return work()
        except (Neo4jError, DriverError) as error:
            if not is_passing(error):
                raise
        time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - so that two that collided do not again
        pause *= 2
    return work()
