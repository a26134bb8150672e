"""What answers keep for one version of the graph: working it out again would cost as much again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")
LENGTHS = 4096
"""Lists whose length is kept."""
WHOLE = 24
"""Lists that are kept whole: findings of rules, changes."""


class Kept(Generic[T]):
    """Values by key, at most so many; those of another version of the graph are forgotten when it changes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._version = -1
        self._values: dict[Hashable, T] = {}

    def get(self, version: int, key: Hashable) -> T | None:
        """The value in this version, when it was worked out before."""
        return self._values.get(key) if version == self._version else None

    def put(self, version: int, values: Mapping[Any, T]) -> None:
        """Keep values of a version; those that were there longest go when there are too many."""
        if version != self._version:
            self._version, self._values = version, {}
        self._values |= values
        for key in list(self._values)[: -self._most]:
            del self._values[key]


@dataclass(frozen=True)
class Memory:
    """What one process keeps between requests."""

    lengths: Kept[int] = field(default_factory=lambda: Kept(LENGTHS))
    lists: Kept[Any] = field(default_factory=lambda: Kept(WHOLE))
