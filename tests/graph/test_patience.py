"""Two writers: one waits for the other, with a limit; what the server asks to run again is run again whole."""

import threading
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import Neo4jError, TransientError

from tests.graph.test_writing import load, record, state, village
from wushe.errors import UnavailableError
from wushe.graph import Fact, Graph, connection, fingerprint, open_graph, patience, prepare, write_load
from wushe.schema import statements
from wushe.settings import Endpoint


class Holder:
    """A writer that keeps the graph's lock until it is let go."""

    def __init__(self, graph: Graph) -> None:
        self._graph, self._held, self._go = graph, threading.Event(), threading.Event()
        self._thread = threading.Thread(target=graph.write, args=(self._work,))

    def _work(self, reader: connection.Reader) -> None:
        reader.run(statements.LOCK)
        self._held.set()
        self._go.wait(60)

    def __enter__(self) -> "Holder":
        self._thread.start()
        assert self._held.wait(30)
        return self

    def let_go(self) -> None:
        """Give the lock back."""
        self._go.set()

    def __exit__(self, *_: object) -> None:
        self._go.set()
        self._thread.join()


def test_the_second_waits_and_says_so(graph: Graph, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told that there is something to wait for, and goes on as soon as the first has ended."""
    monkeypatch.setattr(patience, "QUIET", 0.0)
    said: list[float] = []
    with Holder(graph) as holder:

        def tell(limit: float) -> None:
            said.append(limit)
            holder.let_go()

        with open_graph(endpoint, tell) as second:
            load(second, 1, village(1))
    assert said == [patience.LOCK_WAIT]
    assert state(graph)["name"] == "甲村"


def test_who_is_only_slow_waits_for_nobody(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes its time over the first statement is not said to be busy with another load."""
    monkeypatch.setattr(patience, "QUIET", 0.05)
    said: list[float] = []
    monkeypatch.setattr(graph, "on_wait", said.append)
    slow = "UNWIND range(1, 3000000) AS n RETURN count(n % 7) AS n"
    assert graph.write(lambda reader: reader.run(slow)) == [{"n": 3_000_000}]
    assert said == []


def test_after_the_limit_nothing_is_written(graph: Graph, endpoint: Endpoint) -> None:
    """It gives up by itself, whatever the server's own limit is, and says why."""
    before = fingerprint(graph)
    with Holder(graph), open_graph(endpoint) as second:
        second.lock_wait = 0.1
        with pytest.raises(UnavailableError, match="另一个载入正在写入") as error:
            load(second, 1, village(1))
    assert error.value.exit_code == 4
    assert fingerprint(graph) == before
    assert load(graph, 1, village(1)).added == 3, "the lock is free again"


DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"


def failing(monkeypatch: pytest.MonkeyPatch, code: str, times: int) -> list[str]:
    """Let the driver fail on edges so many times; what it was asked to run."""
    real, asked = neo4j.Transaction.run, list[str]()

    def run(self: neo4j.Transaction, query: Any, *more: Any, **named: Any) -> neo4j.Result:
        asked.append(str(query))
        if "PART_OF" in query and "UNWIND" in query and len([q for q in asked if q == query]) <= times:
            raise hydrated(code)
        return real(self, query, *more, **named)

    monkeypatch.setattr(neo4j.Transaction, "run", run)
    monkeypatch.setattr(patience, "PAUSE", 0.0)
    return asked


def hydrated(code: str) -> Exception:
    """The driver's error of this code."""
    error = Neo4jError._hydrate_neo4j(code=code, message="injected")
    assert isinstance(error, TransientError)
    return error


@pytest.mark.parametrize("times", [1, patience.ATTEMPTS - 1])
def test_a_deadlock_runs_the_whole_unit_again(graph: Graph, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """From the lock on, with what is built anew; the result is as if nothing had happened."""
    asked, built = failing(monkeypatch, DEADLOCK, times), list[int]()

    def build(_: connection.Reader) -> list[Fact]:
        built.append(1)
        return village(1)

    result = write_load(graph, record(1), build)
    assert (result.added, result.attested, len(built)) == (3, 0, times + 1)
    assert asked.count(statements.LOCK) == times + 1
    monkeypatch.undo()
    (locked,) = graph.read(lambda reader: reader.run("MATCH (g:Graph) RETURN g.version AS version"))
    assert locked["version"] == 1, "the half that failed left nothing"


@pytest.mark.parametrize(("code", "asked_for"), [(DEADLOCK, patience.ATTEMPTS), (MEMORY, 1)])
def test_not_for_ever(graph: Graph, monkeypatch: pytest.MonkeyPatch, code: str, asked_for: int) -> None:
    """A few times for a deadlock, not once more for what would fail again; nothing is written."""
    before = fingerprint(graph)
    asked = failing(monkeypatch, code, 99)
    with pytest.raises(UnavailableError):
        load(graph, 1, village(1))
    assert asked.count(statements.LOCK) == asked_for
    monkeypatch.undo()
    assert fingerprint(graph) == before


def test_two_prepare_at_once(graph: Graph, endpoint: Endpoint) -> None:
    """Both find the schema in place afterwards; neither fails."""
    graph.statement("MATCH (g:Graph) DELETE g")
    for name in ("duty_within_matter", "duty_matter_within", "name_county_key"):
        graph.statement(f"DROP INDEX {name} IF EXISTS")
    failed: list[BaseException] = []

    def one() -> None:
        try:
            with open_graph(endpoint) as mine:
                prepare(mine)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    names = graph.read(lambda reader: reader.run("SHOW INDEXES YIELD name, state RETURN name, state"))
    assert {"duty_within_matter", "duty_matter_within", "name_county_key"} <= {row["name"] for row in names}
    assert {row["state"] for row in names} == {"ONLINE"}
