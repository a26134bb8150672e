"""The class archive (AppCDS), which halves the time of every start.

Java takes an archive only for the very runtime, jars and collector it was made with, so all of them are in its name.
A missing or unsuitable archive does no harm: the start is slower. Java archives no class from a directory whose name
it would escape in a URL (spaces, Chinese), so a cache in such a place goes without; `WUSHE_CACHE` can name another.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from wushe.server import java
from wushe.server.jars import read_lock
from wushe.server.places import Cache

BASE = "-base.jsa"
_PLAIN = re.compile(r"[A-Za-z0-9/\\:._~@+=,-]+")


def is_possible(cache: Cache) -> bool:
    """Whether Java would archive classes from where the jars lie."""
    return _PLAIN.fullmatch(str(cache.jars)) is not None


@dataclass(frozen=True, slots=True)
class Archive:
    """The two files of one archive, and the marker of a trial run that failed."""

    base: Path
    top: Path
    failed: Path

    @classmethod
    def of(cls, cache: Cache) -> Archive:
        """The archive for the runtime and the jars as they are now."""
        files = [java.runtime_image(), *(cache.jars / jar.name for jar in read_lock())]
        marks = [f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
        name = hashlib.sha256("\n".join([java.COLLECTOR, *marks]).encode()).hexdigest()[:12]
        return cls(*(cache.archives / f"{name}{end}" for end in (BASE, ".jsa", ".failed")))

    @property
    def flags(self) -> list[str]:
        """The Java flags that use the archive; none when there is none."""
        return [f"-XX:SharedArchiveFile={self.base}{os.pathsep}{self.top}"] if self.top.exists() else []
