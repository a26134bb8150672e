"""The embedded server as its users see it: have it running, stop it, ask about it, administer it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from wushe.errors import UnavailableError
from wushe.server import bolt, cds, fetch, guard, launch, process, progress, record, secret, tool
from wushe.server.jars import read_lock
from wushe.server.places import VERSION, Cache, Home
from wushe.server.record import Record
from wushe.settings import Endpoint, Settings

LOCK_LIMIT = 300.0


@dataclass(frozen=True, slots=True)
class Status:
    """What is known about the database.

    `running` is true as soon as its process lives, `ready` once it has answered; `embedded` is false for the user's
    own server, of which neither process nor version is known here.
    """

    running: bool
    ready: bool
    pid: int | None
    uri: str | None
    version: str
    home: Path
    embedded: bool


def ensure(settings: Settings) -> Endpoint:
    """Where the database answers; the embedded server is started if it does not run."""
    if settings.external:
        return settings.external
    home = Home.of(settings)
    running = record.read(home)
    if not (running and running.ready and bolt.listens(running.port)):
        running = _start(settings, home)
    return secret.endpoint(home, running.port)


def _start(settings: Settings, home: Home) -> Record:
    cache = Cache.default()
    fetch.ensure_jars(settings, cache, read_lock())
    flags = cds.ensure_archive(cache)
    with _alone(home), progress.waiting("正在启动数据库"):
        return _join(home) or launch.start(home, cache, flags)


def _join(home: Home) -> Record | None:
    """Wait for a server that somebody else has started; None when there is none, or it ends."""
    found = record.find(home)
    if found is None:
        return None
    try:
        return launch.wait(home, found)
    except launch.DiedError:
        return None


def stop(settings: Settings) -> bool:
    """Stop the embedded server; False when none ran. The user's own server is never touched."""
    home = Home.of(settings)
    if settings.external or not home.server.exists():
        return False
    with _alone(home):
        found = record.find(home)
        if found:
            process.terminate(found)
        record.forget(home)
    return found is not None


def status(settings: Settings) -> Status:
    """Whether a database runs, and where; nothing is started."""
    home = Home.of(settings)
    if external := settings.external:
        answers = bolt.answers(external)
        return Status(answers, answers, None, external.uri, "", home.root, embedded=False)
    found = record.find(home)
    if found is None:
        return Status(False, False, None, None, VERSION, home.root, embedded=True)
    return Status(True, found.ready, found.pid, found.uri, found.version, home.root, embedded=True)


def admin(settings: Settings, *arguments: str) -> str:
    """Run Neo4j's administration tool on the stopped store, and return what it prints."""
    home, cache = Home.of(settings), Cache.default()
    fetch.ensure_jars(settings, cache, read_lock())
    with _alone(home):
        if found := record.find(home):
            raise UnavailableError(f"数据库正在运行（进程 {found.pid}）", hint="请先运行 wushe db stop")
        return tool.run(home, cache, *arguments)


def _alone(home: Home) -> AbstractContextManager[None]:
    """Hold the home: of several commands one acts, the others then find what it did."""
    return guard.locked(home.lock, waiting_for="启动或停止数据库", limit=LOCK_LIMIT)
