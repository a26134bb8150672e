"""How long lists are, kept for one version of the graph: counting a long list again would cost as much again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

MOST = 4096
"""Lists whose length is kept."""


class Totals:
    """Lengths of lists; those of another version of the graph are forgotten when it changes."""

    def __init__(self) -> None:
        self._version = -1
        self._totals: dict[Hashable, int] = {}

    def get(self, version: int, key: Hashable) -> int | None:
        """The length in this version, when it was counted before."""
        return self._totals.get(key) if version == self._version else None

    def put(self, version: int, totals: Mapping[Any, int]) -> None:
        """Keep lengths counted in a version."""
        if version != self._version or len(self._totals) + len(totals) > MOST:
            self._version, self._totals = version, {}
        self._totals |= totals
