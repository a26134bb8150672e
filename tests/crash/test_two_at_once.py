"""Two `wushe load` at once in one home: the second waits and says so, and nothing of either is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.commands import DONE, Command, doing
from tests.crash.dying import CHECK
from tests.crash.homes import skeleton, until
from tests.crash.rosters import AS_OF, FACTS, grids
from wushe.graph import Graph, Reader
from wushe.settings import Endpoint, Settings

WAITING = "另一个载入正在写入，等待中…（最多 60 秒）"
FEW, MANY = 3, 60


@pytest.fixture
def shared(graph: Graph, endpoint: Endpoint, tmp_path: Path) -> Settings:
    """A home on this run's server, with a county, in which more than twenty rows go in by units of four."""
    skeleton(graph)
    return Settings(
        home=tmp_path / "home",
        neo4j_uri=endpoint.uri,
        neo4j_user=endpoint.user,
        neo4j_password=endpoint.password,
        neo4j_database=endpoint.database,
        county=None,
        today=None,
        unit_rows=4,
    )


def held(settings: Settings, path: Path, step: str) -> tuple[Command, Path]:
    """A load that holds still at a step, and the file that frees it."""
    folder = path.with_suffix("")
    folder.mkdir()
    command = doing(settings, str(folder), step, 0, "load", str(path), *AS_OF)
    until(lambda: (folder / "held").exists() or not command.runs())
    assert command.runs(), command.ended().said
    return command, folder / "go"


def waits(command: Command) -> None:
    """It says that it does, and does not end."""
    until(lambda: WAITING in command.err or not command.runs())
    assert command.runs(), command.ended().said


def whole(graph: Graph, command: Command, path: Path, count: int) -> None:
    """The load ends without a complaint, and every row of it is there."""
    ended = command.ended()
    assert ended.code == DONE, ended.said

    def told(reader: Reader) -> list[dict[str, object]]:
        return reader.run(
            "MATCH (l:Load {title: $title}) "
            "RETURN l.state AS state, l.loaded AS loaded, l.added AS added, "
            "COUNT { MATCH (p:Place {kind: 'grid'}) WHERE any(by IN p.by WHERE by STARTS WITH l.id) } AS grids",
            title=path.name,
        )

    found = graph.read(told)
    assert found == [{"state": "ACTIVE", "loaded": count, "added": count * FACTS, "grids": count}]


@pytest.mark.parametrize(
    "case",
    [(5_000, MANY, FEW), (4, MANY, FEW), (4, FEW, MANY)],
    ids=["each one transaction", "the first by units", "the second by units"],
)
def test_the_second_waits(graph: Graph, shared: Settings, tmp_path: Path, case: tuple[int, int, int]) -> None:
    """It says so, once, and for how long at most; it goes on when the first has ended."""
    unit_rows, first, second = case
    settings = shared.model_copy(update={"unit_rows": unit_rows})
    paths = grids(tmp_path / "甲.csv", 1, first), grids(tmp_path / "乙.csv", 1 + first, second)
    one, go = held(settings, paths[0], "1")
    other = Command(settings, ("load", str(paths[1]), *AS_OF))
    waits(other)
    go.touch()
    whole(graph, one, paths[0], first)
    whole(graph, other, paths[1], second)
    assert (one.err.count(WAITING), other.err.count(WAITING)) == (0, 1)


def test_one_that_began_earlier_waits_too(graph: Graph, shared: Settings, tmp_path: Path) -> None:
    """A file is read and checked when another begins to go in by units: it waits for that one to be whole."""
    few, many = grids(tmp_path / "少.csv", 1, FEW), grids(tmp_path / "多.csv", 1 + FEW, MANY)
    ordinary, go = held(shared, few, CHECK)
    by_units, finish = held(shared, many, "1")
    go.touch()
    waits(ordinary)
    finish.touch()
    whole(graph, by_units, many, MANY)
    whole(graph, ordinary, few, FEW)
