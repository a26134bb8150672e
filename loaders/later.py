"""A list that comes after a later whole list of its series: what that one no longer had holds until its day only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wushe.graph import Attestation, Fact
from wushe.loaders.context import Context
from wushe.loaders.known import states
from wushe.loaders.report import Problem, Severity
from wushe.loaders.series import AllSeries, Series, sheet_of, types_of
from wushe.queries.series.lists_of import ListedLoad
from wushe.schema import FOREVER, Precision

Days = dict[str | None, date]
"""For each sheet, the day of the next whole list of its series."""


def next_whole_lists(series: AllSeries, known: Sequence[ListedLoad], as_of: date) -> Days:
    """The sheets of whose series a whole list of a later day is loaded already."""
    found: Days = {}
    for name, one in series.items():
        later = [load.as_of for load in known if load.complete and one.key in load.series and load.as_of > as_of]
        if one.scope and later:
            found[name] = min(later)
    return found


@dataclass(frozen=True, slots=True)
class Later:
    """The facts of a file beside whole lists of later days; `sheets` is what rows of its series begin with."""

    context: Context
    series: AllSeries
    days: Days
    sheets: Collection[str]

    def shorten(self, facts: Sequence[Fact]) -> tuple[list[Fact], list[Problem]]:
        """The facts, those that a later whole list lacks up to its day, and a notice for each sheet that has such."""
        said: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            said[fact.id].append(fact)
        known = states(self.context.reader, [f for f in facts if self._series(f).types and f.until == FOREVER])
        closing = {one: day for one, all_of_it in said.items() if (day := self._day(all_of_it, known.get(one)))}
        counted = {fact.id for fact in facts if fact.id in closing and fact.type in self._series(fact).types}
        counted = {one for one in counted if any(self._series(f).holds(f) for f in said[one])}
        nodes = {one for one in counted if not said[one][0].is_edge}
        ending = counted | {one for one in closing if self._leans(said[one][0], nodes)}
        changed = [self._until(fact, closing[fact.id]) if fact.id in ending else fact for fact in facts]
        return changed, list(self._notices([said[one][0] for one in counted]))

    def _series(self, fact: Fact) -> Series:
        return self.series[_sheet(fact)]

    def _day(self, facts: Iterable[Fact], known: dict[str, Any] | None) -> date | None:
        """When a fact of this file ends: every sheet that has it is followed by a whole list, and nothing else attests it."""
        days = [self.days.get(_sheet(fact)) for fact in facts]
        told = [day for day in days if day is not None]
        if len(told) < len(days) or any(fact.until != FOREVER or fact.since >= max(told) for fact in facts):
            return None
        if known is None:
            return max(told)
        later = known["attestedOn"] > self.context.as_of
        foreign = any(sheet_of(by) not in self.sheets for by in known["by"])
        return None if later or foreign else max(told)

    def _leans(self, fact: Fact, nodes: set[str]) -> bool:
        """Whether this is an edge, or a name, that ends with its node."""
        if fact.type == "Name":
            return any(fact.id.startswith(f"name:{node}:") for node in nodes)
        edges = {kind for ending in self._series(fact).endings for kind in types_of(ending.edges)}
        return fact.type in edges and bool({fact.start, fact.end} & nodes)

    @staticmethod
    def _until(fact: Fact, day: date) -> Fact:
        return replace(fact, until=day, until_precision=Precision.ATTESTED)

    def _notices(self, facts: Iterable[Fact]) -> Iterator[Problem]:
        counts: dict[str | None, int] = defaultdict(int)
        for fact in facts:
            counts[_sheet(fact)] += 1
        for name, count in counts.items():
            message = f"有 {count} 条在 {self.days[name]} 的全部名单里已经没有，载入时到那一天为止"
            yield Problem(Severity.NOTICE, message, name)


def _sheet(fact: Fact) -> str | None:
    return Attestation.parse(fact.by[0]).sheet
