"""Whether the server answers: a handshake and one authenticated question."""

from __future__ import annotations

import os
import socket

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from wushe.errors import UnavailableError
from wushe.settings import Endpoint

HANDSHAKE = bytes.fromhex("6060b017" + "00000005" + "00000000" * 3)
PATIENCE = 5.0


def listens(port: int) -> bool:
    """Whether a Bolt server accepts connections on this port of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(HANDSHAKE)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def is_taken(port: int) -> bool:
    """Whether somebody else holds this port of this machine."""
    with socket.socket() as probe:
        if os.name == "posix":  # what a server that has just stopped leaves behind does not hold the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def free_port() -> int:
    """A port that nobody holds now; the server's own `0` would be logged as 0."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _driver(endpoint: Endpoint) -> Driver:
    return GraphDatabase.driver(
        endpoint.uri,
        auth=(endpoint.user, endpoint.password),
        connection_timeout=PATIENCE,
        max_transaction_retry_time=0,
        notifications_min_severity="OFF",
    )


def answers(endpoint: Endpoint) -> bool:
    """Whether the server answers an authenticated question; a wrong password is an error, not a no."""
    try:
        with _driver(endpoint) as driver:
            driver.execute_query("RETURN 1", database_=endpoint.database)
    except AuthError:
        raise UnavailableError(
            f"{endpoint.uri} 上的 Neo4j 不接受用户 {endpoint.user} 的密码",
            hint="请核对密码；内置数据库可删除 neo4j.password 并运行 wushe db stop，再启动时会设新密码，数据不受影响",
        ) from None
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def rehearse(endpoint: Endpoint, script: str) -> None:
    """Run the statements of a script, so that Java loads the classes that questions need."""
    with _driver(endpoint) as driver:
        for statement in script.split(";\n"):
            driver.execute_query(statement, database_=endpoint.database)
