"""Upward: the territory with what leads at each place, or who leads and guides an organisation, and on along the trunk."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from wushe.graph import Reader
from wushe.queries.chain.breaks import with_breaks
from wushe.queries.chain.leaders import Leaders
from wushe.queries.chain.model import MOST, ChainStep, Tree
from wushe.queries.chain.upper_ties import upper_ties
from wushe.queries.responsibility.candidates import joint_kinds, party_kinds
from wushe.queries.territory import territory
from wushe.queries.whereabouts import whereabouts
from wushe.schema import Axis
from wushe.schema.ids import organization_kind


def chain_up(reader: Reader, body: str, axis: str | None, depth: int, as_of: date) -> list[ChainStep]:
    """The whole chain above a body (id) that is there on the day, itself first, along one axis or all; at most `depth` steps.

    Shape: a tree by `parent`. From a place: the grids that cover it, the places above, and beside each the body that leads
    there. From an organisation: who leads, then who guides, each edge by its own axis; whoever nobody leads goes on to the
    body that leads the territory.
    """
    tree = Tree(depth, MOST)
    tree.add(body)
    climb = _Climb(reader, as_of, axis, tree)
    if body.startswith("org:"):
        climb.from_organization(body)
    elif climb.is_territorial:
        climb.from_place(body)
    return with_breaks(reader, tree.steps.values(), climb.leaders, as_of)


class _Climb:
    """One way up."""

    def __init__(self, reader: Reader, as_of: date, axis: str | None, tree: Tree) -> None:
        self._reader = reader
        self._as_of = as_of
        self._axis = axis
        self._tree = tree
        self.leaders = Leaders(reader, as_of)

    @property
    def is_territorial(self) -> bool:
        """Whether steps along the territory are asked for."""
        return self._axis in (None, Axis.BLOCK.value)

    def from_place(self, place: str) -> None:
        """The grids, the places above, and who leads at each."""
        chain = territory(self._reader, [place], self._as_of).get(place, [])
        for step in chain:
            if step.step == 1:
                self._tree.add(step.id, place)
        for lower, upper in pairwise(step for step in chain if step.step != 1):
            self._tree.add(upper.id, lower.id)
        for home, leader in self.leaders.at([step.id for step in chain]).items():
            self._tree.add(leader, home)

    def from_organization(self, start: str) -> None:
        """Step by step up; from a body that nobody leads or guides, to what leads the nearest place above.

        A Party organisation that is only guided goes on there too.
        """
        frontier = [start]
        while frontier:
            links = upper_ties(self._reader, frontier, joint_kinds(), self._as_of)
            reached = [
                link.other
                for link in links
                if self._axis in (None, link.axis)
                and self._tree.add(link.other, link.owner, tie=link.tie, axis=link.axis, primary=link.primary)
            ]
            joined = {link.owner for link in links if link.leads or not _is_party(link.owner)}
            alone = [body for body in frontier if body not in joined]
            frontier = reached + (self._along_the_trunk(alone) if alone and self.is_territorial else [])

    def _along_the_trunk(self, alone: Collection[str]) -> list[str]:
        """What leads the territory of bodies that nobody leads."""
        homes = {row.id: [place["id"] for place in row.places] for row in whereabouts(self._reader, alone, self._as_of)}
        leaders = self.leaders.at({place for places in homes.values() for place in places})
        reached: list[str] = []
        for body in alone:
            above = [leaders[place] for place in homes.get(body, ()) if place in leaders]
            above = above[above.index(body) + 1 :] if body in above else above
            if above and self._tree.add(above[0], body):
                reached.append(above[0])
        return reached


def _is_party(body: str) -> bool:
    """Whether a body is a Party organisation of a territory: one that another such must lead, below the county's own."""
    return body.startswith("org:") and organization_kind(body) in party_kinds()
