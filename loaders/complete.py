"""A file that is the whole list for its scope: what it no longer has ends on its day, unless that is too much."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wushe.errors import RefusedError
from wushe.graph import Attestation, Fact
from wushe.loaders.context import Context
from wushe.loaders.report import Problem, Severity
from wushe.loaders.series import AllSeries, Series, code_of, inside, sheet_of, types_of
from wushe.queries.series.edges_of import edges_of
from wushe.queries.series.listed import Listed
from wushe.queries.series.listed_nodes import listed_nodes
from wushe.queries.series.listed_tenures import listed_tenures
from wushe.queries.series.listed_ties import listed_ties
from wushe.queries.series.lists_of import ListedLoad
from wushe.schema import Precision
from wushe.schema.kinds import Ending

SHRINK = 0.2
"""The share of a list that may end where nobody says otherwise."""
NAMED = 5
"""How many of those that would end are named in a refusal."""


@dataclass(slots=True)
class Share:
    """What a series had of one kind on the file's day, and what of it ends; `gone` are those that no row speaks of.

    The total counts what others attest too; only what is the series' own may end.
    """

    total: int = 0
    ended: int = 0
    gone: list[Listed] = field(default_factory=list)


@dataclass(slots=True)
class Ended:
    """What a list comes to beside others of its series: facts, notices, or why it must not be."""

    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refusal: RefusedError | None = None


@dataclass(frozen=True, slots=True)
class WholeList:
    """A file taken for the whole list of its series; `known` are the loads of these series, `facts` those of the file."""

    context: Context
    series: AllSeries
    known: Sequence[ListedLoad]
    facts: Sequence[Fact]

    def ended(self, limit: float) -> Ended:
        """What it ends; refused when that is more than this share."""
        result = Ended(problems=list(self._new()))
        for (key, noun), share in self._shares().items():
            name, one = next((name, one) for name, one in self.series.items() if one.key == key)
            if share.ended > limit * share.total + 1e-9:
                result.refusal = result.refusal or self._too_much(one, noun, share, limit)
            by = (str(Attestation(self.context.load, name, None)),)
            result.facts += [self._fact(listed, by) for listed in (*share.gone, *self._edges(one, share.gone))]
            result.problems += [self._notice(name, listed) for listed in share.gone]
        return result

    def sheets(self) -> dict[str, str]:
        """What the rows of these series begin with in attestations, and of which series they are."""
        keys = {one.key for one in self.series.values()}
        return {
            f"{load.load}#{name}!": key
            for load in self.known
            for name, key in zip(load.sheets, load.series, strict=True)
            if key in keys
        }

    def _shares(self) -> dict[tuple[str, str], Share]:
        sheets, as_of = self.sheets(), self.context.as_of
        until = self._until()
        shares: dict[tuple[str, str], Share] = {}
        seen: set[str] = set()
        for one in {one.scope: one for one in self.series.values() if one.scope}.values():
            for ending in self._endings(one.scope):
                for listed in self._candidates(one, ending, list(sheets)):
                    if listed.id in seen:
                        continue
                    seen.add(listed.id)
                    share = shares.setdefault((sheets[sheet_of(listed.by)], ending.noun), Share())
                    share.total += 1
                    gone = listed.own and listed.id not in until and listed.attested_on <= as_of
                    share.ended += gone or until.get(listed.id, date.max) <= as_of
                    share.gone += [listed] if gone else []
        return shares

    def _until(self) -> dict[str, date]:
        """Until when the file has each of its facts."""
        until: dict[str, date] = {}
        for fact in self.facts:
            until[fact.id] = max(fact.until, until.get(fact.id, fact.until))
        return until

    def _endings(self, scope: str) -> Iterator[Ending]:
        mine = (ending for one in self.series.values() if one.scope == scope for ending in one.endings)
        yield from {ending.noun: ending for ending in mine}.values()

    def _candidates(self, one: Series, ending: Ending, sheets: Sequence[str]) -> Iterator[Listed]:
        reader, as_of, types = self.context.reader, self.context.as_of, types_of(ending.types)
        if ending.types == ("HOLDS",):
            found = listed_tenures(reader, one.code, sheets, as_of)
        elif ending.types == ("ties",):
            found = listed_ties(reader, one.code, types, sheets, as_of)
        else:
            found = listed_nodes(reader, one.code, types, sheets, as_of)
        yield from (listed for listed in found if _within(listed, one))

    def _edges(self, one: Series, nodes: Sequence[Listed]) -> list[Listed]:
        """The edges, and names, that end with the nodes that do."""
        types = {kind for ending in one.endings for kind in types_of(ending.edges)}
        ids = [node.id for node in nodes if node.start is None]
        if not ids or not types:
            return []
        here = {fact.id for fact in self.facts}
        found = edges_of(self.context.reader, ids, types, list(self.sheets()), self.context.as_of)
        edges = [edge for edge in found if edge.id not in here and edge.attested_on <= self.context.as_of]
        names = [Listed("Name", e.start or "", None, None, e.attested_on, e.by, "") for e in edges if e.type == "NAMES"]
        return [*edges, *names]

    def _fact(self, listed: Listed, by: tuple[str, ...]) -> Fact:
        day = self.context.as_of
        precision = Precision.ATTESTED
        return Fact(listed.type, listed.id, {}, day, by, day, day, precision, precision, listed.start, listed.end)

    def _notice(self, sheet: str | None, listed: Listed) -> Problem:
        message = f"名单里不再有{self._told(listed)}，到 {self.context.as_of} 为止"
        return Problem(Severity.NOTICE, message, sheet)

    def _told(self, listed: Listed) -> str:
        """What it is called, and where it was last listed."""
        titles: Mapping[str, str] = {load.load: load.title for load in self.known}
        by = Attestation.parse(listed.by)
        sheet = f"工作表“{by.sheet}”" if by.sheet else ""
        row = f"第 {by.row} 行" if by.row else ""
        return f"“{listed.name or listed.id}”（上次见于 {titles.get(by.load, '')}{sheet}{row}）"

    def _too_much(self, one: Series, noun: str, share: Share, limit: float) -> RefusedError:
        percent = math.ceil(100 * share.ended / share.total - 1e-9)
        told = "、".join(self._told(listed) for listed in share.gone[:NAMED])
        more = f" 等 {len(share.gone)} 条" if len(share.gone) > NAMED else ""
        return RefusedError(
            f"将终止 {share.ended} 条{noun}，是“{one.place}”这份名单原有 {share.total} 条的 {percent}%，"
            f"超过 {limit:.0%}，没有载入：{told}{more}",
            hint=f"请核对名单是否完整；确认无误就加 --allow-shrink {percent}% 再载入",
        )

    def _new(self) -> Iterator[Problem]:
        """Sheets that end nothing: their series had no list before, or they are never whole lists."""
        for name, one in self.series.items():
            earlier = any(one.key in load.series and load.as_of <= self.context.as_of for load in self.known)
            if not one.endings:
                yield Problem(Severity.NOTICE, "这种表里没有列出的内容不会终止，--complete 对它不起作用", name)
            elif not earlier:
                message = "以前没有载入过同一版式、同一填报单位、同一范围的名单，没有终止任何内容"
                yield Problem(Severity.NOTICE, message, name)


def _within(listed: Listed, one: Series) -> bool:
    """The graph compares the beginnings of codes; what is not a division may begin like another."""
    if listed.type == "Duty":
        return True
    ends = [listed.end] if listed.type == "HOLDS" else [listed.start, listed.end] if listed.start else [listed.id]
    return any(inside(code_of(end), one.code) for end in ends if end)
