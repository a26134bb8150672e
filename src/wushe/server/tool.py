"""Run Neo4j's own administration tool on a home whose server is stopped."""

from __future__ import annotations

import subprocess

from wushe.errors import UnavailableError
from wushe.server import java, process, reason
from wushe.server.archive import Archive
from wushe.server.places import Cache, Home

LIMIT = 3600.0
HINT = "请按提示改正后重试"


def run(home: Home, cache: Cache, *arguments: str) -> str:
    """What the tool prints; a failure is an error with its reason."""
    try:
        done = subprocess.run(  # noqa: S603  # our own command line
            java.admin_command(Archive.of(cache).flags, *arguments),
            cwd=cache.jars,
            env=java.environment(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    except OSError as error:
        raise process.cannot_run(error) from error
    except subprocess.TimeoutExpired:
        raise UnavailableError("Neo4j 管理工具一小时内没有完成", hint="请检查磁盘后重试") from None
    if done.returncode:
        text = (done.stderr + done.stdout).decode("utf-8", "replace")
        raise reason.recognise(text, home) or UnavailableError(f"Neo4j 管理工具失败：{_first_line(text)}", hint=HINT)
    return done.stdout.decode("utf-8", "replace")


def _first_line(text: str) -> str:
    lines = (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("\tat "))
    return next(lines, "没有说明原因")[:300]
