"""From duties to bearers: named ones as they stand, those by kind as the posts or bodies of that kind in the chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.bearers_of_kind import BearerRow, Want, bearers_of_kind
from wushe.queries.duties_for import DutyRow
from wushe.queries.territory import Step
from wushe.schema import DutyRole, schema
from wushe.schema.ids import organization_kind

ROLE_ORDER = {role.value: order for order, role in enumerate(DutyRole)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bearer of a duty and where it stands."""

    duty: DutyRow
    body: str
    post: str | None
    step: int
    """How far from the place asked about it stands."""
    distance: int
    """How far its matter is above the one asked about."""
    by_kind: bool
    row: BearerRow | None = None
    """What was found at the place, of a bearer by kind."""

    @property
    def kind(self) -> str:
        """The kind of the body."""
        return self.duty.named_kind or organization_kind(self.body)

    @property
    def rank(self) -> tuple[int, int, bool]:
        """Nearer matter first, then nearer place, then a named bearer before a kind."""
        return self.distance, self.step, self.by_kind

    @property
    def order(self) -> tuple[int, int, bool, int, str]:
        """The rank, then the role, then the id, so that equal ranks have one order."""
        return (*self.rank, ROLE_ORDER[self.duty.role], self.post or self.body)

    @property
    def who(self) -> tuple[str, str | None]:
        """What tells one bearer from another."""
        return self.body, self.post


@dataclass(frozen=True, slots=True)
class Candidates:
    """Bearers in order; duties whose bearer is not there on the day; kinds of place below the one asked about."""

    ranked: tuple[Candidate, ...]
    missing: tuple[DutyRow, ...]
    finer: frozenset[str]


Found = Mapping[tuple[str, str], Sequence[BearerRow]]
"""The bearers at a place (id) of a kind."""


def bearers_along(reader: Reader, pairs: Iterable[tuple[Sequence[Step], Sequence[DutyRow]]], as_of: date) -> Found:
    """The bearers of all duties by kind along the chain of each, read together."""
    wanted = {
        (step.id, duty.bearer_kind)
        for chain, duties in pairs
        for duty in duties
        for step in chain
        if duty.bearer_kind and step.kind == duty.level
    }
    return bearers_at(reader, wanted, as_of)


def bearers_at(reader: Reader, wanted: Collection[tuple[str, str]], as_of: date) -> Found:
    """The bearers of kinds at places (place, kind), read together; organisations' come before the place's own."""
    found: dict[tuple[str, str], list[BearerRow]] = defaultdict(list)
    for row in bearers_of_kind(reader, [_want(*pair) for pair in sorted(wanted)], as_of) if wanted else ():
        found[row.place, row.kind].append(row)
    return {(place, kind): [row for row in rows if row.body != place] or rows for (place, kind), rows in found.items()}


def candidates_along(
    chain: Sequence[Step], duties: Sequence[DutyRow], distances: Mapping[str, int], rows: Found
) -> Candidates:
    """The bearers of these duties along a chain."""
    places = schema().places
    steps = {step.id: step.step for step in chain}
    finer = frozenset(
        duty.level
        for duty in duties
        if duty.bearer_kind and duty.level and places[duty.level].rank > places[chain[0].kind].rank
    )
    ranked: list[Candidate] = []
    missing: list[DutyRow] = []
    for duty in duties:
        distance = distances[duty.matter]
        if duty.bearer_kind:
            found = _of_kind(duty, duty.bearer_kind, chain, rows)
            bearers = [Candidate(duty, row.body, row.post, steps[row.place], distance, True, row) for row in found]
        else:
            bearers = [Candidate(duty, body, post, steps[at], distance, False) for body, post, at in _named(duty)]
        ranked += bearers
        if not bearers and duty.level not in finer:
            missing.append(duty)
    return Candidates(tuple(sorted(ranked, key=lambda c: c.order)), tuple(missing), finer)


Bearer = tuple[str, str | None, str]
"""A body, a post of it, and the place where it stands."""


def _named(duty: DutyRow) -> list[Bearer]:
    """A named bearer stands at the place for which its duty holds."""
    if duty.named is None or duty.named_body is None:
        return []
    return [(duty.named_body, None if duty.named == duty.named_body else duty.named, duty.within)]


def _of_kind(duty: DutyRow, kind: str, chain: Sequence[Step], rows: Found) -> list[BearerRow]:
    """Every bearer of the kind at the places of its level.

    A duty within one of two grids that cover a place is not borne by the other grid.
    """
    found: list[BearerRow] = []
    kinds = {step.id: step.kind for step in chain}
    for step in chain:
        if step.kind == duty.level and not (step.kind == kinds[duty.within] and step.id != duty.within):
            found += rows.get((step.id, kind), ())
    return found


def _want(place: str, kind: str) -> Want:
    """Of several secretaries or directors in a place, the one that the kind of post declares."""
    declared = schema().posts.get(kind)
    if declared is None or declared.stands_in is None:
        return Want(place, kind, None, top=False, post=declared is not None)
    if declared.stands_in == "top_party":
        return Want(place, kind, party_kinds(), top=True)
    return Want(place, kind, declared.bodies, top=False)


def party_kinds() -> tuple[str, ...]:
    """Party organisations that head a territory: not the functional ones, not the departments."""
    return tuple(
        k.code for k in schema().organizations.values() if k.sector == "党" and k.territorial and not k.functional
    )


def joint_kinds() -> tuple[str, ...]:
    """Organisations that do not take over their members' subordination, and so lead nobody."""
    return tuple(kind.code for kind in schema().organizations.values() if kind.functional)
