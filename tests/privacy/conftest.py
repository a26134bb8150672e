"""A home of its own with a server of its own, the real command line, and everything that it says or leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.loaders.conftest import book, county, find, home, load
from tests.privacy.searching import Place, files_under
from tests.privacy.watching import Watcher
from wushe.server import stop
from wushe.settings import Settings

__all__ = ["book", "county", "find", "home", "load"]
COMMAND = Path(sys.executable).parent / "wushe"
LIMIT = 180.0


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    code: int
    out: str
    err: str


@dataclass
class Desk:
    """An empty working folder, a home and a folder for temporary files; `said` is all that commands have printed."""

    folder: Path
    said: list[Place] = field(default_factory=list)
    watched: dict[Place, str] = field(default_factory=dict)
    """What was on disk for a moment at least, and during which command first."""

    @property
    def home(self) -> Path:
        """`WUSHE_HOME`."""
        return self.folder / "home"

    @property
    def settings(self) -> Settings:
        """The settings of the commands."""
        return Settings(home=self.home, neo4j_uri=None, county=None, today=None, id_key=None)

    def environment(self, **more: str) -> dict[str, str]:
        """What commands run under: nothing of ours but this desk."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("WUSHE_") or key == "WUSHE_CACHE"}
        own = {"WUSHE_HOME": str(self.home), "WUSHE_TODAY": "2024-07-15", "TMPDIR": str(self.folder / "tmp")}
        return kept | own | more

    def run(self, *arguments: str | Path, program: Sequence[str | Path] = (COMMAND,), **more: str) -> Ran:
        """Run a command, and keep what it prints and what it has on disk for a moment."""
        watcher = Watcher((self.home, self.folder / "work", self.folder / "tmp"), (self.home / "neo4j",))
        command = [*map(str, program), *map(str, arguments)]
        with watcher.watching():
            done = subprocess.run(
                command,
                cwd=self.folder / "work",
                env=self.environment(**more),
                capture_output=True,
                timeout=LIMIT,
                check=False,
            )
        label = " ".join(command[1:])
        self.said += [(f"standard output of {label}", done.stdout), (f"standard error of {label}", done.stderr)]
        for place in watcher.places():
            self.watched.setdefault(place, label)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def killed(self, *arguments: str | Path, once: str, **more: str) -> None:
        """Run a command, and kill it as soon as the home has a file of this pattern."""
        environment = self.environment(**more)
        child = subprocess.Popen(
            [str(COMMAND), *map(str, arguments)],
            cwd=self.folder / "work",
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + LIMIT
        try:
            while not any(self.home.glob(once)):
                assert child.poll() is None, "it ended before it could be killed"
                assert time.monotonic() < deadline
                time.sleep(0.01)
        finally:
            child.kill()
            child.wait()

    def left(self) -> Iterator[Place]:
        """Everything on disk: the home with its store and logs, the working folder, temporary files."""
        for name in ("home", "work", "tmp"):
            yield from ((f"{name}/{one}", content) for one, content in files_under(self.folder / name))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with the towns and villages of one county in its graph."""
    desk = Desk(tmp_path_factory.mktemp("privacy"))
    for name in ("work", "tmp", "files"):
        (desk.folder / name).mkdir()
    try:
        begun = desk.run("init", "511903", "--area-code", "0827")
        assert begun.code == 0, begun.err
        yield desk
    finally:
        stop(desk.settings)
