"""The body that leads at a place: its top Party organisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.organizations_at import organizations_at
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.top_bodies import top_bodies
from wushe.schema import schema

OF_ONE = 100
"""Organisations of one kind at one place that are looked at."""


class Leaders:
    """Who leads at places on a day: each place is asked about once, however many parts of an answer need it."""

    def __init__(self, reader: Reader, as_of: date) -> None:
        self._reader = reader
        self._as_of = as_of
        self._asked: set[str] = set()
        self._found: dict[str, str] = {}

    def at(self, places: Collection[str]) -> dict[str, str]:
        """As `leaders_at`."""
        if new := [place for place in dict.fromkeys(places) if place not in self._asked]:
            self._asked.update(new)
            self._found |= leaders_at(self._reader, new, self._as_of)
        return {place: self._found[place] for place in sorted(set(places)) if place in self._found}


def leaders_at(reader: Reader, places: Collection[str], as_of: date) -> dict[str, str]:
    """For each place that has one, the Party organisation located there that none located there leads."""
    order = {kind: number for number, kind in enumerate(party_kinds())}
    found: dict[str, str] = {}
    for row in sorted(
        top_bodies(reader, places, party_kinds(), (), as_of), key=lambda row: (order[row.kind], row.body)
    ):
        found.setdefault(row.place, row.body)
    return dict(sorted(found.items()))


def bodies_of_post(reader: Reader, places: Collection[str], kind: str, as_of: date) -> list[str]:
    """The organisations at these places whose posts of a kind are meant when only the place is said.

    *The* secretary is that of the Party organisation that leads there; *the* director, of a committee.
    """
    post = schema().posts[kind]
    if post.stands_in == "top_party":
        return list(leaders_at(reader, places, as_of).values())
    rows = organizations_at(reader, places, post.bodies, "ID", False, None, OF_ONE, as_of)
    return [row.id for row in rows]
