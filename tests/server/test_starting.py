"""First starts that meet each other or are cut short."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.server.conftest import end, pid_of, query, settings_of, starter
from wushe.errors import UnavailableError
from wushe.server import birth, ensure, launch, process, reason, record, secret, stop
from wushe.server.archive import Archive
from wushe.server.places import Cache, Home
from wushe.settings import Settings

NewHome = Callable[[str], Settings]


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that is sure to happen."""
    deadline = time.monotonic() + 300
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_two_commands_share_one_server(new_home: NewHome) -> None:
    """Two first starts at once, and a third that finds the server, end with one process."""
    settings = new_home("shared")
    commands = [starter(settings), starter(settings)]
    assert [command.wait(300) for command in commands] == [0, 0]
    pid = pid_of(settings)
    assert query(settings, "RETURN 1") == [1]
    assert pid_of(settings) == pid
    assert len(list(record._scan(Home.of(settings)))) == 1


def test_starter_killed(new_home: NewHome) -> None:
    """The server goes on without its starter; the next command waits for that one instead of starting another."""
    settings = new_home("orphaned")
    command = starter(settings)
    until(lambda: pid_of(settings) is not None)
    pid = pid_of(settings)
    command.kill()
    command.wait(300)
    assert query(settings, "RETURN 1") == [1]
    assert pid_of(settings) == pid


def test_record_lost_and_hung(new_home: NewHome) -> None:
    """A server that nobody wrote down is found by its command line and kept; one that heeds no request is ended."""
    settings = new_home("unrecorded")
    before = ensure(settings)
    pid = pid_of(settings)
    record.forget(Home.of(settings))
    assert ensure(settings) == before
    assert pid_of(settings) == pid
    record.forget(Home.of(settings))
    found = record.find(Home.of(settings))
    assert found is not None
    found.process().suspend()
    process.terminate(found, limit=0.5)
    assert record.find(Home.of(settings)) is None


def test_record_of_another_process_is_not_believed(new_home: NewHome) -> None:
    """A pid that went to somebody else, and a record that is no record, mean that nothing runs."""
    home = Home.of(new_home("stale"))
    me = psutil.Process()
    record.write(home, record.Record(me.pid, me.create_time(), 1, ready=True))
    assert record.find(home) is None
    home.record.write_text(json.dumps({"pid": 1}))
    assert record.find(home) is None
    assert not stop(settings_of(home.root))
    assert me.is_running()


def test_half_made_home(new_home: NewHome) -> None:
    """A first start cut short together with its server leaves a home that starts."""
    settings = new_home("half")
    home = Home.of(settings)
    command = starter(settings)
    until(lambda: (home.data / "databases" / "neo4j").exists() and pid_of(settings) is not None)
    command.kill()
    command.wait(300)
    end(pid_of(settings))
    assert home.unborn.exists()
    assert query(settings, "RETURN 1") == [1]
    assert not home.unborn.exists()


def test_password_set_but_never_started(new_home: NewHome) -> None:
    """Cut short between setting the password and the first start, the password still holds."""
    home = Home.of(new_home("set"))
    birth.prepare(home, Cache.default(), 1)
    password = secret.endpoint(home, 1).password
    birth.prepare(home, Cache.default(), 1)
    assert secret.endpoint(home, 1).password == password
    assert (home.data / "dbms" / "auth.ini").exists()


def test_port_that_is_taken_is_named(new_home: NewHome) -> None:
    """A port lost between choosing and listening is said, by number, and nothing is left running."""
    home = Home.of(new_home("late"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(reason.PortTakenError, match=str(port)):
            launch._start_on(port, home, Cache.default(), Archive.of(Cache.default()).flags)
    assert record.find(home) is None


def test_store_in_use_is_said(new_home: NewHome, served: Settings, tmp_path: Path) -> None:
    """A store that another Neo4j holds is not opened twice."""
    home = Home.of(new_home("double"))
    birth.prepare(home, Cache.default(), 1)
    home.data.rename(tmp_path / "unused")
    home.data.symlink_to(Home.of(served).data)
    with pytest.raises(UnavailableError, match="另一个 Neo4j"):
        launch.start(home, Cache.default(), Archive.of(Cache.default()).flags)
