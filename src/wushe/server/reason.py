"""Why a server ended during its start, from what it wrote last."""

from __future__ import annotations

import re
from pathlib import Path

from wushe.errors import UnavailableError
from wushe.server import process
from wushe.server.places import Home

TAIL = 20_000
# What the logs say, what that means, and what to do; the first that fits counts.
_KNOWN = (
    (r"Address already in use|BindException", "端口 {port} 已被别的程序占用", "请结束占用它的程序后重试"),
    (r"No space left on device|Disk quota exceeded", "磁盘已满，数据库无法写入 {home}", "请腾出空间后重试"),
    (
        r"OutOfMemoryError|insufficient memory|Could not reserve|Cannot allocate memory|failed to map",
        "内存不足，数据库无法启动",
        "请关闭其他程序后重试，或用 WUSHE_NEO4J_URI 连接别处的 Neo4j",
    ),
    (
        r"FileLockException|Lock file has been locked|OverlappingFileLock",
        "数据目录 {home} 正被另一个 Neo4j 进程使用",
        "请结束那个进程后重试",
    ),
    (
        r"Permission denied|AccessDeniedException|Read-only file system",
        "数据库没有权限写入 {home}",
        "请改正目录权限后重试",
    ),
)


class PortTakenError(UnavailableError):
    """The chosen port went to somebody else between choosing and listening."""


def position(home: Home) -> int:
    """Where the log of the next start will begin."""
    log = home.logs / "neo4j.log"
    return log.stat().st_size if log.exists() else 0


def explain(home: Home, port: int, begin: int, code: int | None) -> UnavailableError:
    """Turn the logs of a failed start into one line."""
    text = _read(home.logs / "neo4j.log", begin) + _read(process.console(home), 0)
    if known := recognise(text, home, port):
        return known
    if code == -9:
        return UnavailableError("数据库在启动时被系统强行结束（多半是内存不足）", hint="请关闭其他程序后重试")
    return UnavailableError(f"数据库启动失败：{_last_words(text)}", hint=f"详见 {home.logs / 'neo4j.log'}")


def recognise(text: str, home: Home, port: int | None = None) -> UnavailableError | None:
    """The error that a log or an error output speaks of, if it is one of those we know."""
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, text):
            kind = PortTakenError if "{port}" in message else UnavailableError
            return kind(message.format(port=port, home=home.server), hint=hint)
    return None


def _read(log: Path, begin: int) -> str:
    """The end of what was written after `begin`; a log that was rolled meanwhile is read whole."""
    try:
        content = log.read_bytes()
    except OSError:
        return ""
    return content[begin if begin <= len(content) else 0 :][-TAIL:].decode("utf-8", "replace")


def _last_words(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith(("\t", "    "))]
    errors = [line for line in lines if re.search(r"\bERROR\b|Exception|Error", line)]
    return (errors or lines or ["没有留下原因"])[-1][:300].replace("\n", " ")
