"""The rule, step by step: the day, the chain, the candidates, the winner, its holder or stand-in, who next, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.errors import NotFoundError
from wushe.graph import Reader
from wushe.queries.duties_below import duties_below
from wushe.queries.duties_for import duties_for
from wushe.queries.finer_places import finer_places
from wushe.queries.first_duty import first_duty
from wushe.queries.matches import Match
from wushe.queries.matter_line import MatterRow, matter_line
from wushe.queries.names_on import names_on
from wushe.queries.narrower_matters import narrower_matters
from wushe.queries.place_on import PlaceRow, place_on
from wushe.queries.responsibility import say
from wushe.queries.responsibility.candidates import Candidate, Candidates, find_candidates
from wushe.queries.responsibility.escalation import escalate
from wushe.queries.responsibility.heads import first_held, head_of, heads_of
from wushe.queries.responsibility.model import Considered, Gap, Responsibility, Responsible
from wushe.queries.seats import Seat, seats
from wushe.queries.successions import successions
from wushe.queries.territory import Step, territory
from wushe.queries.vacated import vacated
from wushe.schema import DutyRole, Precision, schema
from wushe.schema.ids import organization_kind
from wushe.schema.values import UPPER


@dataclass(slots=True)
class Case:
    """Everything read for one question."""

    reader: Reader
    as_of: date
    chain: list[Step]
    matters: list[MatterRow]
    candidates: Candidates
    names: dict[str, str]
    seats: dict[str, Seat]
    heads: dict[str, list[Seat]]

    def seat_of(self, candidate: Candidate) -> Seat | None:
        """The post that answers for a candidate: its own, else the first of its body's heads that is held, else the first."""
        if candidate.post:
            return self.seats[candidate.post]
        return head_of(self.heads.get(candidate.body, []))

    def name(self, body: str) -> str:
        """What a body is called on the day."""
        if body not in self.names:
            self.names |= names_on(self.reader, [body], self.as_of)
        return self.names.get(body, body)


def who_is_responsible(reader: Reader, matter: str, place: str, as_of: date) -> Responsibility:
    """Who is responsible for a matter (id) in a place (id) on a day.

    Raises:
        NotFoundError: there is no such matter or place.
    """
    row = place_on(reader, place)
    line = matter_line(reader, matter)
    if row is None or not line:
        raise NotFoundError("没有这个地点" if row is None else "没有这个事项", hint="请用 resolve 查找")
    answer = Responsibility(matter, place, as_of)
    if any(m.emergency for m in line):
        answer.say(say.EMERGENCY)
    if not row.since <= as_of < row.until:
        _not_there(reader, row, answer)
        return answer
    case = _read_case(reader, line, place, as_of)
    answer.why.append(say.located(case.chain, case.names))
    _decide(case, answer)
    answer.gaps = answer.ranked_gaps
    return answer


def who_is_responsible_at(reader: Reader, matter: str, where: Match, as_of: date) -> Responsibility:
    """As `who_is_responsible`; of an address, why it is taken to lie in that place, comes first."""
    answer = who_is_responsible(reader, matter, where.id, as_of)
    if where.landmark:
        by = next((reason.by for reason in answer.why if reason.by), ())
        answer.say_first(say.found(where.landmark, where.name, by))
    return answer


def _not_there(reader: Reader, row: PlaceRow, answer: Responsibility) -> None:
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


def _read_case(reader: Reader, line: list[MatterRow], place: str, as_of: date) -> Case:
    chain = territory(reader, place, as_of)
    distances = {matter.id: matter.distance for matter in line}
    duties = duties_for(reader, [step.id for step in chain], list(distances), as_of)
    candidates = find_candidates(reader, duties, chain, distances, as_of)
    found = seats(reader, sorted({c.post for c in candidates.ranked if c.post}), as_of)
    headed = {step.id: step.kind for step in chain}
    headed |= {
        c.body: c.duty.named_kind or organization_kind(c.body)
        for c in candidates.ranked
        if c.post is None and c.body not in headed
    }
    heads = heads_of(reader, headed, as_of)
    first = next((c.body for c in candidates.ranked if c.duty.role == DutyRole.LEAD), chain[0].id)
    names = names_on(reader, {*(step.id for step in chain if step.kind not in UPPER), first}, as_of)
    return Case(reader, as_of, chain, line, candidates, names, found, heads)


