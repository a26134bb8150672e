"""What an export is about: everything in its counties, or in a place there, read in one go from a graph that does not change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from wushe.graph import Reader
from wushe.queries.exporting.duties import ExportedDuty, duties
from wushe.queries.exporting.figures import ExportedFigure, figures
from wushe.queries.exporting.matters import ExportedMatter, matters
from wushe.queries.exporting.needs import ExportedNeed, needs
from wushe.queries.exporting.organizations import ExportedOrganization, organizations
from wushe.queries.exporting.places import ExportedPlace, places
from wushe.queries.exporting.posts import ExportedPost, posts
from wushe.queries.exporting.tallies import ExportedTally, tallies
from wushe.queries.lists.ground import ground
from wushe.schema import ANYWHERE, schema

PAGE = 2_000
"""Nodes asked for at once."""


class Exported(Protocol):
    """A node with its properties."""

    @property
    def node(self) -> dict[str, Any]:
        """The properties."""


E = TypeVar("E", bound=Exported)
T = TypeVar("T")
Page = Callable[[Reader, str, str, int, date | None], list[E]]


@dataclass(slots=True)
class Snapshot:
    """Everything of an export, each table in the order in which it is written; `left` counts what reaches beyond it.

    A row is in it only when all that it refers to is, so that the file loads into an empty graph without the rest.
    """

    places: list[ExportedPlace] = field(default_factory=list)
    organizations: list[ExportedOrganization] = field(default_factory=list)
    ties: list[dict[str, Any]] = field(default_factory=list)
    posts: list[ExportedPost] = field(default_factory=list)
    matters: list[ExportedMatter] = field(default_factory=list)
    duties: list[ExportedDuty] = field(default_factory=list)
    needs: list[ExportedNeed] = field(default_factory=list)
    figures: list[ExportedFigure] = field(default_factory=list)
    tallies: list[ExportedTally] = field(default_factory=list)
    scope: tuple[str, ...] = ()
    area_codes: dict[str, str] = field(default_factory=dict)
    left: int = 0


@dataclass(slots=True)
class Taking:
    """Takes a snapshot of these counties, or of the place of this id in one of them, on a day or of all days."""

    reader: Reader
    counties: tuple[str, ...]
    place: str | None
    as_of: date | None
    found: Snapshot = field(default_factory=Snapshot)
    _here: set[str] = field(default_factory=set)
    """The ids of the places that it is about."""
    _bodies: set[str] = field(default_factory=set)
    """The ids of all places and organisations that it has."""
    _tied: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)
    """Every place and organisation of the counties by its id, with the ties that begin there."""

    def take(self) -> Snapshot:
        """Everything, what is referred to first."""
        found = self.found
        self._take_places()
        everybody = list(self._all(self._bodies_of(organizations)))
        self._tied += [(one.node["id"], one.ties) for one in everybody]
        found.organizations = [one for one in everybody if self._is_here(one)]
        found.organizations = [replace(one, located=self._inside(one.located)) for one in found.organizations]
        self._bodies |= {one.node["id"] for one in found.organizations}
        found.places = [replace(one, covers=self._inside(one.covers)) for one in found.places]
        found.ties = self._closed(self._ties(), lambda tie: (tie["start"], tie["other"]))
        mine = self._here | {one.node["id"] for one in found.organizations}
        found.posts = [post for post in self._all(posts) if post.body in mine]
        held = {post.node["id"] for post in found.posts} | self._bodies
        found.matters = list(self._pages(matters, ANYWHERE))
        within = (duty for duty in self._all(duties) if duty.node["within"] in self._here)
        bearer: Callable[[ExportedDuty], Collection[str]] = lambda duty: (  # noqa: E731
            [duty.node["bearer"]] if duty.node.get("bearer") else []
        )
        found.duties = self._closed(within, bearer, held)
        raised = (need for need in self._all(needs) if need.raiser in mine)
        found.needs = self._closed(raised, lambda need: [took["other"] for took in need.takers])
        found.figures = [one for one in self._all(figures) if one.node["place"] in self._here]
        found.tallies = [one for one in self._all(tallies) if one.node["place"] in self._here]
        return found

    def _take_places(self) -> None:
        """The places, from the largest down, with those above them."""
        kinds = schema().places
        everywhere = sorted(
            self._all(self._bodies_of(places)), key=lambda one: (kinds[one.node["kind"]].rank, one.node["id"])
        )
        self._tied = [(one.node["id"], one.ties) for one in everywhere]
        upper = {one.node["id"]: {part["other"] for part in one.parents} for one in everywhere}
        self._here = set(upper) if self.place is None else self._within(upper, self.place)
        above: set[str] = set()
        waiting = list(self._here)
        while waiting:
            new = upper.get(waiting.pop(), set()) - above
            above |= new
            waiting += new
        self._bodies = (self._here | above) & set(upper)
        self.found.places = [one for one in everywhere if one.node["id"] in self._bodies]

    @staticmethod
    def _within(upper: dict[str, set[str]], root: str) -> set[str]:
        """What is, or once was, part of a place; parts come after what they are part of."""
        here = {root}
        for place, parents in upper.items():
            if parents & here:
                here.add(place)
        return here

    def _inside(self, edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The edges of a body that lead to what is in the export."""
        return self._closed(iter(edges), lambda edge: [edge["other"]])

    def _is_here(self, one: ExportedOrganization) -> bool:
        return any(where["other"] in self._here for where in one.located)

    def _ties(self) -> Iterator[dict[str, Any]]:
        """The ties of the bodies that are here; what ties two bodies above them is nothing of theirs."""
        here = self._here | {one.node["id"] for one in self.found.organizations}
        for start, ties in self._tied:
            for tie in sorted(ties, key=lambda tie: str(tie["id"])):
                if start in here or tie["other"] in here:
                    yield tie | {"start": start}

    def _closed(
        self, found: Iterator[T], ends: Callable[[T], Collection[str]], there: Collection[str] | None = None
    ) -> list[T]:
        """Those whose ends are all in the export; the others are counted."""
        kept = []
        for one in found:
            if all(end in (self._bodies if there is None else there) for end in ends(one)):
                kept.append(one)
            else:
                self.found.left += 1
        return kept

    def _all(self, page: Page[E]) -> Iterator[E]:
        """All of one kind in the counties and the levels above them."""
        for county in ground(None, self.counties).counties:
            yield from self._pages(page, county)

    def _pages(self, page: Page[E], county: str) -> Iterator[E]:
        after = ""
        while rows := page(self.reader, county, after, PAGE, self.as_of):
            yield from rows
            after = str(rows[-1].node["id"])
            if len(rows) < PAGE:
                return

    @staticmethod
    def _bodies_of(page: Callable[..., list[E]]) -> Page[E]:
        """Pages of bodies, with every kind of tie."""

        def run(reader: Reader, county: str, after: str, limit: int, as_of: date | None) -> list[E]:
            return page(reader, county, after, limit, as_of, kinds=list(schema().ties))

        return run
