"""The sample that `wushe demo` shows: a whole county, loaded by the ordinary loaders, its first town before the rest."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from rich.markup import escape

from wushe.cli.card import show_answer
from wushe.cli.console import err, out
from wushe.cli.documents import ASK
from wushe.cli.questions import run_document
from wushe.cli.reporting import show_problems
from wushe.cli.session import graph_to_load
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.loaders.load import load_paths
from wushe.queries.scope import scope
from wushe.queries.source_titles import source_titles
from wushe.samples.generator import files
from wushe.settings import Settings

COUNTY, AREA_CODE = "511903", "0827"
QUESTION = "登科寺社区第1网格矛盾纠纷找谁"


class SampleState(Enum):
    """How much of the sample is in a graph."""

    ABSENT = "absent"
    """Nothing of it, or its divisions only."""
    BEGUN = "begun"
    """The first town or more; the rest was interrupted, and loading again completes it."""
    LOADED = "loaded"
    OTHER = "other"
    """Data that is not the sample, or another county, is there."""


def sample_state(graph: Graph) -> SampleState:
    """What is there."""
    titles, counties = graph.read(source_titles), graph.read(scope).counties
    loaded = {title.title for title in titles if not title.division_list}
    if set(counties) - {COUNTY} or loaded - set(files.names()):
        return SampleState.OTHER
    if loaded >= set(files.names()):
        return SampleState.LOADED
    return SampleState.BEGUN if loaded >= set(files.COMMITTED) else SampleState.ABSENT


def load_first_town(graph: Graph, settings: Settings) -> None:
    """The county's skeleton, its district and its first town: enough to answer questions about that town."""
    found = init_county(graph, COUNTY, area_code=AREA_CODE)
    out.print(f"{found.path}：{found.towns} 个镇街，{found.villages} 个村(社区)")
    _load(graph, settings, files.COMMITTED)


def load_rest(graph: Graph, settings: Settings) -> None:
    """Everything after the first town; what is loaded already costs nothing."""
    _load(graph, settings, files.names())


def _load(graph: Graph, settings: Settings, names: tuple[str, ...]) -> None:
    """Write these files beside the data, where people can open them, and load each as it is written."""
    for name in names:
        for report in load_paths(graph, [write_sample_file(settings, name)], settings):
            if report.exit_code or not report.unchanged:
                out.print(escape(report.summary()))
            if report.exit_code:
                show_problems(report)


def write_sample_file(settings: Settings, name: str) -> Path:
    """A file of the sample in the data folder."""
    folder = settings.home / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(files.content(name))
    return path


def show_sample_answer(graph: Graph, settings: Settings) -> None:
    """Ask one question and print its answer."""
    out.print(f"\n[bold]问：[/]{QUESTION}")
    answer = run_document(graph, settings, ASK, {"question": QUESTION})["ask"]
    show_answer(answer["result"])


class Loading:
    """The rest of the sample on its way in, in a process of its own, so that questions are answered meanwhile."""

    def __init__(self, settings: Settings) -> None:
        self._process = multiprocessing.get_context("spawn").Process(target=_in_background, args=(settings,))

    @property
    def waiting(self) -> str | None:
        """Why not everything is there yet; None when it is."""
        if self._process.exitcode is None:
            return "样例还在载入，已经可以提问"
        return None if self._process.exitcode == 0 else "样例没有载入完；停止后再运行一次会接着载入"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Load while this holds; stopped before its end, what was not yet loaded is left for the next time."""
        self._process.start()
        try:
            yield
        finally:
            self._process.terminate()
            self._process.join()


def _in_background(settings: Settings) -> None:
    try:
        with graph_to_load(settings) as (graph, _):
            load_rest(graph, settings)
        err.print("样例全部载入")
    except KeyboardInterrupt:
        sys.exit(130)
