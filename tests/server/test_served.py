"""What holds while one server runs, is killed, comes back and is stopped; in a home with a Chinese name."""

from __future__ import annotations

import socket
import stat

import psutil
import pytest

from tests.server.conftest import end, pid_of, query
from wushe.errors import UnavailableError
from wushe.server import admin, ensure, status, stop
from wushe.server.places import Home
from wushe.settings import Settings


def test_answers_and_says_so(served: Settings) -> None:
    """The server answers, and `status` says which process does."""
    assert query(served, "RETURN '恩阳'") == ["恩阳"]
    found = status(served)
    assert (found.running, found.ready, found.embedded, found.pid) == (True, True, True, pid_of(served))


def test_second_command_finds_it(served: Settings) -> None:
    """A second `ensure` starts nothing."""
    before = pid_of(served)
    assert ensure(served) == ensure(served)
    assert pid_of(served) == before


def test_listens_on_loopback_only(served: Settings) -> None:
    """One port, on the loopback address, and nothing else."""
    listening = [c for c in psutil.Process(pid_of(served)).net_connections() if c.status == psutil.CONN_LISTEN]
    assert [c.laddr.port for c in listening] == [int(ensure(served).uri.rpartition(":")[2])]
    assert {c.laddr.ip.removeprefix("::ffff:") for c in listening} == {"127.0.0.1"}


def test_password_stays_in_its_file(served: Settings) -> None:
    """The password is for the owner's eyes: no command line, environment, log or other file has it."""
    home, password = Home.of(served), ensure(served).password
    process = psutil.Process(pid_of(served))
    assert stat.S_IMODE(home.password.stat().st_mode) == 0o600
    assert password not in " ".join([*process.cmdline(), *process.environ().values()])
    others = [file for file in home.root.rglob("*") if file.is_file() and file != home.password]
    assert not [file for file in others if password.encode() in file.read_bytes()]
    assert password not in repr(ensure(served))


def test_wrong_password_is_refused(served: Settings) -> None:
    """Authentication is on; who has not the password is told so in one line without it."""
    other = Settings(neo4j_uri=ensure(served).uri, neo4j_password="wrong-guess")
    with pytest.raises(UnavailableError, match="密码") as caught:
        status(other)
    assert "wrong-guess" not in str(caught.value)


def test_users_own_server_is_left_alone(served: Settings) -> None:
    """With a URI nothing is started or stopped."""
    where = ensure(served)
    own = Settings(home=served.home / "unused", neo4j_uri=where.uri, neo4j_password=where.password)
    assert ensure(own) == own.external
    assert status(own).running
    assert not stop(own)
    assert not own.home.exists()
    assert pid_of(served)


def test_admin_refuses_a_running_store(served: Settings) -> None:
    """A dump of a store in use would be worthless."""
    with pytest.raises(UnavailableError, match="wushe db stop"):
        admin(served, "--version")


def test_kill_loses_nothing(served: Settings) -> None:
    """After `kill -9` the next command starts it again with all that was committed."""
    query(served, "CREATE (:Kept {name: '登科寺社区'})")
    before = pid_of(served)
    end(before)
    assert not status(served).running
    assert query(served, "MATCH (n:Kept) RETURN n.name") == ["登科寺社区"]
    assert pid_of(served) != before


def test_stop_lost_password_and_taken_port(served: Settings) -> None:
    """A stopped home whose password is lost and whose port is taken starts again with its data."""
    query(served, "MERGE (:Kept {name: '青木镇'})")
    before = ensure(served)
    assert stop(served)
    assert not stop(served)
    assert not status(served).running
    assert "5.26" in admin(served, "--version")
    Home.of(served).password.unlink()
    port = int(before.uri.rpartition(":")[2])
    with socket.create_server(("127.0.0.1", port)):
        assert query(served, "MATCH (n:Kept {name: '青木镇'}) RETURN count(n)") == [1]
        after = ensure(served)
    assert after.uri != before.uri
    assert after.password != before.password
