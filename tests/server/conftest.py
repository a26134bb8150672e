"""Real servers, each with a home of its own under `tmp_path` and all with the user's jar cache; few, for each start takes seconds.

What only one test needs is written in that test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase

from wushe.server import ensure, process, record, stop
from wushe.server.places import Home
from wushe.settings import Settings

ENSURE = "from wushe.server import ensure; from wushe.settings import load_settings; ensure(load_settings())"


def settings_of(home: Path) -> Settings:
    """Settings for the embedded server of this home, whatever the environment says."""
    return Settings(home=home, neo4j_uri=None, maven_url=None)


def query(settings: Settings, statement: str) -> list[object]:
    """The first column of what the home's server answers."""
    where = ensure(settings)
    with GraphDatabase.driver(where.uri, auth=(where.user, where.password)) as driver:
        return [row[0] for row in driver.execute_query(statement, database_=where.database).records]


def pid_of(settings: Settings) -> int | None:
    """The process that serves this home."""
    found = record.find(Home.of(settings))
    return found.pid if found else None


def starter(settings: Settings) -> subprocess.Popen[bytes]:
    """Another command that begins to start the home's server."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("WUSHE_") or key == "WUSHE_CACHE"}
    env["WUSHE_HOME"] = str(settings.home)
    return subprocess.Popen([sys.executable, "-c", ENSURE], env=env, stderr=subprocess.DEVNULL)


def end(pid: int | None) -> None:
    """Kill this one process as a power cut would."""
    if pid is not None:
        victim = psutil.Process(pid)
        victim.kill()
        while process.is_alive(victim):
            time.sleep(0.02)


@pytest.fixture
def new_home(tmp_path: Path) -> Iterator[Callable[[str], Settings]]:
    """Make settings for homes that do not exist yet; their servers are stopped in the end."""
    made: list[Settings] = []

    def make(name: str) -> Settings:
        made.append(settings_of(tmp_path / name))
        return made[-1]

    yield make
    for settings in made:
        stop(settings)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A running server that tests share; its path has Chinese characters and a space."""
    settings = settings_of(tmp_path_factory.mktemp("served") / "五社 数据")
    ensure(settings)
    yield settings
    stop(settings)
