"""The shape of a chain: a tree of steps, the start first."""

from __future__ import annotations

from dataclasses import dataclass, field

from wushe.schema import Axis

MOST = 200
"""Steps of one chain, its start among them."""


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A body of the chain, `depth` steps from the start; `parent` is the body one step nearer to it.

    `tie` is the LEADS or GUIDES that joins the two (its id), None for a step along the territory. `primary` is false for the other
    side of dual leadership, and for guidance. `broken` says that what should lead this body, one of the levels 区, 镇, 村,
    小区, is not there, or does not lead it.
    """

    depth: int
    body: str
    parent: str | None = None
    tie: str | None = None
    axis: str | None = None
    primary: bool = True
    broken: bool = False


@dataclass(slots=True)
class Tree:
    """Steps in the order in which they are come to; a body is in it once, by the way that comes first."""

    depth: int
    """How deep it may grow."""
    most: int
    steps: dict[str, ChainStep] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """How many bodies there is room for."""
        return self.most - len(self.steps)

    def add(
        self,
        body: str,
        parent: str | None = None,
        *,
        tie: str | None = None,
        axis: str | None = Axis.BLOCK.value,
        primary: bool = True,
    ) -> bool:
        """Add a body beside its parent; False where it is in the tree already, or there is no room for it."""
        if parent is not None and parent not in self.steps:
            return False
        depth = self.steps[parent].depth + 1 if parent else 0
        if body in self.steps or depth > self.depth or len(self.steps) >= self.most:
            return False
        self.steps[body] = ChainStep(depth, body, parent, tie, axis if parent else None, primary)
        return True