def _decide(case: Case, answer: Responsibility) -> None:
    ranked = case.candidates.ranked
    leads = _distinct(case, [c for c in ranked if c.duty.role == DutyRole.LEAD])
    winners = [c for c in leads if c.rank == leads[0].rank]
    _look_finer(case, answer)
    _explain_losers(case, answer, leads, winners)
    if winners:
        _answer_for(case, answer, winners, leads)
        if Gap.BEFORE_DATA in answer.gaps:
            return
    elif not _explain_nothing(case, answer):
        return
    others = _distinct(case, [c for c in ranked if c.duty.role != DutyRole.LEAD])
    listed = [(c, case.seat_of(c)) for c in sorted(others, key=_by_role)]
    answer.responsible += [_responsible(case, c, seat) for c, seat in listed if not _lies_before_data(case, c, seat)]
    start = winners[0] if winners else None
    answer.escalation = escalate(case, answer, start)


def _by_role(candidate: Candidate) -> tuple[int, tuple[int, int, bool, int, str]]:
    return candidate.order[3], candidate.order


def _distinct(case: Case, candidates: list[Candidate]) -> list[Candidate]:
    """The best candidate of each bearer in each role; a body and the post that answers for it are one bearer."""
    best: dict[tuple[str, str, str | None], Candidate] = {}
    for candidate in candidates:
        seat = case.seat_of(candidate)
        bearer = (seat.body, seat.post) if seat else candidate.who
        best.setdefault((candidate.duty.role, *bearer), candidate)
    return list(best.values())


def _answer_for(case: Case, answer: Responsibility, winners: list[Candidate], leads: list[Candidate]) -> None:
    """The winners with their holders; a vacant post is followed by who stands in for it."""
    for winner in winners:
        seat = case.seat_of(winner)
        answer.why.append(say.won(winner, case.name(winner.body), seat, case.chain, case.matters))
        if _lies_before_data(case, winner, seat):
            _before_data(case, answer, winner, seat)
        elif seat is not None and seat.holder is None:
            answer.gaps.append(Gap.VACANT)
            answer.responsible.append(_responsible(case, winner, seat))
            _stand_in(case, answer, winner, seat, leads)
        else:
            answer.responsible.append(_responsible(case, winner, seat))
            answer.why.append(say.holds(case.name(winner.body), seat, case.as_of))
    if Gap.BEFORE_DATA in answer.gaps and answer.responsible:
        answer.gaps = [gap for gap in answer.gaps if gap is not Gap.BEFORE_DATA]
    shown = [case.name(r.body) for r in answer.responsible if not r.stand_in]
    if len(shown) > 1:
        answer.gaps.append(Gap.OVERLAPPING)
        answer.say(say.overlapping(shown))


def _lies_before_data(case: Case, candidate: Candidate, seat: Seat | None) -> bool:
    """Whether only a later day tells of a post that nobody is known to hold, or of a body without posts: no vacancy."""
    if seat is None:
        return candidate.row is not None and candidate.row.since > case.as_of
    return seat.holder is None and seat.since > case.as_of


def _before_data(case: Case, answer: Responsibility, candidate: Candidate, seat: Seat | None) -> None:
    answer.gaps.append(Gap.BEFORE_DATA)
    if seat is not None:
        answer.say(say.post_before_data(seat, vacated(case.reader, seat.post, case.as_of)), seat.by)
    elif candidate.row is not None:
        answer.say(say.body_before_data(case.name(candidate.body), candidate.row.since), candidate.row.by)


