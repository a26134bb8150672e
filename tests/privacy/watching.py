"""Looks at folders while a command runs, so that what is there for a moment only is seen too."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.privacy.searching import Place, unpacked

PAUSE = 0.01


class Watcher:
    """Keeps every content that a file under these folders has while it watches, but for those `without`."""

    def __init__(self, folders: tuple[Path, ...], without: tuple[Path, ...] = ()) -> None:
        self.seen: dict[str, Place] = {}
        self._folders, self._without = folders, without
        self._done = threading.Event()
        self._times: dict[Path, tuple[int, int, int]] = {}

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch as long as this holds."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()

    def places(self) -> Iterator[Place]:
        """Everything that was seen."""
        for name, content in self.seen.values():
            yield f"name of {name}", name.encode()
            yield from unpacked(name, content)

    def _watch(self) -> None:
        while not self._done.is_set():
            self._look()
            self._done.wait(PAUSE)
        self._look()

    def _look(self) -> None:
        for folder in self._folders:
            for root, folders, names in os.walk(folder):
                folders[:] = [one for one in folders if Path(root, one) not in self._without]
                for name in names:
                    with suppress(OSError):  # it may be gone again
                        self._keep(Path(root, name))

    def _keep(self, path: Path) -> None:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        if self._times.get(path) != stamp:
            self._times[path] = stamp
            content = path.read_bytes()
            self.seen[hashlib.sha256(str(path).encode() + content).hexdigest()] = (str(path), content)
