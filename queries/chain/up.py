"""Upward: the territory with what leads at each place, or who leads and guides an organisation, and on along the trunk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import pairwise

from wushe.graph import Reader
from wushe.queries.chain.leaders import leaders_at
from wushe.queries.chain.model import ChainStep, Tree, joint_kinds
from wushe.queries.chain.upper_ties import Link, upper_ties
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.territory import territory
from wushe.queries.whereabouts import whereabouts
from wushe.schema import Axis, schema
from wushe.schema.ids import organization_kind

MOST = 200


def chain_up(reader: Reader, body: str, axis: str | None, depth: int, as_of: date) -> list[ChainStep]:
    """The whole chain above a body (id), the body itself first, along one axis or all; at most `depth` steps up.

    Shape: a tree by `parent`. From a place: the grids that cover it, the places above, and below each the body that leads
    there. From an organisation: who leads, then who guides, each edge by its own axis; whoever nobody leads goes on to the
    body that leads the territory.
    """
    tree = Tree(depth, MOST)
    tree.add(body)
    climb = _Climb(reader, as_of, axis, tree)
    if body.startswith("org:"):
        climb.from_organization(body)
    elif axis in (None, Axis.BLOCK.value):
        climb.from_place(body)
    return list(tree.steps.values())


class _Climb:
    """One way up."""

    def __init__(self, reader: Reader, as_of: date, axis: str | None, tree: Tree) -> None:
        self._reader = reader
        self._as_of = as_of
        self._axis = axis
        self._tree = tree

    def from_place(self, place: str) -> None:
        """The grids, the places above, and who leads at each."""
        chain = territory(self._reader, place, self._as_of)
        for step in chain:
            if step.step == 1:
                self._tree.add(step.id, place)
        upward = [step for step in chain if step.step != 1]
        for lower, upper in pairwise(upward):
            self._tree.add(upper.id, lower.id)
        leaders = leaders_at(self._reader, [step.id for step in chain], self._as_of)
        for step in chain:
            if step.id in leaders:
                self._tree.add(leaders[step.id], step.id)
            elif schema().places[step.kind].division and _rank(step.kind) >= _rank("county"):
                self._break(step.id)
        lower_ones = [leaders[step.id] for step in upward if step.id in leaders and _rank(step.kind) > _rank("county")]
        led = {link.owner for link in self._links(lower_ones) if link.leads}
        for leader in lower_ones:
            if leader not in led:
                self._break(leader)

    def from_organization(self, start: str) -> None:
        """Step by step up; from a body that nobody leads or guides, to what leads the nearest place above.

        A Party organisation that is only guided goes on there too.
        """
        frontier = [start]
        while frontier:
            links = self._links(frontier)
            reached = [
                link.other
                for link in links
                if self._tree.add(link.other, link.owner, tie=link.tie, axis=link.axis, primary=link.primary)
            ]
            joined = {link.owner for link in links if link.leads or not _is_party(link.owner)}
            frontier = reached + self._along_the_trunk([body for body in frontier if body not in joined])

    def _links(self, bodies: Collection[str]) -> list[Link]:
        return upper_ties(self._reader, bodies, joint_kinds(), self._axis, self._as_of)

    def _along_the_trunk(self, alone: Collection[str]) -> list[str]:
        """What leads the territory of bodies that nobody leads; such a Party organisation is where the chain is broken."""
        if not alone or self._axis not in (None, Axis.BLOCK.value):
            return []
        homes = {row.id: row.places for row in whereabouts(self._reader, alone, self._as_of)}
        wanted = {place["id"] for places in homes.values() for place in places}
        leaders = leaders_at(self._reader, wanted, self._as_of)
        reached: list[str] = []
        for body in alone:
            places = homes.get(body, [])
            if _is_party(body) and places and _rank(places[0]["kind"]) > _rank("county"):
                self._break(body)
            above = [leaders[place["id"]] for place in places if place["id"] in leaders]
            above = above[above.index(body) + 1 :] if body in above else above
            if above and self._tree.add(above[0], body):
                reached.append(above[0])
        return reached

    def _break(self, body: str) -> None:
        if body in self._tree.steps:
            self._tree.steps[body] = replace(self._tree.steps[body], broken=True)


def _rank(kind: str) -> int:
    return schema().places[kind].rank


def _is_party(body: str) -> bool:
    """Whether a body is a Party organisation of a territory: one that another such must lead, below the county's own."""
    return body.startswith("org:") and organization_kind(body) in party_kinds()
