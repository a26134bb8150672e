"""Make `jars.lock` again: `python -m wushe.server.lock`, once for each new version of Neo4j."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jgo
from jgo.maven import Artifact

from wushe.server.jars import LOCK, Jar
from wushe.server.places import VERSION

# Reading and writing Parquet, cloud storage and Bouncy Castle are features that a county's graph does not use.
UNUSED = re.compile(r"/(parquet-|hadoop-|snappy-|bcp|bcutil-)")


def _locked(artifact: Artifact, repository: Path) -> tuple[bool, Jar]:
    file = Path(artifact.resolve())
    content = file.read_bytes()
    jar = Jar(file.relative_to(repository).as_posix(), len(content), hashlib.sha256(content).hexdigest())
    return _names_others(file), jar


def _names_others(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return "META-INF/MANIFEST.MF" in archive.namelist() and b"\nClass-Path:" in archive.read("META-INF/MANIFEST.MF")


def resolve(version: str) -> list[Jar]:
    """Every jar that this version of Neo4j needs, sorted by path.

    A jar whose manifest names others must come after them: Java would take the class path for another one than the
    class archive was made with.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["M2_REPO"] = folder
        artifacts = jgo.resolve(f"org.neo4j:neo4j:{version}")
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda artifact: _locked(artifact, Path(folder)), artifacts))
    found.sort(key=lambda pair: (pair[0], pair[1].path))
    return [jar for _, jar in found if not UNUSED.search(f"/{jar.path}")]


def main() -> None:
    """Write the lock beside this module."""
    jars = resolve(VERSION)
    head = f"# Neo4j {VERSION} Community. Made by `python -m wushe.server.lock`; columns: sha256, bytes, path.\n"
    LOCK.write_text(head + "".join(f"{jar.sha256} {jar.size} {jar.path}\n" for jar in jars), "utf-8")
    sys.stderr.write(f"{len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
