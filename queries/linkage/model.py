"""The shape of an answer: paths, the steps of each, how far the search went and what cut it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Nothing(StrEnum):
    """Why there is no path, or why there may be others."""

    SAME = "SAME"
    """Both ends are one."""
    NOT_THERE = "NOT_THERE"
    """An end is not there on the day."""
    NO_PATH = "NO_PATH"
    """None of so many hops."""
    BUDGET = "BUDGET"
    """Not everything could be looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A hop from `start` to `end`, by an edge that leads the same way when `forward`, else the other.

    `kind` is that of the edge. Between a person and a body it is the tenure, with its `post` and the `seat` of that in the body.
    """

    start: str
    end: str
    kind: str
    edge: str
    axis: str | None
    forward: bool
    post: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """The steps from one end to the other."""

    steps: tuple[Step, ...]

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of what it leads through, both ends among them."""
        return (self.steps[0].start, *(step.end for step in self.steps))


@dataclass(frozen=True, slots=True)
class Linkage:
    """The shortest paths; within `searched` hops nothing was left out."""

    paths: tuple[Path, ...]
    searched: int
    nothing: Nothing | None = None
    missing: tuple[str, ...] = ()
    """The ends that are not there on the day."""

    @property
    def truncated(self) -> bool:
        """Whether there may be shorter paths, or others as short."""
        return self.nothing is Nothing.BUDGET
