"""From a stopped home to a server that answers."""

from __future__ import annotations

import time

from wushe.errors import UnavailableError
from wushe.server import birth, bolt, config, guard, java, process, reason, record, secret
from wushe.server.places import Cache, Home
from wushe.server.record import Record

START_LIMIT = 180.0
PAUSE = 0.05
PORTS_TRIED = 3


class DiedError(Exception):
    """The server ended before it answered."""


def start(home: Home, cache: Cache, flags: list[str]) -> Record:
    """Start this home's server, with these Java flags, and wait until it answers."""
    guard.check_memory()
    guard.check_disk(home.root)
    try:
        return _start(home, cache, flags)
    except OSError as error:
        raise guard.disk_error(error, home.server) from error


def _start(home: Home, cache: Cache, flags: list[str]) -> Record:
    for _ in range(PORTS_TRIED - 1):
        try:
            return _start_on(choose_port(home), home, cache, flags)
        except reason.PortTakenError:
            continue
    return _start_on(choose_port(home), home, cache, flags)


def choose_port(home: Home) -> int:
    """The port of last time where it is still free, so that open notebooks find the server again; else a free one."""
    last = config.read_port(home)
    return bolt.free_port() if last is None or bolt.is_taken(last) else last


def _start_on(port: int, home: Home, cache: Cache, flags: list[str]) -> Record:
    birth.prepare(home, cache, port)
    begin = reason.position(home)
    child = process.spawn(home, cache.jars, java.server_command(home, flags))
    started = Record(child.pid, child.create_time(), port)
    record.write(home, started)
    try:
        return wait(home, started)
    except DiedError:
        record.forget(home)
        raise reason.explain(home, port, begin, process.exit_code(started.pid)) from None


def wait(home: Home, started: Record) -> Record:
    """Wait until a started server answers; `DiedError` when it ends before that."""
    endpoint = secret.endpoint(home, started.port)
    child = started.process()
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if not process.is_alive(child):
            raise DiedError
        if process.holds(child, started.port) and bolt.answers(endpoint):
            return record.mark_ready(home, started)
        time.sleep(PAUSE)
    raise UnavailableError(
        f"数据库进程 {started.pid} 在 {START_LIMIT:.0f} 秒内没有就绪",
        hint=f"请稍后重试，或运行 wushe db stop 后重试；日志在 {home.logs / 'neo4j.log'}",
    )
