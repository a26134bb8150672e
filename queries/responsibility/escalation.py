"""Who next: superiors of the winner's own line, then the heads of the rest of the chain, vacancies skipped and said."""

from __future__ import annotations

from wushe.queries.responsibility import say
from wushe.queries.responsibility.candidates import Candidate
from wushe.queries.responsibility.case import Case
from wushe.queries.responsibility.model import Responsibility, Responsible
from wushe.queries.seats import Seat
from wushe.queries.superiors import superiors
from wushe.schema import Axis, schema
from wushe.schema.ids import organization_kind


def escalate(case: Case, answer: Responsibility, winner: Candidate | None) -> list[Responsible]:
    """The steps after the answer, each with somebody who can be reached and has not been named yet."""
    asked = [r for r in answer.responsible if r.holder and r.role in ("LEAD", None)]
    named = {name for r in asked for name in (r.post, r.holder) if name}
    steps = _line(case, named, winner) if winner else []
    return steps + _block(case, answer, named, winner.step if winner else 0)


def _line(case: Case, named: set[str], winner: Candidate) -> list[Responsible]:
    """The bodies that lead the winner's organisation; those above a committee or government are the chain's own."""
    if not winner.body.startswith("org:") or schema().organizations[organization_kind(winner.body)].territorial:
        return []
    rows = superiors(case.records.reader, winner.body, case.records.as_of)
    lines = case.records.heads({row.body: organization_kind(row.body) for row in rows})
    return [step for row in rows for step in _next(case, lines[row.body], named, row.axis)]


def _block(case: Case, answer: Responsibility, named: set[str], start: int) -> list[Responsible]:
    """The heads of the chain from a step upward; vacancies are skipped and said."""
    kept: list[Responsible] = []
    for step in case.chain:
        line = case.heads(step) if step.step >= start else []
        known = [seat for seat in line if seat.since <= answer.as_of]
        if known and not any(seat.holder for seat in line):
            answer.say(say.skipped(case.records.name(step.id), known[0]), tuple(known[0].by))
        kept += _next(case, line, named, Axis.BLOCK.value)
    return kept


def _next(case: Case, line: list[Seat], named: set[str], axis: str) -> list[Responsible]:
    """The first of a line who is there and has not been named, in this post or another; they are named then."""
    seat = next((s for s in line if s.person and s.post not in named and s.person not in named), None)
    if seat is None or seat.person is None:
        return []
    named |= {seat.post, seat.person}
    return [_step(case, seat, axis)]


def _step(case: Case, seat: Seat, axis: str) -> Responsible:
    """A step of the chain; with its role where it bears a duty in this matter."""
    own = next(
        (c for c in case.candidates.ranked if c.post == seat.post or (c.post is None and c.body == seat.body)), None
    )
    return Responsible(
        body=seat.body,
        post=seat.post,
        tenure=seat.tenure,
        holder=seat.person,
        status=seat.status,
        role=own.duty.role if own else None,
        duty=own.duty.id if own else None,
        axis=axis,
        by=tuple(seat.held_by or seat.by),
    )
