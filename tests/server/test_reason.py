"""Why a start failed, from logs as Neo4j and Java write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from wushe.server import process, reason
from wushe.server.places import Home

WRITTEN = [
    ("java.io.IOException: No space left on device", "磁盘已满"),
    (
        "Error occurred during initialization of VM\nCould not reserve enough space for 1048576KB object heap",
        "内存不足",
    ),
    (
        "OpenJDK warning: INFO: os::commit_memory failed; error='Not enough space' (errno=12)\n# insufficient memory",
        "内存不足",
    ),
    ("java.net.BindException: Address already in use", "端口 7 "),
    ("org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: store_lock", "另一个 Neo4j"),
    ("java.nio.file.AccessDeniedException: /x/data", "没有权限"),
    ("12:00 ERROR Failed to start\n\tat org.neo4j.Main", "ERROR Failed to start"),
    ("", "没有留下原因"),
]


@pytest.mark.parametrize(("text", "said"), WRITTEN)
def test_reason(text: str, said: str, tmp_path: Path) -> None:
    """One line, whatever the log; what was written before this start does not count."""
    home = Home(tmp_path)
    home.logs.mkdir(parents=True)
    (home.logs / "neo4j.log").write_text("java.net.BindException: of last time\n")
    begin = reason.position(home)
    process.console(home).write_text(text)
    error = reason.explain(home, 7, begin, 1)
    assert said in error.message
    assert "\n" not in str(error)


def test_killed_by_the_system(tmp_path: Path) -> None:
    """A server killed without a word was most likely out of memory."""
    assert "内存不足" in reason.explain(Home(tmp_path), 7, 0, -9).message
