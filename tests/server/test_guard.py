"""What is missing on the machine is said in one line that names it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from filelock import FileLock

from wushe.errors import UnavailableError
from wushe.server import guard


def test_lock_held_too_long(tmp_path: Path) -> None:
    """Whoever waits too long is told which lock it was; freed, it is taken at once."""
    lock = tmp_path / "home.lock"
    with (
        FileLock(lock),
        pytest.raises(UnavailableError, match=r"home\.lock"),
        guard.locked(lock, waiting_for="启动", limit=1.1),
    ):
        pytest.fail("the lock is held by another")
    with guard.locked(lock, waiting_for="启动", limit=1.0):
        assert lock.exists()


def test_too_little_memory_or_disk(tmp_path: Path) -> None:
    """Both name what there is and what is needed."""
    with pytest.raises(UnavailableError, match=r"内存不足.*MB"):
        guard.check_memory(needed=10**18)
    with pytest.raises(UnavailableError, match=r"磁盘空间不足.*MB"):
        guard.check_disk(tmp_path, needed=10**18)
    guard.check_memory(needed=1)
    guard.check_disk(tmp_path, needed=1)


def test_folder_that_cannot_be(tmp_path: Path) -> None:
    """A file where the directory should be is named."""
    (tmp_path / "file").touch()
    with pytest.raises(UnavailableError, match="file"):
        guard.make_folder(tmp_path / "file" / "home")


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "没有权限"), (errno.EIO, "无法写入")]
)
def test_disk_errors(number: int, said: str, tmp_path: Path) -> None:
    """Each says what the operating system held against it, and where."""
    error = guard.disk_error(OSError(number, "reason"), tmp_path)
    assert said in str(error)
    assert str(tmp_path) in str(error)
    assert error.exit_code == 4
