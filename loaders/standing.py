"""Sums beside those that stand: a later whole roster replaces them; a part of one, and an older one, do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from wushe.graph import Fact, Reader
from wushe.loaders.known import states
from wushe.loaders.report import Problem, Severity
from wushe.loaders.series import code_of
from wushe.loaders.tallies import TOWN_DIGITS
from wushe.queries.bodies import bodies
from wushe.queries.holders_of_kind import holders_of_kind
from wushe.schema import schema
from wushe.schema.ids import place_code, scope_county

Group = tuple[str, str]
"""A town (or county) and a kind of post."""


@dataclass(slots=True)
class Standing:
    """Decides about the sums of one file, whose other facts are `facts`; `complete` if it is the whole list."""

    reader: Reader
    facts: Sequence[Fact]
    as_of: date
    complete: bool
    problems: list[Problem] = field(default_factory=list)
    told: set[Group] = field(default_factory=set)

    def decide(self, sums: Sequence[Fact]) -> Iterator[Fact]:
        """The sums that are to be written; why another stays as it is goes to `problems`."""
        known = states(self.reader, sums)
        numbers = {group: self._numbers(*group) for group in {_group(one) for one in sums if one.id in known}}
        for one in sums:
            old = known.get(one.id)
            if old is None:
                yield one
            elif old["attestedOn"] > self.as_of:
                self._say(one, f"的加总以 {old['attestedOn']} 的名册为准，本文件更早，没有改动")
            elif not self.complete and (found := numbers[_group(one)]) and found[0] < found[1]:
                message = (
                    f"：这份名册只有 {found[0]} 人，当日在任的有 {found[1]} 人，加总仍以 {old['attestedOn']} 的名册为准"
                )
                self._say(one, f"{message}；如果这是全部名单，请用 --complete 载入")
            else:
                yield replace(one, exact=True) if _differs(one, old) else one

    def _numbers(self, place: str, kind: str) -> tuple[int, int]:
        """How many holders the file has, and how many there will be with it."""
        code = place_code(place)
        posts = {fact.id for fact in self.facts if fact.type == "Post" and fact.properties["kind"] == kind}
        mine = [f for f in self.facts if f.type == "HOLDS" and f.end in posts and _town(code_of(f.end)) == code]
        held = {fact.id for fact in mine if fact.since <= self.as_of < fact.until}
        there = holders_of_kind(self.reader, kind, scope_county(code), code, self.as_of)
        over = {fact.id for fact in self.facts if fact.type == "HOLDS"} - held
        return len(held), len(held | ({one.tenure for one in there if _town(one.code) == code} - over))

    def _say(self, one: Fact, message: str) -> None:
        group = _group(one)
        if group not in self.told:
            self.told.add(group)
            place = next((body.name for body in bodies(self.reader, [group[0]], self.as_of)), group[0])
            self.problems.append(Problem(Severity.NOTICE, f"{place}的{schema().posts[group[1]].label}{message}"))


def _group(one: Fact) -> Group:
    return one.properties["place"], one.properties["post"]


def _differs(one: Fact, old: dict[str, Any]) -> bool:
    """Whether it says something new, which then holds from its own day only."""
    return any(one.properties[name] != old.get(name) for name in ("count", "of"))


def _town(code: str) -> str:
    """The code of the town in which something lies, else of the county, as `town_of`."""
    town = code[:TOWN_DIGITS]
    return town if len(town) == TOWN_DIGITS and town.isdigit() else scope_county(code)
