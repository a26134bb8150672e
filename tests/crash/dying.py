"""The real `wushe`, but for one thing: at a step of its load it ends itself or the server, or holds still.

`python -m tests.crash.dying ACTION STEP SECONDS ARGUMENT…`. ACTION, that many SECONDS after the step: `loader` ends this
process and `server` that of this home, both without a word; `nothing` does nothing; a folder: hold still, with `held` put
there, until there is a `go`. STEP: one of those below, or a number, of the facts (rows, of a load by units) written so far.
Every step is written with its time to the file that `WUSHE_MARKS` names.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j

from tests.crash.homes import end_server, until
from wushe.cli import load
from wushe.cli.main import run
from wushe.loaders.progress import CHECKING, READING
from wushe.settings import load_settings

READ, CHECK, LOCK, COMMIT, COMMITTED = "read", "check", "lock", "commit", "committed"
NAMES = {READING: READ, CHECKING: CHECK}
STRIKE = "strike"


class Steps:
    """The progress of a load, which acts at a step."""

    def __init__(self, action: str, step: str, seconds: float) -> None:
        self._action, self._step, self._seconds = action, step, seconds
        self._acted = False

    def __call__(self, done: int, total: int) -> None:
        """So many are written."""
        self.reach(f"{done} {total}", self._step.isdigit() and done >= int(self._step))

    def phase(self, name: str, _what: str = "") -> None:
        """What comes before anything is written."""
        self.reach(NAMES[name])

    def reach(self, step: str, here: bool = False) -> None:
        """A step is reached; the first time that it is the one, act."""
        mark(step)
        if self._acted or not (here or step == self._step):
            return
        self._acted = True
        if not self._seconds:
            self._act()
            return
        later = threading.Timer(self._seconds, self._act)
        later.daemon = True
        later.start()

    def _act(self) -> None:
        if self._action in {"loader", "server"}:
            mark(STRIKE)
        if self._action == "loader":
            os.kill(os.getpid(), signal.SIGKILL)
        elif self._action == "server":
            end_server(load_settings())
        elif self._action != "nothing":
            folder = Path(self._action)
            (folder / "held").touch()
            until((folder / "go").exists)


def mark(what: str) -> None:
    """Write down that this is reached."""
    with Path(os.environ["WUSHE_MARKS"]).open("a", encoding="utf-8") as file:
        file.write(f"{time.monotonic()} {what}\n")


def watch_transactions(steps: Steps) -> None:
    """Steps too: a transaction that writes begins, by asking for the lock; it is about to be committed; it is."""
    begin, commit = neo4j.Session.begin_transaction, neo4j.Transaction.commit

    def beginning(*arguments: Any, **named: Any) -> neo4j.Transaction:
        steps.reach(LOCK)
        return begin(*arguments, **named)

    def committing(transaction: neo4j.Transaction) -> None:
        steps.reach(COMMIT)
        commit(transaction)
        steps.reach(COMMITTED)

    setattr(neo4j.Session, begin.__name__, beginning)
    setattr(neo4j.Transaction, commit.__name__, committing)


def main(action: str, step: str, seconds: str, *arguments: str) -> int:
    """Run the command."""
    steps = Steps(action, step, float(seconds))

    @contextmanager
    def counting(_label: str) -> Iterator[Steps]:
        yield steps

    watch_transactions(steps)
    setattr(load, counting.__name__, counting)
    return run(list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
