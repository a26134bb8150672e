"""Rows to graph at no less than half the rate of a bare loop with the same rows, side by side in one run."""

from __future__ import annotations

import gzip
import os
import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.bench import rosters
from tests.bench.bare import load_bare
from tests.bench.measuring import Comparison, Cost, Server, serving
from wushe.graph import Graph
from wushe.loaders.divisions import init_county, load_list
from wushe.loaders.divisions.packaged import NATIONAL, national_day
from wushe.loaders.load import LoadOptions, load_file
from wushe.samples.generator import files

pytestmark = pytest.mark.bench

HALF = 0.5
ROUNDS = 3
"""Rounds that count, of cases that take seconds; one before them warms both servers up."""
COUNTY, DAY = "511903", date(2024, 7, 15)
ROSTER = 20_000
LIST = "WUSHE_BENCH_LIST"
"""A list of divisions to take for the packaged national one."""
Setting = Callable[[Graph], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two servers alike: one for our loads, one for the bare loop."""

    ours: Server
    bare: Server

    def clear(self) -> None:
        """Empty both graphs."""
        self.ours.clear()
        self.bare.clear()


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two servers of this module."""
    folder = tmp_path_factory.mktemp("pair")
    with serving(folder / "ours") as ours, serving(folder / "bare") as bare:
        yield Pair(ours, bare)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[object], None]:
    """Print a line of the benchmark's report."""

    def line(what: object) -> None:
        with capsys.disabled():
            print(f"\n{what}", end="")  # noqa: T201 - the benchmark's table

    return line


def slice_of(folder: Path, provinces: Sequence[str]) -> tuple[Path, int]:
    """The rows of some provinces of the national list as a list, and how many they are."""
    path, rows = folder / f"provinces_{national_day()}.csv", 0
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as whole, path.open("w", encoding="utf-8") as part:
        part.write(next(whole))
        for line in whole:
            if line.startswith(tuple(provinces)):
                part.write(line)
                rows += 1
    return path, rows


@pytest.mark.parametrize("provinces", [("31", "64"), ("42",)], ids=["in one transaction", "by units"])
def test_provinces(pair: Pair, tmp_path: Path, tell: Callable[[object], None], provinces: tuple[str, ...]) -> None:
    """A slice of the national list, for quick runs: of two small provinces and of a large one."""
    path, rows = slice_of(tmp_path, provinces)
    found = Comparison(f"provinces {'+'.join(provinces)}", rows)
    for number in range(ROUNDS + 1):
        pair.clear()
        cost = Cost()
        with pair.ours.measuring(cost):
            done = load_list(pair.ours.graph, path, as_of=None, settings=pair.ours.settings)
        found.facts, least = load_bare(pair.ours, pair.bare, done.loads)
        assert done.result.added == found.facts
        if number:
            found.ours.append(cost)
            found.bare.append(least)
    tell(found)
    assert found.ratio >= HALF


def rostered(pair: Pair, base: Setting, loads: Sequence[tuple[str, Path, int]], tell: Callable[[object], None]) -> None:
    """Load files one after the other on top of a base in our graph; the same facts bare on top of the same base."""
    found = [Comparison(case, rows) for case, _, rows in loads]
    for number in range(ROUNDS + 1):
        pair.clear()
        base(pair.ours.graph)
        base(pair.bare.graph)
        for one, (_, path, rows) in zip(found, loads, strict=True):
            cost = Cost()
            with pair.ours.measuring(cost):
                report = load_file(pair.ours.graph, path, pair.ours.settings, LoadOptions(as_of=DAY))
            assert (report.exit_code, report.total("loaded")) == (0, rows)
            one.facts, least = load_bare(pair.ours, pair.bare, [report.load or ""])
            assert report.result.added == one.facts
            if number:
                one.ours.append(cost)
                one.bare.append(least)
    for one in found:
        tell(one)
    assert [one.case for one in found if one.ratio < HALF] == []


def test_long_rosters(pair: Pair, tmp_path: Path, tell: Callable[[object], None]) -> None:
    """Twenty thousand groups of a county in one transaction, then their leaders, each known by town, village and number."""
    init_county(pair.ours.graph, COUNTY)
    there = rosters.villages(pair.ours.graph)
    groups = rosters.groups(tmp_path / "小组.csv", there, ROSTER)
    leaders = rosters.leaders(tmp_path / "小组长.csv", there, ROSTER)
    loads = [("groups", groups, ROSTER), ("group leaders", leaders, ROSTER)]
    rostered(pair, lambda graph: init_county(graph, COUNTY, area_code="0827"), loads, tell)


def test_a_town(pair: Pair, samples: Path, tell: Callable[[object], None]) -> None:
    """The workbook of the sample's first town, and its roster of leaders and neighbours."""
    district, matters, *town = (samples / name for name in files.COMMITTED[:4])
    settings, options = pair.ours.settings, LoadOptions(as_of=DAY)

    def base(graph: Graph) -> None:
        init_county(graph, COUNTY, area_code="0827")
        for path in (district, matters):
            load_file(graph, path, settings, options)

    pair.clear()
    base(pair.ours.graph)
    rows = [load_file(pair.ours.graph, path, settings, options).total("loaded") for path in town]
    rostered(pair, base, list(zip(("town workbook", "town roster"), town, rows, strict=True)), tell)


def test_the_whole_country(pair: Pair, tell: Callable[[object], None]) -> None:
    """665,276 places, or the list that is given: both rates, memory that stays flat, and nothing to write the second time."""
    path = Path(os.environ.get(LIST) or NATIONAL)
    pair.clear()
    memory: list[int] = []
    cost = Cost()
    with pair.ours.measuring(cost):
        done = load_list(
            pair.ours.graph,
            path,
            as_of=None,
            progress=lambda *_: memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss),
            settings=pair.ours.settings,
        )
    facts, least = load_bare(pair.ours, pair.bare, done.loads)
    found = Comparison(path.name, done.rows, facts, [cost], [least])
    tell(f"{found}; {memory[0] // 1024} to {memory[-1] // 1024} MB")
    assert done.result.added == facts
    assert found.ratio >= HALF
    assert memory[-1] < memory[0] * 1.5
    assert load_list(pair.ours.graph, path, as_of=None, settings=pair.ours.settings).result.already
