"""Homes of tests that end servers: each has its own, and can be put back to how it was."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server.conftest import end
from wushe.graph import Graph, fingerprint, open_graph, prepare
from wushe.graph.writing import Progress
from wushe.loaders.divisions.load import init_county
from wushe.schema import statements
from wushe.server import ensure, status, stop
from wushe.settings import Settings

LIMIT = 900.0


def settings_in(folder: Path) -> Settings:
    """Settings of a home with a server of its own, and a key, so that people have the same ids in all of them."""
    return Settings(home=folder / "home", neo4j_uri=None, county=None, today=None, id_key="a key for this test")


def opened(settings: Settings) -> Graph:
    """The graph of a home, its server started anew if need be."""
    graph = open_graph(ensure(settings))
    prepare(graph)
    return graph


def shown(settings: Settings) -> str:
    """The fingerprint of what is in the graph when whoever was writing has ended, or was ended by the server."""
    with opened(settings) as graph:
        graph.write(lambda reader: reader.run(statements.LOCK))
        return fingerprint(graph)


def skeleton(graph: Graph) -> None:
    """The towns and villages of a county."""
    init_county(graph, "511903", area_code="0827")


def end_server(settings: Settings) -> None:
    """Kill the server of a home, if it has one, as a power cut would."""
    end(status(settings).pid)


def killer(settings: Settings, after: int) -> Progress:
    """Kills the server the first time that so many facts have been written."""

    def step(done: int, _total: int) -> None:
        if done >= after:
            end_server(settings)

    return step


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that is sure to happen."""
    deadline = time.monotonic() + LIMIT
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Kept:
    """A stopped home, with a copy from which it is put back, and the fingerprint of what it holds."""

    settings: Settings
    copy: Path
    fingerprint: str

    def restore(self) -> None:
        """Everything as it was, the server stopped."""
        stop(self.settings)
        shutil.rmtree(self.settings.home)
        shutil.copytree(self.copy, self.settings.home)


@contextmanager
def kept(folder: Path, fill: Callable[[Graph, Settings], None]) -> Iterator[Kept]:
    """A home that is filled once; its server does not outlive this."""
    settings = settings_in(folder)
    try:
        with opened(settings) as graph:
            fill(graph, settings)
            before = fingerprint(graph)
        stop(settings)
        shutil.copytree(settings.home, folder / "copy")
        yield Kept(settings, folder / "copy", before)
    finally:
        stop(settings)
