"""Servers of their own for a measurement, and what work costs: time on the clock, and processor time on both sides."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil

from tests.conftest import EMPTY
from wushe.graph import Graph, open_graph, prepare
from wushe.schema import statements
from wushe.server import ensure, status, stop
from wushe.settings import Endpoint, Settings


@dataclass(slots=True)
class Cost:
    """Seconds: on the clock, and of processors, here (`client`) and in the server."""

    wall: float = 0.0
    client: float = 0.0
    server: float = 0.0

    @property
    def processors(self) -> float:
        """Processor time on both sides."""
        return self.client + self.server


@dataclass(frozen=True, slots=True)
class Server:
    """An embedded server as `wushe` starts it, and the connection to its graph, which has its constraints and indexes."""

    settings: Settings
    endpoint: Endpoint
    graph: Graph
    process: psutil.Process

    def clear(self) -> None:
        """Leave nothing but the schema."""
        self.graph.statement(EMPTY)
        self.graph.statement(statements.SET_SCHEMA_VERSION)

    @contextmanager
    def measuring(self, cost: Cost) -> Iterator[None]:
        """Add what happens meanwhile to a cost."""
        wall, client, server = time.perf_counter(), time.process_time(), self._processors()
        yield
        cost.wall += time.perf_counter() - wall
        cost.client += time.process_time() - client
        cost.server += self._processors() - server

    def _processors(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)


@contextmanager
def serving(home: Path) -> Iterator[Server]:
    """A server with an empty graph, stopped afterwards."""
    settings = Settings(home=home, neo4j_uri=None, county=None, today=None)
    endpoint = ensure(settings)
    try:
        with open_graph(endpoint) as graph:
            prepare(graph)
            yield Server(settings, endpoint, graph, psutil.Process(status(settings).pid))
    finally:
        stop(settings)


@dataclass(slots=True)
class Comparison:
    """Rounds of one case, ours and bare in turns."""

    case: str
    rows: int
    facts: int = 0
    ours: list[Cost] = field(default_factory=list)
    bare: list[Cost] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Our rate as a share of the bare one, by the clock."""
        return median(cost.wall for cost in self.bare) / median(cost.wall for cost in self.ours)

    def __str__(self) -> str:
        ours, bare = (median(cost.wall for cost in costs) for costs in (self.ours, self.bare))
        busy, least = (median(cost.processors for cost in costs) for costs in (self.ours, self.bare))
        return (
            f"{self.case}: {self.rows} rows, {self.facts} facts, {len(self.ours)} rounds; "
            f"ours {self.rows / ours:.0f} rows/s, bare {self.rows / bare:.0f} rows/s, ratio {self.ratio:.2f} "
            f"(processor time: ours {busy:.1f} s, bare {least:.1f} s, ratio {least / busy:.2f})"
        )
