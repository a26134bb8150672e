"""What the file itself brings, found by the names, aliases and codes it gives: rows may refer to rows further down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from wushe.queries.matches import Match, MatchHow
from wushe.queries.naming import leads_to
from wushe.schema import schema
from wushe.schema.naming import NUMBERED, numbered_key
from wushe.schema.statements import KEY_OF_PREFIX
from wushe.schema.text import split_ordinal, squeeze


def target(identifier: str, label: str, kind: str, name: str, place: Match | None = None) -> Match:
    """A thing of the file in the shape of a match; `place` is where it lies."""
    return Match(
        id=identifier,
        label=label,
        kind=kind,
        name=name,
        how=MatchHow.FULL_NAME,
        matched=name,
        score=1.0,
        path=(*(place.path if place else ()), name),
        places=_places(identifier, label, place),
        valid=True,
        above=place.above if place else (),
    )


def _places(identifier: str, label: str, place: Match | None) -> tuple[str, ...]:
    upper = place.places if place else ()
    return (identifier, *upper) if label == "Place" else upper


class Registry:
    """The things of one file by every way in which it calls them."""

    def __init__(self) -> None:
        self._by_key: dict[str, dict[str, Match]] = defaultdict(dict)
        self._by_id: dict[str, Match] = {}

    def add(self, thing: Match, words: Iterable[str | None] = ()) -> None:
        """Register a thing under its id, its name and other words."""
        self._by_id[thing.id] = thing
        for word in (thing.id, thing.name, *words):
            for key in keys(word) if word else ():
                self._by_key[key][thing.id] = thing

    def get(self, identifier: str) -> Match | None:
        """The thing of this id."""
        return self._by_id.get(identifier)

    def organizations(self) -> list[Match]:
        """The organisations of the file."""
        return [thing for thing in self._by_id.values() if thing.label == "Organization"]

    def find(self, text: str, types: tuple[str, ...]) -> list[Match]:
        """What a text means in this file; names of places may stand before it."""
        if text.partition(":")[0] in KEY_OF_PREFIX:
            return self._found((text.lower(),), text, types, "")
        if not self._by_id:
            return []
        plain = squeeze(text).lower()
        numbered = [kind for kind in NUMBERED if split_ordinal(plain, schema().places[kind].units)]
        for cut in range(max(len(plain) - 1, 1)):
            rest = plain[cut:]
            if found := self._found((rest, *_numbered(rest, numbered)), rest, types, plain[:cut]):
                return found
        return []

    def _found(self, spellings: Iterable[str], text: str, types: tuple[str, ...], before: str) -> list[Match]:
        """What the first of these spellings that is known means, of these types, in places called as `before` says."""
        there = next((things for key in spellings if (things := self._by_key.get(key))), {})
        return [replace(m, matched=text) for m in there.values() if m.label in types and self._under(before, m)]

    @staticmethod
    def _under(before: str, match: Match) -> bool:
        return not before or leads_to(squeeze(before), match)


def keys(word: str) -> list[str]:
    """The spellings under which a name is registered and looked up, the nearest first."""
    plain = squeeze(word).lower()
    return [plain, *_numbered(plain, NUMBERED)]


def _numbered(plain: str, kinds: Iterable[str]) -> list[str]:
    return [f"#{key}" for kind in kinds if (key := numbered_key(kind, plain))]
