"""One side of a search from both ends: what is reached, at how many hops, and by which edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wushe.queries.linkage.crossing import first_of_each
from wushe.queries.linkage.neighbours import Neighbour

Way = tuple[int, tuple[str, ...]]
"""How many edges the nodes between its two ends have, and all its nodes in the order of the path."""


@dataclass(slots=True)
class Best:
    """The best ways found so far to each node: at most `limit`, `onward` when they are told from the end of the side.

    `weights` has what lies between the two ends.
    """

    limit: int
    weights: Mapping[str, int]
    onward: bool
    known: dict[str, list[Way]] = field(default_factory=dict)


@dataclass(slots=True)
class Side:
    """What is reached from one end."""

    root: str
    depth: int = 0
    sure: int = 0
    """Hops within which nothing was left out."""
    cut: bool = False
    """Whether something was left out."""
    depths: dict[str, int] = field(init=False)
    frontier: list[str] = field(init=False)
    """What was reached last."""
    edges: dict[str, dict[str, Neighbour]] = field(init=False, default_factory=dict)
    """For each node the edges by which it is reached, by the node one hop nearer to the end."""

    def __post_init__(self) -> None:
        self.depths = {self.root: 0}
        self.frontier = [self.root]

    @property
    def exhausted(self) -> bool:
        """Whether everything that can be reached from here was reached."""
        return not self.frontier and not self.cut

    def advance(self, rows: list[Neighbour], *, whole: bool) -> None:
        """One hop on, by the edges of what was reached last: of all of it when `whole`."""
        self.cut = self.cut or not whole
        self.depth += 1
        self.sure += not self.cut
        reached: list[str] = []
        for (owner, other), row in first_of_each(rows).items():
            if self.depths.setdefault(other, self.depth) == self.depth:
                if other not in self.edges:
                    self.edges[other] = {}
                    reached.append(other)
                self.edges[other][owner] = row
        self.frontier = sorted(reached)

    def behind(self, nodes: Iterable[str]) -> set[str]:
        """These nodes, and all that lies on the shortest ways between them and the end."""
        found, layer = set[str](), set(nodes)
        while layer:
            found |= layer
            layer = {nearer for node in layer for nearer in self.edges.get(node, ())} - found
        return found

    def ways(self, node: str, best: Best) -> list[Way]:
        """The best ways between the end of this side and a node."""
        if node == self.root:
            return [(0, (node,))]
        if node not in best.known:
            found: list[Way] = []
            for nearer in self.edges[node]:
                passed = best.weights.get(nearer, 0)
                for cost, nodes in self.ways(nearer, best):
                    found.append((cost + passed, (*nodes, node) if best.onward else (node, *nodes)))
            best.known[node] = sorted(found)[: best.limit]
        return best.known[node]
