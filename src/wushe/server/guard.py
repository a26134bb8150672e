"""Locks between processes, and room on the machine: what is missing is said before it hurts."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from wushe.errors import UnavailableError
from wushe.server.progress import say

MEGABYTE = 1_000_000
MEMORY_NEEDED = 700 * MEGABYTE
DISK_NEEDED = 200 * MEGABYTE
DISK_FULL = (errno.ENOSPC, errno.EDQUOT)
_CGROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


@contextmanager
def locked(path: Path, *, waiting_for: str, limit: float) -> Iterator[None]:
    """Hold the lock file at `path`; its holder's death frees it. After `limit` seconds it is an error."""
    make_folder(path.parent)
    lock = FileLock(path)
    try:
        _acquire(lock, waiting_for, limit)
    except Timeout:
        raise UnavailableError(
            f"等待{waiting_for}超过 {limit:.0f} 秒：锁 {path} 一直被另一个进程占用", hint="请等它完成或结束它，然后重试"
        ) from None
    except OSError as error:
        raise disk_error(error, path) from error
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, waiting_for: str, limit: float) -> None:
    try:
        lock.acquire(timeout=1.0)
    except Timeout:
        say(f"另一个命令正在{waiting_for}，等待中…")
        lock.acquire(timeout=max(0.0, limit - 1.0))


def make_folder(path: Path) -> None:
    """Create a directory that only its owner can read; one that exists is left as it is."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, path) from error


def disk_error(error: OSError, path: Path) -> UnavailableError:
    """Say what the operating system held against writing at `path`."""
    where = error.filename or path
    if error.errno in DISK_FULL:
        return UnavailableError(f"磁盘已满，无法写入 {where}", hint="请腾出空间后重试")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UnavailableError(f"没有权限写入 {where}", hint="请改正目录权限，或用 WUSHE_HOME、WUSHE_CACHE 换个目录")
    return UnavailableError(f"无法写入 {where}：{error.strerror or type(error).__name__}", hint="请检查该目录后重试")


def check_disk(path: Path, needed: int = DISK_NEEDED) -> None:
    """Refuse to begin with fewer than `needed` bytes free where `path` lies."""
    free = shutil.disk_usage(path).free
    if free < needed:
        raise UnavailableError(
            f"磁盘空间不足：{path} 所在磁盘只剩 {free // MEGABYTE} MB，至少需要 {needed // MEGABYTE} MB",
            hint="请腾出空间，或用 WUSHE_HOME、WUSHE_CACHE 换个磁盘",
        )


def check_memory(needed: int = MEMORY_NEEDED) -> None:
    """Refuse to begin with fewer than `needed` bytes of memory available."""
    available = min(psutil.virtual_memory().available, total_memory())
    if available < needed:
        raise UnavailableError(
            f"内存不足：可用 {available // MEGABYTE} MB，启动数据库至少需要 {needed // MEGABYTE} MB",
            hint="请关闭其他程序后重试，或用 WUSHE_NEO4J_URI 连接别处的 Neo4j",
        )


def total_memory() -> int:
    """The machine's memory in bytes, or the container's limit where that is less."""
    limits = [int(text) for path in _CGROUP_LIMITS if (text := _read(path)).isdigit()]
    return min([psutil.virtual_memory().total, *limits])


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except OSError:
        return ""
