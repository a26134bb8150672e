"""Many places: whom the rule names in each, and how many answer for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.responsibility.answer import the_line
from wushe.queries.responsibility.case import read_cases
from wushe.queries.responsibility.decide import Decision, decide
from wushe.queries.responsibility.model import Gap, Responsible
from wushe.queries.responsibility.records import Records
from wushe.schema import DutyRole


@dataclass(frozen=True, slots=True)
class Cover:
    """A place, the distinct owners who lead there (their stand-ins are none), all who are responsible, and the gravest gap."""

    place: str
    owners: int
    responsible: tuple[Responsible, ...]
    gap: Gap | None


def coverage(reader: Reader, matter: str, places: Sequence[str], as_of: date) -> list[Cover]:
    """For each of these places (ids), which are there on the day, what `who_is_responsible` says, in the order given.

    Raises:
        NotFoundError: there is no such matter.
    """
    cases = read_cases(Records(reader, the_line(reader, matter), as_of), places, climbing=False)
    return [_cover(place, decision) for place, decision in zip(places, decide(cases), strict=True)]


def _cover(place: str, decision: Decision) -> Cover:
    owners = [r for r in decision.responsible if r.role == DutyRole.LEAD and not r.stand_in]
    return Cover(place, len(owners), tuple(decision.responsible), next(iter(decision.gaps), None))
