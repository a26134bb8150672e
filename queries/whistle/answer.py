"""The rule of responsibility for a town, looked at from outside it: which departments must report, who there, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wushe.errors import BadInputError, NotFoundError
from wushe.graph import Reader
from wushe.queries.place_on import place_on
from wushe.queries.responsibility.answer import not_there, the_line
from wushe.queries.responsibility.candidates import Candidate
from wushe.queries.responsibility.case import Case, read_cases
from wushe.queries.responsibility.decide import responsible
from wushe.queries.responsibility.heads import head_of
from wushe.queries.responsibility.model import Reason, Responsibility, Responsible
from wushe.queries.responsibility.records import Records
from wushe.queries.responsibility.say import EMERGENCY
from wushe.queries.territory import territory
from wushe.queries.whereabouts import whereabouts
from wushe.queries.whistle import say
from wushe.queries.whistle.forces import ForceRow, forces
from wushe.queries.whistle.whistles import WhistleRow, whistles
from wushe.schema import Axis, DutyRole, schema
from wushe.schema.ids import organization_kind

TOWN, OFFICE = "town", "dispatched_office"
PEOPLED = ("town", "village", "grid")
"""Kinds of place in which a department's people may work."""


@dataclass(slots=True)
class Whistle:
    """The town, who must report to it (those who lead first, each with its offices in the town), and why."""

    matter: str
    place: str
    must_report: list[Responsible] = field(default_factory=list)
    why: list[Reason] = field(default_factory=list)

    def say(self, text: str, by: Sequence[str] = ()) -> None:
        """Add a reason."""
        self.why.append(Reason(text, tuple(by)))


def whistle(reader: Reader, matter: str, place: str, as_of: date) -> Whistle:
    """Who must report when the town that a place (id) is, or lies in, whistles on a matter (id).

    Raises:
        NotFoundError: there is no such matter or place.
        BadInputError: the place lies in no town.
    """
    row, line = place_on(reader, place), the_line(reader, matter)
    if row is None:
        raise NotFoundError("没有这个地点", hint="请用 resolve 查找")
    chain = territory(reader, [place], as_of)[place]
    town = next((step.id for step in chain if step.kind == TOWN), None)
    there = row.since <= as_of < row.until
    if town is None and (there or schema().places[row.kind].rank < schema().places[TOWN].rank):
        raise BadInputError(f"吹哨的是镇街，{row.name}不在任何镇街之内", hint="请写明镇街，或镇街内的地点")
    answer = Whistle(matter, town or place)
    if not there or town is None:
        absent = Responsibility(matter, place, as_of)
        not_there(reader, row, absent)
        answer.why += absent.why
        return answer
    records = Records(reader, line, as_of)
    if any(m.emergency for m in line):
        answer.say(EMERGENCY)
    (case,) = read_cases(records, [town], climbing=False)
    called = _departments(case, town)
    records.read_names([town, place, *(c.body for c in called)])
    answer.say(say.blows(records.name(town), line[0].name, records.name(place)), chain[0].by)
    _tell(case, called, answer)
    return answer


def _departments(case: Case, town: str) -> list[Candidate]:
    """The departments outside the town that lead, nearest matter first and no further, then those that support."""
    outside = _outside(case, town)
    ranked = [c for c in case.candidates.ranked if c.body in outside]
    known = [c for c in ranked if not case.lies_before_data(c, case.seat_of(c))]
    leads = case.distinct(c for c in known if c.duty.role == DutyRole.LEAD)
    first = [c for c in leads if c.rank == leads[0].rank]
    supports = case.distinct(c for c in known if c.duty.role == DutyRole.SUPPORT)
    bodies = {c.body for c in first}
    return [*first, *(c for c in supports if c.body not in bodies)]


def _outside(case: Case, town: str) -> set[str]:
    """Organisations that bear a duty, are no committee or government of a territory, and are not located in the town."""
    declared = schema().organizations
    bodies = sorted(
        {
            c.body
            for c in case.candidates.ranked
            if c.body.startswith("org:") and not declared[organization_kind(c.body)].territorial
        }
    )
    homes = whereabouts(case.records.reader, bodies, case.records.as_of) if bodies else []
    inside = {row.id for row in homes if any(place["id"] == town for place in row.places)}
    return set(bodies) - inside


def _tell(case: Case, called: Sequence[Candidate], answer: Whistle) -> None:
    """Each department with its reasons; without any, whom the town may call all the same."""
    records, town = case.records, answer.place
    ties: dict[str, list[WhistleRow]] = defaultdict(list)
    for row in whistles(records.reader, town, records.as_of):
        ties[row.target].append(row)
    records.read_names({row.source for rows in ties.values() for row in rows} | (set() if called else ties.keys()))
    at = _forces(case, [c.body for c in called], town)
    for candidate in called:
        _report(case, candidate, answer, ties[candidate.body], at[candidate.body])
    if not called:
        answer.say(say.NOBODY)
        if ties:
            by = [one for rows in ties.values() for row in rows for one in row.by]
            answer.say(say.others("、".join(map(records.name, ties))), by)


def _forces(case: Case, departments: Sequence[str], town: str) -> dict[str, list[ForceRow]]:
    """What each department has in the town, with names and heads of its offices read."""
    found: dict[str, list[ForceRow]] = defaultdict(list)
    reader, day = case.records.reader, case.records.as_of
    rows = forces(reader, town, departments, kinds=PEOPLED, office=OFFICE, as_of=day) if departments else []
    for row in rows:
        found[row.department].append(row)
    offices = {row.force: row.kind for row in rows if row.force.startswith("org:")}
    case.records.read_names(offices)
    case.records.heads(offices)
    return found


def _report(
    case: Case, candidate: Candidate, answer: Whistle, ties: Sequence[WhistleRow], at: Sequence[ForceRow]
) -> None:
    """One department: who there, by which duty and tie, and what it has in the town."""
    records, duty, seat = case.records, candidate.duty, case.seat_of(candidate)
    name, town = records.name(candidate.body), records.name(answer.place)
    answer.must_report.append(responsible(candidate, seat))
    matter = next(m.name for m in records.matters if m.id == duty.matter)
    answer.say(say.must_report(name, duty, matter), duty.by)
    for tie in ties:
        answer.say(say.may_whistle(records.name(tie.source), name, tie), tie.by)
    if not ties:
        answer.say(say.no_tie(name))
    if seat is not None and seat.holder is None:
        answer.say(say.vacant(name, seat.name), seat.by)
    for row in at:
        if row.force.startswith("org:"):
            answer.must_report.append(_office(case, candidate, row))
            answer.say(say.office(name, town, records.name(row.force)), row.by)
    peopled = [row for row in at if not row.force.startswith("org:")]
    if peopled:
        answer.say(say.people(name, town, len(peopled)), sorted({one for row in peopled for one in row.by})[:20])


def _office(case: Case, candidate: Candidate, row: ForceRow) -> Responsible:
    """The office of a department in the town, which comes for it by the same duty."""
    seat = head_of(case.records.heads({row.force: row.kind})[row.force])
    by = tuple(dict.fromkeys((*row.by, *((seat.held_by or seat.by) if seat else ()))))
    return Responsible(
        body=row.force,
        post=seat.post if seat else None,
        tenure=seat.tenure if seat else None,
        holder=seat.person if seat else None,
        status=seat.status if seat else None,
        role=candidate.duty.role,
        duty=candidate.duty.id,
        axis=Axis.LINE.value,
        by=by,
    )
