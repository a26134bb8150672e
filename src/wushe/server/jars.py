"""The jars of Neo4j, as locked in `jars.lock`, and whether the cached ones are still exactly those."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCK = Path(__file__).with_name("jars.lock")
STAMP = "verified.json"
_Stamp = dict[str, list[int | str]]


@dataclass(frozen=True, slots=True)
class Jar:
    """One locked file: its path below the registry's base, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The file name, unique among the locked jars."""
        return self.path.rpartition("/")[2]


@cache
def read_lock(lock: Path = LOCK) -> tuple[Jar, ...]:
    """The locked jars in the order of the class path."""
    lines = (line.split() for line in lock.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return tuple(Jar(path, int(size), sha256) for sha256, size, path in lines)


def class_path(jars: Iterable[Jar]) -> list[str]:
    """Every jar by name, relative to the directory they lie in; a wildcard would break the class archive."""
    return [jar.name for jar in jars]


def unverified(folder: Path, jars: Iterable[Jar]) -> list[Jar]:
    """The jars that are missing or altered; files unchanged since they were last hashed are not hashed again."""
    old = _read_stamp(folder)
    new: _Stamp = {}
    bad = [jar for jar in jars if not _check(folder / jar.name, jar, old, new)]
    if new != old:
        _write_stamp(folder, new)
    return bad


def _check(file: Path, jar: Jar, old: _Stamp, new: _Stamp) -> bool:
    try:
        mark = _mark(file, jar)
        good = old.get(jar.name) == mark or (file.stat().st_size == jar.size and _sha256(file) == jar.sha256)
    except OSError:
        return False
    if good:
        new[jar.name] = mark
    return good


def _mark(file: Path, jar: Jar) -> list[int | str]:
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, jar.sha256]


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read_stamp(folder: Path) -> _Stamp:
    try:
        stamp = json.loads((folder / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(folder: Path, stamp: _Stamp) -> None:
    """Remember what was hashed; a cache that may not be written is only hashed again next time."""
    part = folder / f"{STAMP}.part"
    try:
        part.write_text(json.dumps(stamp), "utf-8")
        part.replace(folder / STAMP)
    except OSError:
        part.unlink(missing_ok=True)