def _stand_in(case: Case, answer: Responsibility, winner: Candidate, seat: Seat, leads: list[Candidate]) -> None:
    """The head of the same body, else the next candidate, else the nearest head up the chain."""
    left = vacated(case.reader, seat.post, case.as_of)
    answer.say(say.vacant(case.name(seat.body), seat, left), left.by)
    besides = frozenset({seat.post})
    heads = heads_of(case.reader, {seat.body: seat.body_kind}, case.as_of)
    chosen = first_held(heads.get(seat.body, []), besides)
    if chosen is not None:
        return _stands_in(case, answer, winner, chosen, say.SAME_BODY)
    for candidate in leads:
        if candidate.order > winner.order and (other := case.seat_of(candidate)) and other.holder:
            return _stands_in(case, answer, candidate, other, say.NEXT_CANDIDATE)
    for step in case.chain:
        if step.step >= winner.step and (head := first_held(case.heads.get(step.id, []), besides)):
            return _stands_in(case, answer, winner, head, say.NEAREST_HEAD)
    answer.say(say.NOBODY)
    return None


def _stands_in(case: Case, answer: Responsibility, candidate: Candidate, seat: Seat, reason: str) -> None:
    answer.responsible.append(_responsible(case, candidate, seat, stand_in=True))
    answer.say(say.stands_in(case.name(seat.body), seat, reason), tuple(seat.held_by or ()))


def _responsible(case: Case, candidate: Candidate, seat: Seat | None, *, stand_in: bool = False) -> Responsible:
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


def _look_finer(case: Case, answer: Responsibility) -> None:
    """Where to ask more closely: places of a level below that has duties by kind, or duties within places below."""
    place, matter = answer.place, answer.matter
    finer = finer_places(case.reader, place, sorted(case.candidates.finer), case.as_of) if case.candidates.finer else []
    below = duties_below(case.reader, place, matter, case.as_of)
    answer.finer = sorted({*finer, *below})
    if answer.finer:
        answer.say(say.finer(sorted(case.candidates.finer), len(answer.finer)))


def _explain_losers(case: Case, answer: Responsibility, leads: list[Candidate], winners: list[Candidate]) -> None:
    for loser in leads[len(winners) :]:
        reason = say.lost(winners[0], loser, case.chain, case.matters)
        answer.considered.append(Considered(loser.body, loser.duty.id, reason))
    for duty in case.candidates.missing:
        body = duty.bearer or duty.within
        answer.considered.append(Considered(body, duty.id, say.bearer_missing(duty)))


def _explain_nothing(case: Case, answer: Responsibility) -> bool:
    """No LEAD: before the data, only narrower matters, or no duty. False when the answer ends here."""
    if not case.candidates.ranked and not case.candidates.missing and not case.candidates.finer:
        return _explain_no_duty(case, answer)
    answer.gaps.append(Gap.NO_DUTY)
    if any(duty.role == DutyRole.LEAD for duty in case.candidates.missing):
        answer.say(say.NO_LEAD_BEARER)
    else:
        answer.say(say.NO_LEAD_HERE if case.candidates.finer else say.NO_LEAD)
    return True


def _explain_no_duty(case: Case, answer: Responsibility) -> bool:
    places = [step.id for step in case.chain]
    first = first_duty(case.reader, places, [m.id for m in case.matters], case.as_of)
    if first is not None:
        answer.gaps.append(Gap.BEFORE_DATA)
        answer.say(say.duties_before_data(first))
        return False
    narrower = narrower_matters(case.reader, answer.matter, places, case.as_of)
    answer.narrower = [row.id for row in narrower]
    answer.gaps.append(Gap.NARROWER_ONLY if narrower else Gap.NO_DUTY)
    answer.say(say.narrower_only([row.name for row in narrower]) if narrower else say.NO_DUTY)
    return True
