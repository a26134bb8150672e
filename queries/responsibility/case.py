"""One place in question: its chain, and the candidates that its duties give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from wushe.queries.duties_for import DutyRow, duties_for
from wushe.queries.responsibility.candidates import Candidate, Candidates, bearers_along, candidates_along
from wushe.queries.responsibility.heads import head_of
from wushe.queries.responsibility.records import Records
from wushe.queries.seats import Seat
from wushe.queries.territory import Step, territory
from wushe.schema import DutyRole


@dataclass(frozen=True)
class Case:
    """Everything that decides about one place; what it has in common with others is in the records."""

    records: Records
    chain: list[Step]
    candidates: Candidates

    @cached_property
    def leads(self) -> list[Candidate]:
        """Those who lead, the best first."""
        return self.distinct(c for c in self.candidates.ranked if c.duty.role == DutyRole.LEAD)

    @property
    def winners(self) -> list[Candidate]:
        """Those who lead before all others: several where they are of equal rank."""
        return [c for c in self.leads if c.rank == self.leads[0].rank]

    def seat_of(self, candidate: Candidate) -> Seat | None:
        """The post that answers for a candidate: its own, else the first of its body's heads that is held, else the first."""
        if candidate.post:
            return self.records.seats([candidate.post])[candidate.post]
        return head_of(self.records.heads(_headed([candidate]))[candidate.body])

    def heads(self, step: Step) -> list[Seat]:
        """The posts that head a place of the chain."""
        return self.records.heads({step.id: step.kind})[step.id]

    def distinct(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """The best candidate of each bearer in each role; a body and the post that answers for it are one bearer."""
        best: dict[tuple[str, str, str | None], Candidate] = {}
        for candidate in candidates:
            seat = self.seat_of(candidate)
            bearer = (seat.body, seat.post) if seat else candidate.who
            best.setdefault((candidate.duty.role, *bearer), candidate)
        return list(best.values())

    def lies_before_data(self, candidate: Candidate, seat: Seat | None) -> bool:
        """Whether only a later day tells of a post that nobody is known to hold, or of a body without posts: no vacancy."""
        if seat is None:
            return candidate.row is not None and candidate.row.since > self.records.as_of
        return seat.holder is None and seat.since > self.records.as_of


def read_cases(records: Records, places: Collection[str], *, climbing: bool) -> list[Case]:
    """The cases of places (ids) that are there on the day, read together; `climbing`: with the heads of the whole chain."""
    chains = territory(records.reader, places, records.as_of)
    distances = {matter.id: matter.distance for matter in records.matters}
    steps = {step.id: step.kind for chain in chains.values() for step in chain}
    within: dict[str, list[DutyRow]] = defaultdict(list)
    for duty in duties_for(records.reader, list(steps), list(distances), records.as_of):
        within[duty.within].append(duty)
    pairs = [
        (chain, sorted((duty for step in chain for duty in within[step.id]), key=lambda duty: duty.id))
        for chain in (chains[place] for place in places)
    ]
    rows = bearers_along(records.reader, pairs, records.as_of)
    cases = [Case(records, chain, candidates_along(chain, duties, distances, rows)) for chain, duties in pairs]
    bearers = [candidate for case in cases for candidate in case.candidates.ranked]
    records.seats(candidate.post for candidate in bearers if candidate.post)
    records.heads(_headed(bearers) | (steps if climbing else {}))
    return cases


def _headed(candidates: Iterable[Candidate]) -> dict[str, str]:
    """The bodies that bear a duty themselves, so that their head answers: id to kind."""
    return {c.body: c.kind for c in candidates if c.post is None}
