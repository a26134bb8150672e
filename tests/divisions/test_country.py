"""The whole country, a study: how long it takes, and that memory stays flat."""

from __future__ import annotations

import resource
import time

import pytest

from wushe.graph import Graph
from wushe.loaders.divisions import init_country


@pytest.mark.bench
def test_the_whole_country(graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    """665,276 places; run again it writes nothing."""
    memory: list[int] = []
    started = time.monotonic()
    done = init_country(graph, progress=lambda *_: memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    taken = time.monotonic() - started
    with capsys.disabled():
        print(f"{done.rows} rows in {taken:.0f} s, {memory[0] // 1024} to {memory[-1] // 1024} MB")  # noqa: T201
    count = "MATCH (p:Place) RETURN count(p) AS places"
    assert graph.read(lambda reader: reader.run(count)) == [{"places": 665276}]
    assert memory[-1] < memory[0] * 1.5
    assert init_country(graph).result.already
