"""From the names in cells to the things they mean: those of the file first, then those of the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from wushe.graph import Reader
from wushe.loaders.lines import Line, RowError
from wushe.loaders.privacy import shown
from wushe.loaders.registry import Registry
from wushe.loaders.unresolved import gone, why_not
from wushe.loaders.words import kind_within
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.resolve import forms_before, resolve_many
from wushe.schema import schema
from wushe.schema.naming import stem_of
from wushe.schema.text import split_ordinal, squeeze

PLACE = ("Place",)
BODY = ("Place", "Organization")
ORGANIZATION = ("Organization",)
MATTER = ("Matter",)
TRUSTED = frozenset(
    {MatchHow.ID, MatchHow.CODE, MatchHow.FULL_NAME, MatchHow.SHORT_NAME, MatchHow.ALIAS, MatchHow.OLD_NAME}
)
"""Ways of matching that a file may rely on; letters and likenesses are for people who can choose."""

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "places": {"parent": PLACE, "id": PLACE},
    "organizations": {"name": BODY, "place": PLACE, "uscc": BODY, "id": BODY},
    "tenures": {"body": BODY, "place": PLACE},
    "ties": {"start": BODY, "end": BODY, "place": PLACE},
    "matters": {"name": MATTER, "code": MATTER, "broader": MATTER, "id": MATTER},
    "duties": {"matter": MATTER, "bearer": BODY, "within": PLACE},
    "needs": {"raised_by": BODY, "matter": MATTER, "taken_by": BODY},
    "figures": {"place": PLACE},
    "tallies": {"place": PLACE},
}
"""The fields of each table that name other things, and what they may name: all that a table needs to begin with."""
DIVISIONS = {"name": PLACE, "code": PLACE}
"""Those by which a division is known."""
SUPERIORS = {"superior": BODY, "guide": BODY}
"""Those of organisations that may name others of the same file."""
MANY = 50
"""Names asked for at once from which it pays to know the places that may stand before them."""
LISTS = frozenset({"covered_by", "guide", "taken_by"})


@dataclass(slots=True)
class References:
    """Looks names up for one file. `fetch` asks the graph for all that a table names and the file does not bring."""

    reader: Reader
    scope: Scope
    registry: Registry = field(default_factory=Registry)
    known: dict[tuple[tuple[str, ...], str], list[Match]] = field(default_factory=dict)
    before: frozenset[str] | None = None
    """Names of places that may stand before others; asked for with the first long list of names."""

    def fetch(self, lines: Iterable[Line], fields: Mapping[str, tuple[str, ...]]) -> None:
        """Ask the graph what the names in these fields mean, but for those that the file itself brings."""
        wanted: dict[tuple[str, ...], set[str]] = {}
        for line in lines:
            for name, types in fields.items():
                written = line.items(name) if name in LISTS else [line.text(name) or ""]
                wanted.setdefault(types, set()).update(form for text in written if text for form in forms(line, text))
        for types, texts in wanted.items():
            self.ask(types, [text for text in texts if not self.registry.find(text, types)])

    def ask(self, types: tuple[str, ...], texts: Collection[str]) -> None:
        """Ask the graph for all of these at once."""
        unknown = [text for text in texts if (types, text) not in self.known]
        if len(unknown) > MANY and self.before is None:
            self.before = forms_before(self.reader, self.scope)
        found = resolve_many(self.reader, unknown, self.scope, types=types, before=self.before) if unknown else {}
        for text, matches in found.items():
            self.known[types, text] = [match for match in matches if match.how in TRUSTED]

    def in_graph(self, text: str, types: tuple[str, ...]) -> list[Match]:
        """What the graph calls so."""
        self.ask(types, [text])
        return self.known[types, text]

    def candidates(self, text: str, types: tuple[str, ...], line: Line | None = None) -> list[Match]:
        """Everything that a text may mean: of the file, else of the graph."""
        for form in forms(line, text) if line else [text]:
            found = self.registry.find(form, types) or self.in_graph(form, types)
            if types == BODY:
                found = self._offices(form, found)
            if found:
                return found
        return []

    def _offices(self, text: str, found: list[Match]) -> list[Match]:
        """登科街道办事处 is the office of 登科街道, where there is one, and not the place, which is called so too."""
        kind = kind_within("organizations", text)
        if kind is None or len(found) > 1 or (found and (found[0].label != "Place" or _is_name(text, found[0]))):
            return found
        words = (*schema().organizations[kind].words, "办", "人民政府", "政府")
        bases = [squeeze(text).removesuffix(word) for word in words if squeeze(text).endswith(word)]
        places = found or [place for base in bases if len(base) > 1 for place in self.candidates(base, PLACE)]
        if len({place.id for place in places}) != 1:
            return found
        place = places[0]
        names = [f"{stem}{word}" for stem in (place.name, stem_of(place.kind, place.name)) for word in words]
        self.ask(ORGANIZATION, names)
        offices = {
            match.id: match
            for name in (text, *names)
            for match in self.registry.find(name, ORGANIZATION) or self.in_graph(name, ORGANIZATION)
            if match.kind == kind and place.id == next(iter(match.places), None)
        }
        return list(offices.values()) if len(offices) == 1 else found

    def one(self, line: Line, name: str, types: tuple[str, ...], near: Iterable[Match | None], text: str = "") -> Match:
        """The one thing that a cell (or a part of it, `text`) names.

        `near` are places that decide between several, the nearest first.

        Raises:
            RowError: nothing bears the name, or several do.
        """
        written = text or line.required(name)
        around = [place for place in near if place is not None]
        chosen = narrowed(self.candidates(written, types, line), around)
        if is_bare(written):
            chosen = self._numbered(written, types, chosen, around)
        if len(chosen) == 1:
            return self._there(chosen[0], written, name)
        raise RowError(several(written, chosen) if chosen else self._none(written, types, around), name)

    def _numbered(self, written: str, types: tuple[str, ...], chosen: list[Match], around: list[Match]) -> list[Match]:
        """第1网格 alone is that of the nearest place, never one of another place."""
        if not around:
            return chosen
        inside = [match for match in chosen if around[0].id in match.places]
        return inside or [
            match for match in self.candidates(f"{around[0].name}{written}", types) if around[0].id in match.places
        ]

    def _there(self, match: Match, written: str, name: str) -> Match:
        """What a name means must not be over; an id means what it means, and an export writes what is over too."""
        if match.until is not None and match.until <= self.scope.as_of and match.how is not MatchHow.ID:
            raise RowError(gone(self, match, written), name)
        return match

    def _none(self, written: str, types: tuple[str, ...], around: list[Match]) -> str:
        if is_bare(written) and not around:
            return f"“{shown(written)}”没有写明是哪个村（社区）的，请填写村（社区）"
        return why_not(self, written, types)

    def places_in(self, line: Line) -> list[Match]:
        """What the place that a row gives may mean; nothing where it gives none.

        Raises:
            RowError: there is no such place.
        """
        text = line.text("place")
        found = self.candidates(text, PLACE) if text else []
        if text and not found:
            raise RowError(why_not(self, text, PLACE), "place")
        return [self._there(found[0], text or "", "place")] if len(found) == 1 else found


def agree(body: Match, places: list[Match]) -> None:
    """What a row says of where its body is must be so.

    Raises:
        RowError: the body is elsewhere.
    """
    if places and not any(place.id in body.places or set(body.places[:1]) & set(place.places) for place in places):
        raise RowError(
            f"“{shown(body.name)}”在{'/'.join(body.path[:-1])}，与这里写的“{'/'.join(places[0].path)}”不符，请核对",
            "place",
        )


def _is_name(text: str, place: Match) -> bool:
    return squeeze(text) == squeeze(place.name)


def forms(line: Line | None, text: str) -> list[str]:
    """A text, and before it, for a bare number (第1网格), the text with the place its row gives."""
    place = (line.text("place") or line.text("parent")) if line else None
    return [f"{place}{text}", text] if place and is_bare(text) else [text]


def is_bare(text: str) -> bool:
    """Whether a text is a number without its place: 第1网格, 3组."""
    split = split_ordinal(text, _units())
    return split is not None and not split[0]


@cache
def _units() -> tuple[str, ...]:
    return tuple(sorted({unit for kind in schema().places.values() for unit in kind.units}))


def narrowed(found: list[Match], near: list[Match]) -> list[Match]:
    """Of several, those within the nearest place that has any."""
    found = _topmost(found)
    for place in near:
        if len(found) > 1 and (inside := [match for match in found if place.id in match.places]):
            found = _topmost(inside)
    return found


def _topmost(found: list[Match]) -> list[Match]:
    """A place before what lies in it and is called the same."""
    tops = [match for match in found if all(match.id in other.places for other in found if other is not match)]
    return tops if match_is_place(tops) else found


def match_is_place(found: list[Match]) -> bool:
    """Whether this is one place and nothing else."""
    return len(found) == 1 and found[0].label == "Place"


def several(written: str, found: list[Match]) -> str:
    """Why a name is not enough."""
    paths = "；".join("/".join(match.path) for match in found[:5])
    return f"“{shown(written)}”有 {len(found)} 处：{paths}，请写上镇街名，或改用编码"
