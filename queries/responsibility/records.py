"""What is read of a day to answer about one place or about many: each thing once, however many places need it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.first_duty import first_duty
from wushe.queries.matter_line import MatterRow
from wushe.queries.names_on import names_on
from wushe.queries.narrower_matters import NarrowerRow, narrower_matters
from wushe.queries.responsibility.heads import heads_of
from wushe.queries.seats import Seat, seats

MOST_NARROWER = 50
"""Narrower matters of one answer."""


class Records:
    """Posts, heads of bodies and names on a day, and when the duties of a line of matters begin; kept when read."""

    def __init__(self, reader: Reader, matters: Sequence[MatterRow], as_of: date) -> None:
        self.reader = reader
        self.matters = matters
        self.as_of = as_of
        self._seats: dict[str, Seat | None] = {}
        self._heads: dict[str, list[Seat]] = {}
        self._names: dict[str, str] = {}
        self._first: dict[str, date | None] = {}
        self._narrower: dict[str, list[NarrowerRow]] = {}

    def seats(self, posts: Iterable[str]) -> dict[str, Seat]:
        """The posts of these ids that are known, with their holders, by id."""
        wanted = set(posts)
        new = sorted(wanted - self._seats.keys())
        found = seats(self.reader, new, self.as_of)
        self._seats |= {post: found.get(post) for post in new}
        return {post: seat for post in wanted if (seat := self._seats[post])}

    def heads(self, bodies: Mapping[str, str]) -> dict[str, list[Seat]]:
        """The posts that head each body (id to kind), the first in line first."""
        if new := {body: kind for body, kind in bodies.items() if body not in self._heads}:
            self._heads |= heads_of(self.reader, new, self.as_of)
        return {body: self._heads[body] for body in bodies}

    def read_names(self, bodies: Iterable[str]) -> None:
        """Read what these bodies are called, together."""
        if new := set(bodies) - self._names.keys():
            self._names |= dict.fromkeys(new, "") | names_on(self.reader, new, self.as_of)

    def name(self, body: str) -> str:
        """What a body is called on the day; its id where nobody says."""
        self.read_names([body])
        return self._names[body] or body

    def begins(self, places: Iterable[str]) -> date | None:
        """The first day after this one for which a duty for the matter or a broader one is attested within the places."""
        wanted = set(places)
        if new := sorted(wanted - self._first.keys()):
            found = first_duty(self.reader, new, [matter.id for matter in self.matters], self.as_of)
            self._first |= {place: found.get(place) for place in new}
        return min((day for place in wanted if (day := self._first[place])), default=None)

    def narrower(self, places: Iterable[str]) -> dict[str, str]:
        """Narrower matters with duties within the places: id to name, by id."""
        wanted = set(places)
        if new := sorted(wanted - self._narrower.keys()):
            self._narrower |= {place: [] for place in new}
            for row in narrower_matters(self.reader, self.matters[0].id, new, self.as_of):
                self._narrower[row.place].append(row)
        found = {row.id: row.name for place in wanted for row in self._narrower[place]}
        return dict(sorted(found.items())[:MOST_NARROWER])
