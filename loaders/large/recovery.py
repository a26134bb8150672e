"""What an earlier run has left half done is rolled forward before anything else is loaded."""

from __future__ import annotations

from collections.abc import Callable

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph
from wushe.graph.writing import Progress
from wushe.loaders.divisions.listing import report_of, roll_list
from wushe.loaders.large.journal import Journal, graph_named, journals, sweep
from wushe.loaders.large.owner import is_owned, owning
from wushe.loaders.large.rolling import Rolling
from wushe.loaders.report import LoadReport, Problem, Severity
from wushe.queries.readiness import readiness
from wushe.schema import statements
from wushe.settings import Settings


def recover(
    graph: Graph, settings: Settings, tell: Callable[[str], None], progress: Progress | None = None
) -> list[LoadReport]:
    """Roll every journal of this graph forward that nobody is at; `tell` is told of each by the name of its file.

    Raises:
        UnavailableError: a living process is still at one.
    """
    with owning(settings, graph):
        sweep(settings)
        reports = []
        for journal in journals(settings):
            if journal.head["graph"] != graph_named(settings):
                continue
            if _is_over(graph, settings, journal):
                journal.remove()
                continue
            tell(journal.title)
            reports.append(_completed(graph, settings, journal, progress))
        return reports


def _completed(graph: Graph, settings: Settings, journal: Journal, progress: Progress | None) -> LoadReport:
    """What becomes of a journal; one that is refused does not keep the next command from what it is for."""
    try:
        return _rolled(graph, settings, journal, progress)
    except (RefusedError, BadInputError) as error:
        problem = Problem(Severity.REFUSED, str(error))
        return LoadReport(journal.title, error=str(error), error_code=error.exit_code, problems=[problem])


def _is_over(graph: Graph, settings: Settings, journal: Journal) -> bool:
    """Whether nothing is left to do: all is in the graph, and what became of its rows was told."""
    if any(_state(graph, load) in {None, "APPLYING"} for load in journal.loads):
        return False
    return journal.head["kind"] == "list" or not Rolling(graph, settings, journal).is_untold()


def _state(graph: Graph, load: str) -> str | None:
    rows = graph.read(lambda reader: reader.run(statements.nodes_by_id("Load"), ids=[load]))
    return rows[0]["properties"]["state"] if rows else None


def _rolled(graph: Graph, settings: Settings, journal: Journal, progress: Progress | None) -> LoadReport:
    if journal.head["kind"] == "list":
        return report_of(roll_list(graph, journal, progress))
    return Rolling(graph, settings, journal).run(progress)


def half_done(graph: Graph, settings: Settings) -> str | None:
    """A line for readers when a load is not complete, None when all are."""
    applying = graph.read(readiness).applying
    if applying is None:
        return None
    how = "正在分批载入" if is_owned(settings) else "没有载入完，运行 wushe load --resume 接着载完"
    return f"{applying}{how}；现在的回答可能不全"
