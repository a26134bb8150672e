"""A file far too large for one transaction: whole, in units, the loader's memory flat, the server as it comes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from tests.bench import rosters
from tests.bench.measuring import Server, serving
from wushe.loaders.divisions import init_county
from wushe.loaders.divisions.packaged import atlas

pytestmark = pytest.mark.bench

ROWS = int(os.environ.get("WUSHE_BENCH_ROWS") or 1_000_000)
PREFECTURE = "5119"
GIGABYTE = 1024
FLAT = 1.15
WARMING = 0.1
"""The share of the run that is left out: until then programs and caches are still filling."""
EVERY = 0.5
"""Seconds between looks."""


@dataclass(slots=True)
class Watched:
    """A load by a process of its own: what it printed, how long it took, and megabytes at every look."""

    seconds: float = 0.0
    loader: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    report: dict[str, object] = field(default_factory=dict)

    @property
    def thirds(self) -> tuple[float, float, float]:
        """The loader's peak in each third of the run."""
        warm = self.loader[int(len(self.loader) * WARMING) :]
        size = len(warm) // 3
        return max(warm[:size]), max(warm[size:-size]), max(warm[-size:])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server with the divisions of a prefecture."""
    with serving(tmp_path / "home") as server:
        for county in (code for code in atlas() if code.startswith(PREFECTURE) and len(code) == 6):
            init_county(server.graph, county)
        yield server


def watched(server: Server, arguments: Sequence[str], folder: Path) -> Watched:
    """Run `wushe` and watch it and its server."""
    found, started = Watched(), time.perf_counter()
    command = [sys.executable, "-c", "from wushe.cli import main; main()", *arguments]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("WUSHE_")}
    inside = {name: os.environ[name] for name in ("WUSHE_CACHE",) if name in os.environ}
    environment = outside | inside | {"WUSHE_HOME": str(server.settings.home)}
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err, env=environment, cwd=folder)
        process = psutil.Process(child.pid)
        while child.poll() is None:
            try:
                found.loader.append(process.memory_info().rss / 2**20)
            except psutil.NoSuchProcess:
                break
            found.server.append(server.process.memory_info().rss / 2**20)
            time.sleep(EVERY)
        code = child.wait()
    found.seconds = time.perf_counter() - started
    assert code == 0, (folder / "err").read_text("utf-8")[-2000:]
    (found.report,) = json.loads((folder / "out").read_text("utf-8"))
    return found


def test_a_million_rows(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neighbours' cells of a prefecture: loader under a gigabyte and flat, server with its one gigabyte of heap."""
    assert "-Xmx1g" in server.process.cmdline()
    path = rosters.cells(tmp_path / "好邻居片.csv", rosters.villages(server.graph), ROWS)
    found = watched(server, ["load", str(path), "--as-of", "2024-07-15", "--json"], tmp_path)
    first, middle, last = found.thirds
    with capsys.disabled():
        print(  # noqa: T201 - the benchmark's table
            f"\n{ROWS} cells in {found.seconds:.0f} s, {ROWS / found.seconds:.0f} rows/s; loader peak "
            f"{max(found.loader):.0f} MB (by thirds {first:.0f}, {middle:.0f}, {last:.0f}), "
            f"server peak {max(found.server):.0f} MB"
        )
    count = "MATCH (p:Place {kind: 'cell'}) RETURN count(p) AS cells"
    assert server.graph.read(lambda reader: reader.run(count)) == [{"cells": ROWS}]
    assert max(found.loader) < GIGABYTE
    assert last < first * FLAT
