"""Make the class archive, once per cache, by a trial run on a throw-away home."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from wushe.errors import UnavailableError
from wushe.server import bolt, guard, java, launch, process, progress, record, secret
from wushe.server.archive import BASE, Archive, is_possible
from wushe.server.places import Cache, Home

LOCK_LIMIT = 600.0
DUMP_LIMIT = 120.0
EXIT_LIMIT = 120.0
NEEDED = 300 * guard.MEGABYTE
TRIAL = "trial-"
KEPT = 2
RETRY_AFTER = 86_400.0
REHEARSAL = Path(__file__).with_name("rehearsal.cypher")


def ensure_archive(cache: Cache) -> list[str]:
    """The Java flags that use the archive, which is made when it is missing; without it if that fails."""
    if not is_possible(cache):
        return []
    with suppress(OSError, UnavailableError):
        archive = Archive.of(cache)
        if not _settled(archive):
            with guard.locked(cache.lock, waiting_for="准备数据库", limit=LOCK_LIMIT):
                _make_once(cache, archive)
        return archive.flags
    return []


def _make_once(cache: Cache, archive: Archive) -> None:
    if _settled(archive):
        return
    guard.make_folder(cache.archives)
    _sweep(cache)
    with progress.waiting("首次使用：正在为这台机器优化启动速度（只做一次）"):
        try:
            guard.check_disk(cache.archives, NEEDED)
            _make(cache, archive)
        except Exception:  # whatever it was, the server starts without
            archive.failed.touch()


def _settled(archive: Archive) -> bool:
    """Whether there is nothing to make: it is there, or failed not long ago."""
    failed = archive.failed
    return archive.top.exists() or (failed.exists() and time.time() - failed.stat().st_mtime < RETRY_AFTER)


def _sweep(cache: Cache) -> None:
    """End trial runs whose starter was killed, and remove the oldest archives of other runtimes and jars."""
    for entry in cache.archives.glob(f"{TRIAL}*"):
        _discard(Home(entry))
    bases = sorted(cache.archives.glob(f"*{BASE}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for base in bases[KEPT:]:
        for file in cache.archives.glob(f"{base.name.removesuffix(BASE)}*"):
            file.unlink(missing_ok=True)


def _discard(trial: Home) -> None:
    if left := record.find(trial):
        process.terminate(left, limit=0)
    shutil.rmtree(trial.root, ignore_errors=True)


def _make(cache: Cache, archive: Archive) -> None:
    dump = [str(java.java()), java.COLLECTOR, f"-XX:SharedArchiveFile={archive.base}", "-Xshare:dump"]
    subprocess.run(dump, capture_output=True, timeout=DUMP_LIMIT, check=True)  # noqa: S603  # our own command line
    trial = Home(Path(tempfile.mkdtemp(prefix=TRIAL, dir=cache.archives)))
    part = trial.root / "classes.jsa"
    try:
        flags = [f"-XX:SharedArchiveFile={archive.base}", f"-XX:ArchiveClassesAtExit={part}"]
        started = launch.start(trial, cache, flags)
        bolt.rehearse(secret.endpoint(trial, started.port), REHEARSAL.read_text("utf-8"))
        process.terminate(started, EXIT_LIMIT)
        part.replace(archive.top)
    finally:
        _discard(trial)
