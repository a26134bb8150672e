"""From an address to the places it may be in: a road, a building or a landmark of 范围说明, or a name with a number after it.

Callers say 登科路12号, 义阳府第3栋, 农贸市场旁边, and names of places above may stand before. What a text says of numbers decides
between places that name the same road; where it says nothing, all of them are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from wushe.graph import Reader
from wushe.queries.landmarks import LandmarkRow, places_with
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.names import NamedRow
from wushe.queries.naming import leads_to, matches_of
from wushe.schema.addresses import (
    LONGEST,
    Landmark,
    Nearness,
    address_tail,
    landmarks_in,
    number_in,
    road_in,
    without_segment,
)


class Fit(IntEnum):
    """How well a place fits an address, the best first. A worse one never makes a better one ambiguous."""

    EXACT = 0
    """The text names this very door: 登科华府1幢1单元."""
    NAME = 1
    """It is called so, and a number or a word follows: 义阳府第3栋."""
    NUMBER = 2
    """The text says that this very number is there: 登科路36号."""
    STRETCH = 3
    """The number is in a stretch that the text gives: 12号 in 登科路1号至88号."""
    THERE = 4
    """The road or the landmark is there, whatever the number."""
    DOOR = 5
    """Something stands at one door of the road that was asked for as a whole."""
    PART = 6
    """A part of the landmark is there, or its neighbourhood."""
    BESIDE = 7
    """The place ends there."""
    ROAD = 8
    """Only the road is known of what was said: 城南路 of 城南路菜市场."""
    ELSEWHERE = 9
    """The text gives other numbers than this: no more than a suggestion."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where in a text a landmark may stand, and where the number and the words after it end."""

    start: int
    end: int
    stop: int
    worst: Fit = Fit.EXACT
    """It fits no better than this, being only a part of what was said."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place whose 范围说明 a part of a text fits."""

    part: Part
    fit: Fit
    landmark: Landmark
    row: LandmarkRow


def hits_in(reader: Reader, plain: str, parts: Iterable[Part], scope: Scope) -> list[Hit]:
    """The places that have a landmark in one of these parts of a text, whatever stands before it.

    `plain` is squeezed and in lower case.
    """
    wanted: dict[str, list[tuple[Part, str]]] = defaultdict(list)
    for part in parts:
        key = plain[part.start : part.end]
        for name in dict.fromkeys((key, without_segment(key))):
            wanted[name].append((part, key))
    return [hit for row in places_with(reader, scope.counties, wanted) for hit in _fits(plain, row, wanted)]


def hits_at_end(reader: Reader, plain: str, scope: Scope) -> list[Hit]:
    """As `hits_in`, of the landmark with which a text ends, but for a number and words for near it; else of a road."""
    size = len(plain)
    ends = [*heads_of(plain), size]
    parts = [Part(start, end, size) for end in ends for start in range(max(0, end - LONGEST), end - 1)]
    if hits := hits_in(reader, plain, parts, scope):
        return hits
    roads = ((start, road_in(plain[start:])) for start in range(size - 2))
    return hits_in(reader, plain, [Part(n, n + len(road), size, Fit.ROAD) for n, road in roads if road], scope)


def heads_of(plain: str) -> list[int]:
    """Where a text may end but for a number and words for near it."""
    return [end for end in range(2, len(plain)) if address_tail(plain, end) == len(plain)]


def matches_in(reader: Reader, hits: Sequence[Hit], scope: Scope) -> list[Match]:
    """The places of hits as matches."""
    rows = [_named(hit) for hit in hits]
    matches = matches_of(reader, [(row, MatchHow.ALIAS, row.text) for row in rows], scope)
    return [
        replace(match, landmark=hit.landmark.key, score=score_of(hit.fit))
        for hit, match in zip(hits, matches, strict=True)
    ]


def score_of(fit: Fit) -> float:
    """Below every name that is borne, above names that are only spelled so."""
    return round(0.48 - 0.01 * fit, 2)


def led_to(before: str, match: Match) -> bool:
    """Whether what stands before an address names places that the found one lies in, or itself."""
    return leads_to(before, match) or leads_to(before.removesuffix(match.name.lower()), match)


def of_the_day(matches: Iterable[Match]) -> list[Match]:
    """Each place once; those of the day where there are any."""
    found = {match.id: match for match in reversed(list(matches))}
    chosen = [match for match in found.values() if match.valid] or list(found.values())
    return sorted(chosen, key=lambda match: (len(match.path), match.id))


def _fits(plain: str, row: LandmarkRow, wanted: Mapping[str, Sequence[tuple[Part, str]]]) -> Iterator[Hit]:
    """For each part of the text the landmark of a place that fits it best."""
    best: dict[Part, tuple[Fit, Landmark]] = {}
    for landmark in landmarks_in(row.scope):
        for part, key in wanted.get(landmark.key, ()):
            fit = max(_fit(plain, part, landmark), part.worst, Fit.PART if key != landmark.key else Fit.EXACT)
            if part not in best or fit < best[part][0]:
                best[part] = (fit, landmark)
    yield from (Hit(part, fit, landmark, row) for part, (fit, landmark) in best.items())


def _fit(plain: str, part: Part, landmark: Landmark) -> Fit:
    if landmark.nearness is not Nearness.WHOLE:
        return Fit.BESIDE if landmark.nearness is Nearness.BESIDE else Fit.PART
    asked = number_in(plain[part.end : part.stop])
    if asked is None:
        if landmark.unit:
            return Fit.DOOR if landmark.single else Fit.THERE
        return Fit.EXACT if _holds_number(landmark.key) else Fit.THERE
    if landmark.unit != asked.unit:
        return Fit.THERE
    if not landmark.holds(asked.number):
        return Fit.ELSEWHERE
    return Fit.NUMBER if landmark.single else Fit.STRETCH


def _holds_number(key: str) -> bool:
    """Whether a name ends with a number of its own: 登科路12号院."""
    return any(number_in(key[end:]) and address_tail(key, end) == len(key) for end in range(2, len(key)))


def _named(hit: Hit) -> NamedRow:
    row = hit.row
    return NamedRow(row.id, ["Body", "Place"], row.kind, row.name, row.since, row.until, text=hit.landmark.key)
