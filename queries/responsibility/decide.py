"""The rule itself: who wins, who holds the post or stands in for it, and what is missing. Nothing here is told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wushe.queries.responsibility.candidates import Candidate
from wushe.queries.responsibility.case import Case
from wushe.queries.responsibility.heads import first_held
from wushe.queries.responsibility.model import Gap, Responsible, gravest_first
from wushe.queries.seats import Seat
from wushe.schema import DutyRole

SAME_BODY = "同一单位的负责人"
NEXT_CANDIDATE = "下一顺位的主责"
NEAREST_HEAD = "链条上最近的负责人"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who stands in for a vacant post, for which duty, and by which rule."""

    candidate: Candidate
    seat: Seat
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One who leads, the post that answers, and who stands in where it is vacant; `gap` says what is the matter with it."""

    winner: Candidate
    seat: Seat | None
    gap: Gap | None
    stand_in: StandIn | None = None


@dataclass(slots=True)
class Decision:
    """Who is responsible, those who lead first; without any who leads, when duties begin or which narrower matters have some."""

    outcomes: list[Outcome] = field(default_factory=list)
    responsible: list[Responsible] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    begins: date | None = None
    narrower: dict[str, str] = field(default_factory=dict)


def decide(cases: Sequence[Case]) -> list[Decision]:
    """What the rule says of each case; what several need is read together beforehand."""
    _read_heads(cases)
    return [_decide(case) for case in cases]


def _read_heads(cases: Sequence[Case]) -> None:
    """The heads that may stand in for vacant posts: of the same bodies, and where none is there of the chains above."""
    vacant = [(case, seat) for case in cases for seat in map(case.seat_of, case.winners) if seat and not seat.holder]
    if not vacant:
        return
    records = vacant[0][0].records
    records.heads({seat.body: seat.body_kind for _, seat in vacant})
    chains = {
        step.id: step.kind
        for case in cases
        for winner in case.winners
        if (seat := case.seat_of(winner)) and not seat.holder and _near(case, winner, seat) is None
        for step in case.chain
    }
    records.heads(chains)


def _decide(case: Case) -> Decision:
    found = Decision([_outcome(case, winner) for winner in case.winners])
    if found.outcomes:
        _answer_for(found)
    else:
        _nothing(case, found)
    if Gap.BEFORE_DATA not in found.gaps:
        found.responsible += _others(case)
    found.gaps = gravest_first(found.gaps)
    return found


def _outcome(case: Case, winner: Candidate) -> Outcome:
    seat = case.seat_of(winner)
    if case.lies_before_data(winner, seat):
        return Outcome(winner, seat, Gap.BEFORE_DATA)
    if seat is None or seat.holder:
        return Outcome(winner, seat, None)
    return Outcome(winner, seat, Gap.VACANT, _near(case, winner, seat) or _above(case, winner, seat))


def _near(case: Case, winner: Candidate, seat: Seat) -> StandIn | None:
    """The head of the same body, else the next candidate."""
    heads = case.records.heads({seat.body: seat.body_kind})[seat.body]
    if head := first_held(heads, frozenset({seat.post})):
        return StandIn(winner, head, SAME_BODY)
    for candidate in case.leads:
        if candidate.order > winner.order and (other := case.seat_of(candidate)) and other.holder:
            return StandIn(candidate, other, NEXT_CANDIDATE)
    return None


def _above(case: Case, winner: Candidate, seat: Seat) -> StandIn | None:
    """The nearest head up the chain."""
    for step in case.chain:
        if step.step >= winner.step and (head := first_held(case.heads(step), frozenset({seat.post}))):
            return StandIn(winner, head, NEAREST_HEAD)
    return None


def _answer_for(found: Decision) -> None:
    """The winners with their holders; a vacant post is followed by who stands in for it."""
    for outcome in found.outcomes:
        if outcome.gap:
            found.gaps.append(outcome.gap)
        if outcome.gap is not Gap.BEFORE_DATA:
            found.responsible.append(responsible(outcome.winner, outcome.seat))
        if other := outcome.stand_in:
            found.responsible.append(responsible(other.candidate, other.seat, stand_in=True))
    if found.responsible:
        found.gaps = [gap for gap in found.gaps if gap is not Gap.BEFORE_DATA]
    if len([r for r in found.responsible if not r.stand_in]) > 1:
        found.gaps.append(Gap.OVERLAPPING)


def _nothing(case: Case, found: Decision) -> None:
    """No LEAD: before the data, only narrower matters, or no duty."""
    if case.candidates.ranked or case.candidates.missing or case.candidates.finer:
        found.gaps.append(Gap.NO_DUTY)
        return
    places = [step.id for step in case.chain]
    found.begins = case.records.begins(places)
    if found.begins is not None:
        found.gaps.append(Gap.BEFORE_DATA)
        return
    found.narrower = case.records.narrower(places)
    found.gaps.append(Gap.NARROWER_ONLY if found.narrower else Gap.NO_DUTY)


def _others(case: Case) -> list[Responsible]:
    """Those who have another role, by role."""
    others = case.distinct(c for c in case.candidates.ranked if c.duty.role != DutyRole.LEAD)
    listed = [(c, case.seat_of(c)) for c in sorted(others, key=lambda c: (c.order[3], c.order))]
    return [responsible(c, seat) for c, seat in listed if not case.lies_before_data(c, seat)]


def responsible(candidate: Candidate, seat: Seat | None, *, stand_in: bool = False) -> Responsible:
    """A bearer of a duty, with the post that answers for it."""
    duty = candidate.duty
    if seat is None:
        return Responsible(candidate.body, role=duty.role, duty=duty.id, stand_in=stand_in, by=tuple(duty.by))
    by = tuple(dict.fromkeys((*duty.by, *(seat.held_by or seat.by))))
    return Responsible(
        body=seat.body,
        post=seat.post,
        tenure=seat.tenure,
        holder=seat.person,
        status=seat.status,
        role=duty.role,
        duty=duty.id,
        stand_in=stand_in,
        by=by,
    )
