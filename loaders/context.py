"""What every table needs while it turns rows into facts: the day, the place, the look-ups, and the facts so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wushe.graph import Attestation, Fact, Reader, edge, node
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Naming, Span, name_facts
from wushe.loaders.phones import Phones, parse_phones
from wushe.loaders.references import PLACE, References
from wushe.loaders.report import Severity
from wushe.loaders.tallies import Counted
from wushe.queries.matches import Match
from wushe.schema import Precision
from wushe.schema.ids import place_code, scope_county


@dataclass(slots=True)
class Context:
    """One file being turned into facts; `home` is the place the whole file is about, `homes` those of its sheets."""

    reader: Reader
    load: str
    as_of: date
    key: bytes
    references: References
    area_codes: dict[str, str]
    home: Match | None = None
    homes: dict[str | None, Match] = field(default_factory=dict)
    titled: dict[str | None, Match] = field(default_factory=dict)
    """The places with which the titles of sheets begin (玉山镇两委干部通讯录): they tell namesakes apart, and no more."""
    synthetic: bool = False
    facts: list[Fact] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    scope: list[str] = field(default_factory=list)
    """Counties that the file brings into the scope of questions."""
    brought_codes: dict[str, str] = field(default_factory=dict)
    """Area codes that the file gives, by county; its own numbers are taken as they stand."""

    def by(self, line: Line) -> tuple[str, ...]:
        """The attestation of a row."""
        return (str(Attestation(self.load, line.sheet, line.row)),)

    def near(self, line: Line) -> tuple[Match | None, ...]:
        """The places that decide between several things of one name: the row's, the sheet's, the file's, the title's."""
        return (self.place_of(line), self.homes.get(line.sheet), self.home, self.titled.get(line.sheet))

    def place_of(self, line: Line) -> Match | None:
        """The place in the row's own 所在地, where it has one and that can be told."""
        text = line.text("place")
        if text is None:
            return None
        found = self.references.candidates(text, PLACE)
        inside = [m for m in found if any(h and h.id in m.places for h in (self.homes.get(line.sheet), self.home))]
        chosen = found if len(found) == 1 else inside
        return chosen[0] if len(chosen) == 1 else None

    def default_place(self, line: Line) -> Match | None:
        """Where a row without a place belongs: to its sheet's, to the file's, or to the one county in scope."""
        home = self.homes.get(line.sheet) or self.home
        counties = self.references.scope.counties
        if home is None and len(counties) == 1:
            return next(iter(self.references.in_graph(counties[0], PLACE)), None)
        return home

    def node(
        self, line: Line, label: str, identifier: str, properties: dict[str, Any], span: Span, **more: Any
    ) -> None:
        """Add a node that this row attests."""
        self.facts.append(node(label, identifier, properties, **self._when(line, span), **more))

    def edge(
        self,
        line: Line,
        kind: str,
        start: str,
        end: str,
        span: Span,
        *,
        properties: dict[str, Any] | None = None,
        **more: Any,
    ) -> None:
        """Add an edge that this row attests."""
        self.facts.append(edge(kind, start, end, properties, **self._when(line, span), **more))

    def name(self, line: Line, naming: Naming, span: Span, again: str = "") -> None:
        """Add a name that this row attests."""
        self.facts.extend(name_facts(naming, span, attested=self.as_of, by=self.by(line), again=again))

    def _when(self, line: Line, span: Span) -> dict[str, Any]:
        return {
            "since": span.since,
            "until": span.until,
            "since_precision": span.since_precision,
            "until_precision": span.until_precision,
            "attested": self.as_of,
            "by": self.by(line),
        }

    def ended(self) -> Span:
        """The span of what this file shows to be over: it keeps its beginning and ends on the file's day."""
        return Span(None, self.as_of, Precision.ATTESTED, Precision.ATTESTED)

    def phones(self, line: Line, name: str, place: Match | None) -> Phones:
        """The numbers in a cell, with the county's area code where they have none."""
        text = line.text(name)
        if text is None:
            return Phones()
        phones = parse_phones(text, self.area_codes.get(county_of(place)) if place else None)
        if phones.bad:
            line.warn("不是电话号码，未载入；手机写 11 位，座机写区号-号码", name)
        if phones.bare:
            line.warn("座机没有区号，照原样载入；可用 wushe init 区划代码 --area-code 区号 设定", name, Severity.NOTICE)
        return phones


def county_of(place: Match) -> str:
    """The six-digit county of a place or of what lies there."""
    return scope_county(place_code(place.places[0])) if place.places else ""


def division_of(body: Match) -> str:
    """The code of the smallest division that a body is or lies in."""
    codes = (place_code(place) for place in body.places)
    return next((code for code in codes if "-" not in code), "")


def settle(lines: Iterable[Line], step: Callable[[Line], bool]) -> None:
    """Take rows in rounds until none makes progress: `step` is False for a row that waits for another of the file."""
    waiting = list(lines)
    while waiting:
        left = [line for line in waiting if not attempt(line, step)]
        if len(left) == len(waiting):
            break
        waiting = left
    for line in waiting:
        attempt(line, _stuck)


def _stuck(line: Line) -> bool:
    raise RowError("所依据的另一行没有载入，或与本行互为上级，请核对")


def attempt(line: Line, step: Callable[[Line], bool | None]) -> bool:
    """Take a step for a row unless it has failed; what is wrong is reported in place. False for a row that waits."""
    if line.failed:
        return True
    try:
        return step(line) is not False
    except RowError as error:
        line.fail(error)
        return True
