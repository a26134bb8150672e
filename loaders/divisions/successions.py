"""Which unit became which: worked out from the places that lists show, and from nothing else.

A unit that a list lacks is matched to one that begins in the same list, by name, where no other could be meant in the
county; a town became every town that took over one of its units. What cannot be matched so is not forced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from wushe.loaders.divisions.claims import COUNTY
from wushe.loaders.divisions.history import History
from wushe.schema.naming import form_of, short_name, stem_of

SAME_NAME = "同名同类单位唯一对应"
CHANGED_FORM = "同名村、社区改制唯一对应"
UNITS_MOVED = "所辖村(社区)转入"
TOWN_RENAMED = "同名镇街唯一对应"

Pair = tuple[History, History]
Key = Callable[[str, str], Hashable]
"""From the kind and the short name of a unit to what it is matched by."""


@dataclass(frozen=True, slots=True)
class Succession:
    """`start` was succeeded by `end` on a day; `rule` says how that was concluded, `by` what shows it.

    It is `attested` as long as its end is, whatever the lists between say of the day.
    """

    start: str
    end: str
    since: date
    attested: date
    rule: str
    by: tuple[str, ...]


def successions(places: Sequence[History]) -> list[Succession]:
    """What follows from these places about what became of each: villages by name, towns by their villages."""
    villages = [place for place in places if place.kind == "village"]
    towns = [place for place in places if place.kind == "town"]
    matched = list(_matched(villages))
    moved = _moved(villages, [pair for pair, _ in matched], {town.id: town for town in towns})
    known = {one.start for one in moved}
    renamed = [_succession(pair, TOWN_RENAMED) for pair, _ in _matched(towns) if pair[0].id not in known]
    return [*(_succession(pair, rule) for pair, rule in matched), *moved, *renamed]


def _matched(units: Iterable[History]) -> Iterator[tuple[Pair, str]]:
    """Pairs of a unit that is gone and one that is new on the same day in the same county, and the rule that gave them."""
    gone: dict[tuple[str, date], list[History]] = defaultdict(list)
    new: dict[tuple[str, date], list[History]] = defaultdict(list)
    for unit in units:
        gone[unit.code[:COUNTY], unit.until].append(unit)
        new[unit.code[:COUNTY], unit.since].append(unit)
    for moment in sorted(gone.keys() & new.keys()):
        same = _unique(gone[moment], new[moment], _name_and_form)
        yield from ((pair, SAME_NAME) for pair in same)
        taken = {place.id for pair in same for place in pair}
        left, right = ([place for place in side[moment] if place.id not in taken] for side in (gone, new))
        yield from ((pair, CHANGED_FORM) for pair in _unique(left, right, stem_of))


def _name_and_form(kind: str, name: str) -> Hashable:
    """A village is not a community of the same stem; a township that became a town is the same."""
    return stem_of(kind, name), form_of(kind, name) if kind == "village" else None


def _unique(gone: Sequence[History], new: Sequence[History], key: Key) -> list[Pair]:
    """Those of equal keys, where neither side has another of that key."""
    before, after = _by_key(gone, -1, key), _by_key(new, 0, key)
    sides = [(before[said], after[said]) for said in before if said in after]
    return [(left[0], right[0]) for left, right in sides if len(left) == len(right) == 1]


def _by_key(units: Sequence[History], name: int, key: Key) -> dict[Hashable, list[History]]:
    """Units by the key of their last name (-1), or of their first (0)."""
    found: dict[Hashable, list[History]] = defaultdict(list)
    for unit in units:
        found[key(unit.kind, short_name(unit.kind, unit.names[name].value))].append(unit)
    return found


def _moved(villages: Iterable[History], pairs: Iterable[Pair], towns: Mapping[str, History]) -> list[Succession]:
    """From a town that is no more to each that took over a village of it, under a new code or under the same."""
    moves = [_Move(old.parents[-1].value, new.parents[0].value, new.since, _shown(old, new)) for old, new in pairs]
    for village in villages:
        for left, right in pairwise(village.parents):
            moves.append(_Move(left.value, right.value, right.since, (left.by[-1], right.by[0])))
    first: dict[tuple[str, str], list[_Move]] = defaultdict(list)
    for move in sorted(moves, key=lambda move: move.day):
        town = towns.get(move.start)
        if town and move.end in towns and move.start != move.end and town.until <= move.day:
            first[move.start, move.end].append(move)
    return [_town(group, towns[end].attested) for (_, end), group in first.items()]


@dataclass(frozen=True, slots=True)
class _Move:
    """A unit that was part of one town and then, on a day, of another."""

    start: str
    end: str
    day: date
    by: tuple[str, ...]


def _town(moves: Sequence[_Move], attested: date) -> Succession:
    """One succession of towns from the moves of their units, on the day of the first."""
    by = tuple(dict.fromkeys(text for move in moves if move.day == moves[0].day for text in move.by))
    return Succession(moves[0].start, moves[0].end, moves[0].day, attested, UNITS_MOVED, by)


def _succession(pair: Pair, rule: str) -> Succession:
    old, new = pair
    return Succession(old.id, new.id, new.since, new.attested, rule, _shown(old, new))


def _shown(old: History, new: History) -> tuple[str, ...]:
    """What shows a change: everything that attests the one on its last day, and the other on its first."""
    return old.closing + new.opening
