"""How a long load says where it is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

READING, CHECKING = "读取", "核对"


@runtime_checkable
class Phased(Protocol):
    """A progress that also wants to know what is being done: a phase, and of what."""

    def phase(self, name: str, what: str = "") -> None:
        """What is done from now on."""


def tell(progress: object, name: str, what: str = "") -> None:
    """Say what is done from now on, to a progress that wants to know."""
    if isinstance(progress, Phased):
        progress.phase(name, what)
