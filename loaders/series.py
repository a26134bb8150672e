"""Which list each sheet of a file is one of: lists of one layout, one issuing body and one scope are a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wushe.graph import Attestation, Fact
from wushe.loaders.context import Context
from wushe.loaders.layouts import Layout
from wushe.loaders.plan import Plan, reporter
from wushe.loaders.privacy import shown
from wushe.schema import schema
from wushe.schema.ids import place_code
from wushe.schema.kinds import Ending, Table
from wushe.schema.text import squeeze


@dataclass(frozen=True, slots=True)
class Series:
    """The layout (or contract table) by its code, 填报单位 in one spelling, and the id of the place; "" for what is not told."""

    layout: str
    issuer: str
    scope: str
    place: str = ""
    """The name of the place, for messages."""
    tables: tuple[str, ...] = ()
    """The contract's tables of which its rows are lines, for a layout."""

    @property
    def key(self) -> str:
        """How a Load writes it down."""
        return f"{self.layout}|{self.issuer}|{self.scope}"

    @property
    def code(self) -> str:
        """The code of the place."""
        return place_code(self.scope)

    @property
    def endings(self) -> tuple[Ending, ...]:
        """What ends when such a list no longer has it."""
        found = (schema().tables[table].ending for table in dict.fromkeys(self.tables or (self.layout,)))
        return tuple(ending for ending in found if ending is not None)

    @property
    def types(self) -> frozenset[str]:
        """The types of the facts that are counted."""
        return frozenset(one for ending in self.endings for one in types_of(ending.types))

    def holds(self, fact: Fact) -> bool:
        """Whether a fact of these types is about something within the place."""
        return bool(self.scope) and any(inside(code, self.code) for code in _codes(fact))


def _tables(table: Table) -> tuple[str, ...]:
    return tuple(row.table for row in table.rows) if isinstance(table, Layout) else ()


AllSeries = Mapping[str | None, Series]
"""The series of each sheet, by the name that attestations have."""


def series_of(context: Context, plan: Plan) -> dict[str | None, Series]:
    """The series of every sheet; one that names no 填报单位 comes from the body that the file's first title names."""
    issuers = [squeeze(reporter(sheet.titles) or "") for sheet in plan.sheets]
    first = next(filter(None, issuers), "")
    found: dict[str | None, Series] = {}
    for sheet, issuer in zip(plan.sheets, issuers, strict=True):
        name = shown(sheet.sheet.name) if sheet.sheet.name else None
        home = context.homes.get(name) or context.home
        place = (home.id, home.name) if home else ("", "")
        found[name] = Series(sheet.table.code, shown(issuer or first), *place, tables=_tables(sheet.table))
    return found


def types_of(words: Iterable[str]) -> frozenset[str]:
    """Types of nodes and edges; the word `ties` stands for every kind of tie."""
    return frozenset(one for word in words for one in (schema().ties if word == "ties" else (word,)))


def sheet_of(attestation: str) -> str:
    """What all rows of one sheet of one load begin with."""
    one = Attestation.parse(attestation)
    return f"{one.load}#{one.sheet or ''}!"


def inside(code: str, scope: str) -> bool:
    """Whether a code is that of a place or of something in it: 511903001002-G01 is in 511903001, G010 is not in G01."""
    tail = code[len(scope) :]
    return code.startswith(scope) and (scope.isdigit() or not tail or tail[0] == "-")


def code_of(identifier: str) -> str:
    """The code in the id of a place, an organisation, or a post of either."""
    parts = identifier.removeprefix("post:").split(":")
    return parts[2] if parts[0] == "org" else parts[1]


def _codes(fact: Fact) -> set[str]:
    if fact.type == "Duty":
        return {place_code(fact.properties["within"])}
    ends = [fact.end] if fact.type == "HOLDS" else [fact.start, fact.end] if fact.is_edge else [fact.id]
    return {code_of(end) for end in ends if end}
