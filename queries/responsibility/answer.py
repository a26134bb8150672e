"""One place: the day, the chain, who the rule says, who next, who lost, and why."""

from __future__ import annotations

from datetime import date

from wushe.errors import NotFoundError
from wushe.graph import Reader
from wushe.queries.duties_below import duties_below
from wushe.queries.finer_places import finer_places
from wushe.queries.matches import Match
from wushe.queries.matter_line import MatterRow, matter_line
from wushe.queries.place_on import PlaceRow, place_on
from wushe.queries.responsibility import say
from wushe.queries.responsibility.case import Case, read_cases
from wushe.queries.responsibility.decide import Decision, Outcome, StandIn, decide
from wushe.queries.responsibility.escalation import escalate
from wushe.queries.responsibility.model import Considered, Gap, Responsibility
from wushe.queries.responsibility.records import Records
from wushe.queries.seats import Seat
from wushe.queries.successions import successions
from wushe.queries.vacated import vacated
from wushe.schema import DutyRole, Precision, schema
from wushe.schema.values import UPPER


def who_is_responsible(reader: Reader, matter: str, place: str, as_of: date) -> Responsibility:
    """Who is responsible for a matter (id) in a place (id) on a day.

    Raises:
        NotFoundError: there is no such matter or place.
    """
    row = place_on(reader, place)
    line = the_line(reader, matter)
    if row is None:
        raise NotFoundError("没有这个地点", hint="请用 resolve 查找")
    answer = Responsibility(matter, place, as_of)
    if any(m.emergency for m in line):
        answer.say(say.EMERGENCY)
    if not row.since <= as_of < row.until:
        not_there(reader, row, answer)
        return answer
    (case,) = read_cases(Records(reader, line, as_of), [place], climbing=True)
    (decision,) = decide([case])
    answer.responsible, answer.gaps = decision.responsible, decision.gaps
    _tell(case, decision, answer)
    return answer


def who_is_responsible_at(reader: Reader, matter: str, where: Match, as_of: date) -> Responsibility:
    """As `who_is_responsible`; of an address, why it is taken to lie in that place, comes first."""
    answer = who_is_responsible(reader, matter, where.id, as_of)
    if where.landmark:
        by = next((reason.by for reason in answer.why if reason.by), ())
        answer.say_first(say.found(where.landmark, where.name, by))
    return answer


def the_line(reader: Reader, matter: str) -> list[MatterRow]:
    """A matter and its broader ones.

    Raises:
        NotFoundError: there is no such matter.
    """
    line = matter_line(reader, matter)
    if not line:
        raise NotFoundError("没有这个事项", hint="请用 resolve 查找")
    return line


def not_there(reader: Reader, row: PlaceRow, answer: Responsibility) -> None:
    """A place that is not there on the day: before what is known, or before or after its time."""
    listed = schema().places[row.kind].division and row.county_since is not None and row.county_since <= answer.as_of
    attested_later = answer.as_of < row.since and row.since_precision == Precision.ATTESTED
    if attested_later and not listed:
        answer.gaps.append(Gap.BEFORE_DATA)
        answer.say(say.place_before_data(row), row.by)
        return
    answer.gaps.append(Gap.PLACE_NOT_VALID)
    answer.finer = successions(reader, row.id, answer.as_of)
    answer.say(say.place_not_valid(row, answer.as_of), row.by)


def _tell(case: Case, decision: Decision, answer: Responsibility) -> None:
    """Why, where to ask more closely, who lost, and who next."""
    winner = next(iter(case.leads), None)
    lower = [step.id for step in case.chain if step.kind not in UPPER]
    case.records.read_names([*lower, winner.body if winner else case.chain[0].id])
    answer.why.append(say.located(case.chain, case.records.name))
    _look_finer(case, answer)
    _explain_losers(case, answer)
    for outcome in decision.outcomes:
        _explain_winner(case, answer, outcome)
    if Gap.OVERLAPPING in decision.gaps:
        answer.say(say.overlapping([case.records.name(r.body) for r in answer.leading]))
    if not decision.outcomes:
        _explain_nothing(case, decision, answer)
    if Gap.BEFORE_DATA not in decision.gaps:
        answer.escalation = escalate(case, answer, winner)


def _explain_winner(case: Case, answer: Responsibility, outcome: Outcome) -> None:
    """Why this one leads, and who holds the post, or stands in for it."""
    winner, seat, name = outcome.winner, outcome.seat, case.records.name
    answer.why.append(say.won(winner, name(winner.body), seat, case.chain, case.records.matters))
    if outcome.gap is Gap.BEFORE_DATA:
        _before_data(case, answer, outcome)
    elif outcome.gap is Gap.VACANT and seat is not None:
        _explain_vacancy(case, answer, seat, outcome.stand_in)
    else:
        answer.why.append(say.holds(name(winner.body), seat, answer.as_of))


def _before_data(case: Case, answer: Responsibility, outcome: Outcome) -> None:
    if seat := outcome.seat:
        left = vacated(case.records.reader, seat.post, answer.as_of)
        answer.say(say.post_before_data(case.records.name(seat.body), seat, left), seat.by)
    elif row := outcome.winner.row:
        answer.say(say.body_before_data(case.records.name(outcome.winner.body), row.since), row.by)


def _explain_vacancy(case: Case, answer: Responsibility, seat: Seat, other: StandIn | None) -> None:
    left = vacated(case.records.reader, seat.post, answer.as_of)
    answer.say(say.vacant(case.records.name(seat.body), seat, left), left.by)
    if other is None:
        answer.say(say.NOBODY)
        return
    sentence = say.stands_in(case.records.name(other.seat.body), other.seat, other.reason)
    answer.say(sentence, tuple(other.seat.held_by or ()))


def _look_finer(case: Case, answer: Responsibility) -> None:
    """Where to ask more closely: places of a level below that has duties by kind, or duties within places below."""
    reader, levels = case.records.reader, sorted(case.candidates.finer)
    finer = finer_places(reader, answer.place, levels, answer.as_of) if levels else []
    below = duties_below(reader, answer.place, answer.matter, answer.as_of)
    answer.finer = sorted({*finer, *below})
    if answer.finer:
        answer.say(say.finer(levels, len(answer.finer)))


def _explain_losers(case: Case, answer: Responsibility) -> None:
    for loser in case.leads[len(case.winners) :]:
        reason = say.lost(case.leads[0], loser, case.chain, case.records.matters)
        answer.considered.append(Considered(loser.body, loser.duty.id, reason))
    for duty in case.candidates.missing:
        body = duty.bearer or duty.within
        answer.considered.append(Considered(body, duty.id, say.bearer_missing(duty)))


def _explain_nothing(case: Case, decision: Decision, answer: Responsibility) -> None:
    """No LEAD: since when anything is known, which narrower matters have duties, or that nothing has."""
    answer.narrower = list(decision.narrower)
    if decision.begins is not None:
        answer.say(say.duties_before_data(decision.begins))
    elif decision.narrower:
        answer.say(say.narrower_only(list(decision.narrower.values())))
    elif any(duty.role == DutyRole.LEAD for duty in case.candidates.missing):
        answer.say(say.NO_LEAD_BEARER)
    elif case.candidates.finer:
        answer.say(say.NO_LEAD_HERE)
    else:
        answer.say(say.NO_LEAD if case.candidates.ranked or case.candidates.missing else say.NO_DUTY)
