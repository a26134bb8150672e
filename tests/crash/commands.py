"""Commands of `wushe` in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.crash.homes import LIMIT
from wushe.settings import Settings

ROOT = Path(__file__).parents[2]
WUSHE = ("-c", "from wushe.cli import main; main()")
DONE = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (that of a killed one is negative) and what it has printed."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it has printed."""
        return self.out + self.err


class Command:
    """A command that runs in a home; what it prints goes to files beside it, which can be read meanwhile."""

    def __init__(self, settings: Settings, arguments: Sequence[str], program: Sequence[str] = WUSHE) -> None:
        folder = settings.home.parent
        folder.mkdir(exist_ok=True)
        self.born = time.monotonic()
        self._marks = folder / f"marks-{self.born}"
        self._out, self._err = (folder / f"{name}-{self.born}" for name in ("out", "err"))
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, *program, *arguments],
                env=_environment(settings, self._marks),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )

    def steps(self) -> list[tuple[float, str]]:
        """The steps that it has marked, with the seconds since its start."""
        lines = self._marks.read_text("utf-8").splitlines() if self._marks.exists() else []
        return [(float(at) - self.born, what) for at, what in (line.split(" ", 1) for line in lines)]

    @property
    def err(self) -> str:
        """What it has printed to standard error so far."""
        return self._err.read_text("utf-8", "replace")

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def ended(self) -> Ended:
        """Wait for its end."""
        try:
            code = self.process.wait(LIMIT)
        finally:
            self.kill()
        return Ended(code, self._out.read_text("utf-8", "replace"), self.err)

    def lasts(self, seconds: float) -> bool:
        """Let it be until it is so many seconds old; whether it still runs then."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, self.born + seconds - time.monotonic()))
        return self.runs()

    def kill(self) -> None:
        """End it without a word, if it has not ended."""
        self.process.kill()
        self.process.wait()


def _environment(settings: Settings, marks: Path) -> dict[str, str]:
    """Of the variables of this project, those that the settings name, and no others."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("WUSHE_") or key == "WUSHE_CACHE"}
    mine = {
        "WUSHE_HOME": str(settings.home),
        "WUSHE_UNIT_ROWS": str(settings.unit_rows),
        "WUSHE_MARKS": str(marks),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        "PYTHONIOENCODING": "utf-8",
    }
    if settings.id_key:
        mine["WUSHE_ID_KEY"] = settings.id_key.get_secret_value()
    if external := settings.external:
        mine |= {"WUSHE_NEO4J_URI": external.uri, "WUSHE_NEO4J_USER": external.user}
        mine |= {"WUSHE_NEO4J_PASSWORD": external.password, "WUSHE_NEO4J_DATABASE": external.database}
    return kept | mine


def ran(settings: Settings, *arguments: str) -> Ended:
    """Run a command of `wushe` to its end."""
    return Command(settings, arguments).ended()


def doing(settings: Settings, action: str, step: str, seconds: float, *arguments: str) -> Command:
    """Begin a command that does something at a step; see `tests/crash/dying.py`."""
    return Command(settings, (action, step, str(seconds), *arguments), ("-m", "tests.crash.dying"))
