"""A load that is killed, or whose server is, at a moment, again and again."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tests.crash.commands import DONE, Command, doing
from tests.crash.dying import STRIKE
from tests.crash.homes import end_server, shown, until
from wushe.graph import Graph, Reader, open_graph
from wushe.server import ensure, status
from wushe.settings import Settings

NO_ANSWER = 4
"""The exit code of a load whose server is gone."""
TRIES = 12
START, WRITE, SEEN, END = "start", "write", "seen", "end"
Victim = Literal["loader", "server"]
VICTIMS: tuple[Victim, Victim] = ("loader", "server")


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill, and whom: so many seconds after a step.

    That is `START`, one that the load itself tells (see `tests/crash/dying.py`), a number of facts (rows, of a load by
    units) written, or `SEEN`: another reader sees that the load is there.
    """

    victim: Victim
    after: str = START
    seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.after} + {self.seconds:.2f} s"


@dataclass(frozen=True, slots=True)
class Struck:
    """A kill: when it was meant to be, after how many seconds it was, and what the load was at."""

    moment: Moment
    seconds: float
    step: str

    def __str__(self) -> str:
        return f"{self.moment.victim:6}  {self.moment!s:20}  {self.seconds:6.2f} s  {self.step:9}"


@dataclass(frozen=True, slots=True)
class Life:
    """The steps of an undisturbed load, each with the seconds since its start; the last one is its end."""

    steps: Sequence[tuple[float, str]]

    @property
    def duration(self) -> float:
        """Seconds that it takes, the start of its server among them."""
        return self.steps[-1][0]

    @property
    def counted(self) -> int:
        """How many facts (rows, of a load by units) it counts."""
        return max(int(what.split()[1]) for _, what in self.steps if what[0].isdigit())

    def times(self, step: str) -> list[float]:
        """When it comes to a step."""
        return [at for at, what in self.steps if _named(what) == step]

    def lasts(self, step: str) -> float:
        """For how long it is at a step the first time."""
        (begun, *_) = self.times(step)
        return next(at for at, what in self.steps if at > begun and _named(what) != step) - begun

    def __str__(self) -> str:
        first = {_named(what): at for at, what in reversed(self.steps)}
        return ", ".join(f"{step} at {at:.1f} s" for step, at in sorted(first.items(), key=lambda item: item[1]))


def _named(what: str) -> str:
    return WRITE if what[0].isdigit() else what


def _at(command: Command, seconds: float) -> str:
    """What a load was at after so many seconds."""
    steps = [what for at, what in command.steps() if at <= seconds and what != STRIKE]
    return _named(steps[-1]) if steps else START


@dataclass
class Killing:
    """A load that is killed; what is there is put back before it is, unless nothing has changed."""

    settings: Settings
    file: Path
    put_back: Callable[[], object]
    arguments: tuple[str, ...] = ()
    is_fresh: bool = False
    """Whether the graph is as before the load, and nothing of an earlier attempt is left in the home."""

    @property
    def load(self) -> tuple[str, ...]:
        """The command."""
        return ("load", str(self.file), *self.arguments)

    def restore(self) -> None:
        """Everything as before the load, if it is not."""
        if not self.is_fresh:
            self.put_back()
        self.is_fresh = True

    def undisturbed(self) -> tuple[Life, str]:
        """Load once from beginning to end: its steps, and the fingerprint after it."""
        self.restore()
        self.is_fresh = False
        command = doing(self.settings, "nothing", END, 0, *self.load)
        ended = command.ended()
        lasted = time.monotonic() - command.born
        assert ended.code == DONE, ended.said
        return Life([*command.steps(), (lasted, END)]), shown(self.settings)

    def killed(self, moment: Moment) -> Struck:
        """Load, and kill; earlier than at this moment, if the load has ended by then."""
        for _ in range(TRIES):
            if struck := self._strike(moment):
                return struck
            moment = replace(moment, seconds=moment.seconds * 0.8)
        raise AssertionError(moment)

    def _strike(self, moment: Moment) -> Struck | None:
        """None when the load was no longer there to be killed."""
        self.restore()
        self.is_fresh = False
        outside = moment.after in {START, SEEN}
        command = doing(
            self.settings, "nothing" if outside else moment.victim, moment.after, moment.seconds, *self.load
        )
        seconds = self._from_outside(command, moment) if outside else None
        ended = command.ended()
        if moment.victim == "server":
            assert ended.code in {DONE, NO_ANSWER}, ended.said
            assert "Traceback" not in ended.said
        gone = ended.code == -signal.SIGKILL if moment.victim == "loader" else not status(self.settings).running
        if not gone:
            return None
        if seconds is None:
            seconds = next(at for at, what in command.steps() if what == STRIKE)
        return Struck(moment, seconds, _at(command, seconds))

    def _from_outside(self, command: Command, moment: Moment) -> float:
        """Kill at a moment that the load itself does not tell; after how many seconds that was."""
        if moment.after == SEEN:
            self._see(command)
            time.sleep(moment.seconds)
        if command.lasts(0 if moment.after == SEEN else moment.seconds) and moment.victim == "server":
            until(lambda: status(self.settings).running or not command.runs())
        seconds = time.monotonic() - command.born
        if not command.runs():
            return seconds
        if moment.victim == "loader":
            command.kill()
        else:
            end_server(self.settings)
        return seconds

    def _see(self, command: Command) -> None:
        """Wait until the load is in the graph."""
        until(lambda: status(self.settings).ready or not command.runs())
        with open_graph(ensure(self.settings)) as graph:
            until(lambda: self.state(graph)[0] != "" or not command.runs())

    def state(self, graph: Graph) -> tuple[str, int]:
        """What the load says of itself, "" when it is not in force; and how many units of it are in."""

        def work(reader: Reader) -> list[dict[str, object]]:
            return reader.run(
                "MATCH (l:Load {title: $title}) WHERE l.state <> 'UNDONE' "
                "RETURN l.state AS state, coalesce(l.unit, 0) AS unit",
                title=self.file.name,
            )

        rows = graph.read(work)
        return (str(rows[0]["state"]), int(str(rows[0]["unit"]))) if rows else ("", 0)
