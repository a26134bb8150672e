"""The shortest paths between two nodes, by a search from both ends, level by level, the cheaper side first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import accumulate, pairwise

from wushe.graph import Reader
from wushe.queries.linkage.busyness import busyness
from wushe.queries.linkage.crossing import Crossing
from wushe.queries.linkage.model import Linkage, Nothing, Path, Step
from wushe.queries.linkage.neighbours import Neighbour
from wushe.queries.linkage.side import Best, Side, Way
from wushe.queries.linkage.weights import weights
from wushe.schema import schema

HUB = 500
"""Edges of a node between the ends that is too big to look behind: paths reach it from both sides, or not at all."""
BUDGET = 20_000
"""Edges that one question may look at."""
ROWS, ROWS_AN_EDGE = 1_000, 2
"""Rows that may come of a level beside its edges: a post has one edge with its body, and as many as it has holders."""


def linkage(
    reader: Reader,
    start: str,
    end: str,
    *,
    axes: Collection[str] | None,
    hops: int,
    limit: int,
    as_of: date,
    hub: int = HUB,
    budget: int = BUDGET,
) -> Linkage:
    """The paths of fewest hops; of those that are as short, the ones through what is least busy on the day first, then by ids.

    A hop leads from a body or person to the next; a post is passed on the way from one to the other, and is a node of its own only
    as an end of the question. A path is told by its nodes: of several edges between two of them it has the best. There are as
    many paths as there are of the fewest hops, at most `limit`; longer ones are not given. All that is so unless `truncated`: then
    a hub or the budget cut the search, and there may be shorter ones, or others.
    """
    if start == end:
        return Linkage((), 0, Nothing.SAME)
    known = weights(reader, [start, end], as_of)
    if missing := tuple(one for one in (start, end) if one not in known):
        return Linkage((), 0, Nothing.NOT_THERE, missing)
    crossing = Crossing(reader, (start, end), None if axes is None else tuple(axes), as_of)
    return _Search(crossing, known, hub, budget).run(hops, limit)


class _Search:
    """One question."""

    def __init__(self, crossing: Crossing, known: dict[str, int], hub: int, budget: int) -> None:
        self._crossing = crossing
        self._weights = known
        self._hub = hub
        self._left = budget
        self._sides = tuple(Side(end) for end in crossing.ends)

    def run(self, hops: int, limit: int) -> Linkage:
        """Go on from one side or the other until they meet, or cannot."""
        one, two = self._sides
        while one.depth + two.depth < hops and (side := self._next()):
            other = two if side is one else one
            self._advance(side)
            if met := [node for node in side.frontier if node in other.depths]:
                return self._told(met, other, limit)
        whole = one.depth + two.depth == hops and not (one.cut or two.cut)
        if whole or one.exhausted or two.exhausted:
            return Linkage((), hops, Nothing.NO_PATH)
        return Linkage((), one.sure + two.sure, Nothing.BUDGET)

    def _next(self) -> Side | None:
        """The side to go on from, None where neither can.

        A post first, which only its own edges show; else one that leaves nothing out; else the cheaper one.
        """
        self._weigh(node for side in self._sides for node in side.frontier)
        if any(side.exhausted for side in self._sides):
            return None
        able = [(side, nodes) for side in self._sides if (nodes := self._able(side))]
        able.sort(key=lambda one: (not _is_post(one[0]), len(one[1]) < len(one[0].frontier), self._cost(one[1])))
        return able[0][0] if able else None

    def _weigh(self, nodes: Iterable[str]) -> None:
        """What going on from these nodes costs."""
        if new := sorted({node for node in nodes if node not in self._weights}):
            self._weights |= weights(self._crossing.reader, new, self._crossing.as_of)

    def _able(self, side: Side) -> list[str]:
        """What may be gone on from: no hub between the ends, and no more than the budget allows, the cheapest first."""
        nodes = [node for node in side.frontier if node == side.root or self._weights[node] <= self._hub]
        nodes.sort(key=lambda node: (self._weights[node], node))
        costs = accumulate(self._weights[node] for node in nodes)
        return [node for node, cost in zip(nodes, costs, strict=True) if cost <= self._left or _is_post(side)]

    def _cost(self, nodes: Iterable[str]) -> int:
        return sum(self._weights[node] for node in nodes)

    def _advance(self, side: Side) -> None:
        able = self._able(side)
        cost = self._cost(able)
        self._left -= cost
        limit = ROWS + ROWS_AN_EDGE * cost
        rows = self._crossing.of(able, limit)
        side.advance(rows, whole=len(able) == len(side.frontier) and len(rows) < limit)

    def _told(self, met: list[str], other: Side, limit: int) -> Linkage:
        """The paths through the nodes where the sides met."""
        one, two = self._sides
        fewest = min(other.depths[node] for node in met)
        met = [node for node in met if other.depths[node] == fewest]
        inner = sorted((one.behind(met) | two.behind(met)) - set(self._crossing.ends))
        busy = busyness(self._crossing.reader, inner, self._crossing.as_of) if inner else {}
        before, behind = (Best(limit, busy, onward) for onward in (True, False))
        found: list[Way] = []
        for node in met:
            for cost, first in one.ways(node, before):
                for more, rest in two.ways(node, behind):
                    found.append((cost + busy.get(node, 0) + more, (*first, *rest[1:])))
        paths = tuple(self._path(nodes) for _, nodes in sorted(found)[:limit])
        cut = one.cut or two.cut
        hops = len(paths[0].steps)
        return Linkage(paths, min(hops, one.sure + two.sure), Nothing.BUDGET if cut else None)

    def _path(self, nodes: tuple[str, ...]) -> Path:
        return Path(tuple(self._step(start, end) for start, end in pairwise(nodes)))

    def _step(self, start: str, end: str) -> Step:
        one, two = self._sides
        row: Neighbour | None = one.edges.get(end, {}).get(start)
        if row is not None:
            return _hop(start, end, row, forward=row.forward)
        row = two.edges[start][end]
        return _hop(start, end, row, forward=not row.forward)


def _hop(start: str, end: str, row: Neighbour, *, forward: bool) -> Step:
    axis = row.axis or schema().all_edges[row.kind].axis
    return Step(start, end, row.kind, row.edge, axis and str(axis), forward, row.post, row.seat)


def _is_post(side: Side) -> bool:
    return side.depth == 0 and side.root.startswith("post:")
