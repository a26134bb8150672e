"""The whole sample county, loaded once for the run; and the same with one town altered, in a home of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from wushe.cli.sample import AREA_CODE, COUNTY
from wushe.graph import Graph, open_graph, prepare
from wushe.loaders.divisions.load import init_county
from wushe.loaders.load import load_paths
from wushe.loaders.report import LoadReport
from wushe.samples.generator import files
from wushe.server import ensure, stop
from wushe.settings import Settings

LAST_TOWN = "27-雪山镇.xlsx"


@dataclass(frozen=True)
class County:
    """The county in a graph: only for tests that read. `reports` say what became of every file."""

    graph: Graph
    settings: Settings
    reports: dict[str, LoadReport]
    without_last_town: Path
    """A stopped home with everything that comes before the last town."""


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """Every file of the sample, in order, through the ordinary loaders into an empty graph."""
    folder = tmp_path_factory.mktemp("county")
    settings = Settings(home=folder / "home", neo4j_uri=None, county=None, today=None)
    copy = folder / "copy"
    names = files.names()
    cut = names.index(LAST_TOWN)
    with opened(settings) as graph:
        init_county(graph, COUNTY, area_code=AREA_CODE)
        reports = load(graph, settings, names[:cut])
    shutil.copytree(settings.home, copy)
    with opened(settings) as graph:
        reports |= load(graph, settings, names[cut:])
        yield County(graph, settings, reports, copy)


@contextmanager
def opened(settings: Settings) -> Iterator[Graph]:
    """The graph of a home whose server runs as long as this holds."""
    try:
        with open_graph(ensure(settings)) as graph:
            prepare(graph)
            yield graph
    finally:
        stop(settings)


def load(
    graph: Graph, settings: Settings, names: tuple[str, ...], change: Callable[[str, bytes], bytes] | None = None
) -> dict[str, LoadReport]:
    """Load these files, each as `change` gives it."""
    folder = settings.home / "sample"
    folder.mkdir(exist_ok=True)
    reports = {}
    for name in names:
        path = folder / name
        content = files.content(name)
        path.write_bytes(change(name, content) if change else content)
        [reports[name]] = load_paths(graph, [path], settings)
    return reports
