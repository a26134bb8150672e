"""From all that lists say of codes to places with their names, parents and dates.

A pure function of a set of claims, so the order in which lists were loaded cannot matter. The rules: a code in
consecutive lists is one place, renamed or not; a code that lapses and returns under another name is two places. `since`
is the day of the first list that has a thing, `until` the day of the first later list that lacks it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter

from wushe.loaders.divisions.claims import COUNTY, LEVELS, Claim
from wushe.schema import FOREVER
from wushe.schema.ids import place_id
from wushe.schema.naming import short_name

Days = dict[tuple[str, int], list[date]]


@dataclass(frozen=True, slots=True)
class Run:
    """A time through which a name or a parent did not change. `again` tells an earlier run of the same value apart."""

    value: str
    since: date
    until: date
    attested: date
    by: tuple[str, ...]
    again: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """One place: its id, code and kind, when it was listed, what it was called and what it was part of.

    `opening` and `closing` are the attestations of the first and of the last day it was listed.
    """

    id: str
    code: str
    kind: str
    since: date
    until: date
    attested: date
    by: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    names: tuple[Run, ...]
    parents: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """What the lists of one day say of a code: the claim that decides, and all that agree that it exists."""

    day: date
    name: str
    parent: str | None
    claims: tuple[Claim, ...]


def histories(claims: Mapping[str, Collection[Claim]]) -> list[History]:
    """The places that follow from these claims, those above before those below."""
    speaking = _speaking_days(claims)
    places: dict[str, list[History]] = {}
    for code in sorted(claims, key=lambda code: (len(code), code)):
        days = _days(claims[code])
        heard = speaking[code[:COUNTY], len(code)] if len(code) > COUNTY else [d.day for d in days]
        places[code] = _places(code, days, heard, places)
    return [place for lives in places.values() for place in lives]


def _speaking_days(claims: Mapping[str, Collection[Claim]]) -> Days:
    """The days on which some list names units of a level in a county: only those days can show that one is gone."""
    days: dict[tuple[str, int], set[date]] = defaultdict(set)
    for code, said in claims.items():
        if len(code) > COUNTY:
            days[code[:COUNTY], len(code)].update(claim.day for claim in said)
    return {key: sorted(found) for key, found in days.items()}


def _days(claims: Collection[Claim]) -> list[_Day]:
    """One entry a day, in order; lists of the same day count as one. An implied day bears the name stated nearest before."""
    ordered = sorted(claims, key=lambda c: (c.day, c.row is None, c.load, c.row or 0))
    by_day: dict[date, list[Claim]] = {}
    for claim in ordered:
        by_day.setdefault(claim.day, []).append(claim)
    name = next((claim.name for claim in ordered if claim.row is not None), ordered[0].name)
    days: list[_Day] = []
    for day, said in by_day.items():
        if said[0].row is not None:
            name = said[0].name
        days.append(_Day(day, name, said[0].parent, tuple(said)))
    return days


def _places(
    code: str, days: Sequence[_Day], heard: Sequence[date], above: Mapping[str, list[History]]
) -> list[History]:
    kind = LEVELS[len(code)]
    lives = _lives(kind, days, heard)
    places: list[History] = []
    for number, life in enumerate(lives):
        last = life[-1].day
        final = number == len(lives) - 1
        until = next((day for day in heard if day > last), FOREVER)
        places.append(
            History(
                id=place_id(code) if final else f"{place_id(code)}~{last}",
                code=code,
                kind=kind,
                since=life[0].day,
                until=until,
                attested=last,
                by=tuple(str(claim) for day in life for claim in day.claims),
                opening=tuple(map(str, life[0].claims)),
                closing=tuple(map(str, life[-1].claims)),
                names=_runs([(day, day.name) for day in life], until),
                parents=_runs([(day, _parent(day, above)) for day in life if day.parent], until),
            )
        )
    return places


def _lives(kind: str, days: Sequence[_Day], heard: Sequence[date]) -> list[list[_Day]]:
    """Days grouped into places: a gap with another name after it starts a new one."""
    position = {day: number for number, day in enumerate(heard)}
    lives = [[days[0]]]
    for before, after in pairwise(days):
        lapsed = position[after.day] - position[before.day] > 1
        if lapsed and short_name(kind, before.name) != short_name(kind, after.name):
            lives.append([])
        lives[-1].append(after)
    return lives


def _parent(day: _Day, above: Mapping[str, list[History]]) -> str:
    """The id of the place that bore the parent's code on that day."""
    code = day.parent or ""
    return next((p.id for p in above.get(code, ()) if p.since <= day.day <= p.attested), place_id(code))


def _runs(said: Sequence[tuple[_Day, str]], until: date) -> tuple[Run, ...]:
    groups = [(value, [day for day, _ in days]) for value, days in groupby(said, key=itemgetter(1))]
    ends = [*(days[0].day for _, days in groups[1:]), until][: len(groups)]
    later = [{value for value, _ in groups[number:]} for number in range(1, len(groups) + 1)]
    return tuple(
        _run(value, days, end, again=value in after)
        for (value, days), end, after in zip(groups, ends, later, strict=True)
    )


def _run(value: str, days: Sequence[_Day], until: date, *, again: bool) -> Run:
    return Run(
        value=value,
        since=days[0].day,
        until=until,
        attested=days[-1].day,
        by=tuple(str(claim) for day in days for claim in day.claims),
        again=str(days[-1].day) if again else "",
    )
