"""Which process serves a home: what was written down when it was started, believed only after a look at it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from wushe.server import config, java
from wushe.server.places import VERSION, Home

CLOCK_SLACK = 5.0


@dataclass(frozen=True, slots=True)
class Record:
    """A started server: `created` is the process's start time in seconds, `ready` that it has once answered."""

    pid: int
    created: float
    port: int
    ready: bool = False
    version: str = VERSION

    @property
    def uri(self) -> str:
        """Where it answers over Bolt."""
        return f"bolt://127.0.0.1:{self.port}"

    def process(self) -> psutil.Process:
        """The process itself; `psutil.NoSuchProcess` when it is gone."""
        return psutil.Process(self.pid)


def write(home: Home, record: Record) -> None:
    """Write down the home's server, whole or not at all."""
    home.record.parent.mkdir(parents=True, exist_ok=True)
    part = home.record.with_suffix(".part")
    part.write_text(json.dumps(asdict(record)), "utf-8")
    part.replace(home.record)


def mark_ready(home: Home, record: Record) -> Record:
    """Write down that the server has answered: the first start is over, and what it holds is worth keeping.

    In this order: once the record says ready, commands write data, which the marker would give up to the next start.
    """
    home.unborn.unlink(missing_ok=True)
    _sync(home.unborn.parent)
    ready = replace(record, ready=True)
    write(home, ready)
    return ready


def _sync(folder: Path) -> None:
    """Have a removal survive a power cut, where directories can be synced."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def forget(home: Home) -> None:
    """Remove what was written down."""
    home.record.unlink(missing_ok=True)


def read(home: Home) -> Record | None:
    """The recorded server if its process lives and is this home's; None for a stale or damaged record."""
    try:
        record = Record(**json.loads(home.record.read_text("utf-8")))
        process = record.process()
        same = abs(process.create_time() - record.created) < CLOCK_SLACK
    except (OSError, ValueError, TypeError, psutil.Error):
        return None
    return record if same and _serves(process, home) else None


def find(home: Home) -> Record | None:
    """The home's living server, recorded or not: a starter may have died before it could write."""
    return read(home) or next(_scan(home), None)


def _scan(home: Home) -> Iterator[Record]:
    port = config.read_port(home)
    if port is None:
        return
    for process in psutil.process_iter():
        if _serves(process, home):
            yield Record(process.pid, process.create_time(), port)


def _serves(process: psutil.Process, home: Home) -> bool:
    try:
        command = process.cmdline()
        return java.MAIN in command and java.home_flag(home) in command and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
