"""Of which bodies the rules are asked: those of whole counties, or those within one place, whatever lies beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.bodies_below import bodies_below
from wushe.queries.county_bodies import KindRow, county_bodies
from wushe.queries.lists.ground import below
from wushe.queries.responsibility.candidates import party_kinds
from wushe.schema import schema
from wushe.schema.ids import place_code, scope_county
from wushe.schema.kinds import Rule

COUNTY = 6
"""Digits of the code of a county."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The bodies of a county (six digits) that are asked about; `whole` says all of them."""

    county: str
    bodies: tuple[KindRow, ...]
    whole: bool

    def of(self, rule: Rule) -> list[str]:
        """The ids of those that a rule is about, in order."""
        wanted = {kind for word in rule.at for kind in _kinds(word)}
        return sorted(body.id for body in self.bodies if not wanted or body.kind in wanted)


def grounds(reader: Reader, counties: Collection[str], place: str | None, as_of: date) -> list[Ground]:
    """Those of every county; of those in a place above one; or of a place (id) in one."""
    code = place_code(place) if place else ""
    if place and len(code) > COUNTY:
        ends = [below(f"org:{kind}:{code}") for kind in schema().organizations]
        bodies = bodies_below(reader, place, [below(place), *ends], as_of)
        return [Ground(scope_county(code), tuple(bodies), whole=False)]
    within = [code] if len(code) == COUNTY else [county for county in counties if county.startswith(code)]
    return [Ground(county, tuple(county_bodies(reader, county)), whole=True) for county in within]


def _kinds(word: str) -> tuple[str, ...]:
    """The kinds that a word of a rule stands for."""
    if word == "local":
        return tuple(kind.code for kind in schema().places.values() if not kind.division)
    return party_kinds() if word == "party" else (word,)
