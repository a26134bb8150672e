"""The sample that `wushe demo` shows: one street of Enyang, loaded by the ordinary loaders."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path

import wushe
from wushe.cli.card import show_answer
from wushe.cli.console import out
from wushe.cli.documents import ASK
from wushe.cli.load import show_report
from wushe.cli.questions import run_document
from wushe.errors import WusheError
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.loaders.load import LoadOptions, load_paths
from wushe.queries.scope import scope
from wushe.queries.source_titles import source_titles
from wushe.settings import Settings

COUNTY, AREA_CODE, AS_OF = "511903", "0827", date(2024, 7, 15)
QUESTION = "登科寺社区第1网格矛盾纠纷找谁"


def sample_files() -> list[Path]:
    """The sample workbooks: beside the package when installed, in `samples/` in a checkout.

    Raises:
        WusheError: they are in neither place.
    """
    package = Path(wushe.__file__).parent
    for folder in (package / "samples" / "enyang", package.parents[1] / "samples" / "enyang"):
        files = sorted(path for path in folder.glob("*") if path.suffix in {".xlsx", ".csv"})
        if files:
            return files
    raise WusheError("没有找到样例文件", hint="请在源码目录里运行 make demo")


class SampleState(Enum):
    """How much of the sample is in a graph."""

    ABSENT = "absent"
    LOADED = "loaded"
    OTHER = "other"
    """Data that is not the sample, or another county, is there."""


def sample_state(graph: Graph) -> SampleState:
    """What is there; a sample that was interrupted counts as absent, since loading it again completes it."""
    files = {path.name for path in sample_files()}
    titles, counties = graph.read(source_titles), graph.read(scope).counties
    if set(counties) - {COUNTY} or any(not title.division_list and title.title not in files for title in titles):
        return SampleState.OTHER
    return SampleState.LOADED if files <= {title.title for title in titles} else SampleState.ABSENT


def load_sample(graph: Graph, settings: Settings) -> None:
    """Load the sample by the ordinary loaders."""
    found = init_county(graph, COUNTY, area_code=AREA_CODE)
    out.print(f"{found.path}：{found.towns} 个镇街，{found.villages} 个村(社区)")
    for report in load_paths(graph, sample_files(), settings, LoadOptions(as_of=AS_OF)):
        show_report(report)


def show_sample_answer(graph: Graph, settings: Settings) -> None:
    """Ask one question and print its answer."""
    out.print(f"\n[bold]问：[/]{QUESTION}")
    answer = run_document(graph, settings, ASK, {"question": QUESTION})["ask"]
    show_answer(answer["result"])
