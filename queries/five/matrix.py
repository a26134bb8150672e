"""One row a village: who is there of each society, what is missing, and whether those that are there work together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.chain.leaders import leaders_at
from wushe.queries.five.joint_ties import joint_ties
from wushe.queries.five.societies import COMMITTEES, KINDS, WORKER, Society
from wushe.queries.five.societies_at import SocietyRow, societies_at


@dataclass(frozen=True, slots=True)
class Row:
    """A village, in which town, and the bodies (ids) of each society.

    `linked` when all that are present, two at least, are joined by joint work with the village, its committee, its Party
    organisation, or with each other. Of a community that is not whole the bodies are told, and it is not present.
    """

    place: str
    town: str | None
    bodies: Mapping[Society, tuple[str, ...]]
    present: frozenset[Society]
    linked: bool

    @property
    def missing(self) -> list[Society]:
        """What is not there, in the order in which the five are named."""
        return [society for society in Society if society not in self.present]


def matrix(reader: Reader, villages: Collection[str], as_of: date) -> list[Row]:
    """The rows of villages (ids) on a day, in the order given; three reads for all of them."""
    rows = societies_at(reader, villages, serving=tuple(KINDS), committees=COMMITTEES, worker=WORKER, as_of=as_of)
    leaders = leaders_at(reader, villages, as_of)
    at: dict[str, list[SocietyRow]] = defaultdict(list)
    for row in rows:
        at[row.village].append(row)
    groups = [list(dict.fromkeys((v, *(row.body for row in at[v]), leaders.get(v, v)))) for v in villages]
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in joint_ties(reader, groups, as_of):
        pairs[pair.village].append((pair.body, pair.other))
    return [_row(village, leaders.get(village), at[village], pairs[village]) for village in villages]


def _row(village: str, leader: str | None, found: list[SocietyRow], pairs: list[tuple[str, str]]) -> Row:
    bodies: dict[Society, list[str]] = {society: [] for society in Society}
    for row in found:
        if row.kind in KINDS:
            bodies[KINDS[row.kind]].append(row.body)
        elif row.kind in COMMITTEES:
            bodies[Society.COMMUNITY].append(row.body)
        if row.works and KINDS.get(row.kind) is not Society.SOCIAL_WORKERS:
            bodies[Society.SOCIAL_WORKERS].append(row.body)
    present = {society for society, some in bodies.items() if some}
    if leader is None:
        present.discard(Society.COMMUNITY)
    else:
        bodies[Society.COMMUNITY].insert(0, leader)
    groups = [{village, *bodies[Society.COMMUNITY]}]
    groups += [set(bodies[society]) for society in Society if society in present and society is not Society.COMMUNITY]
    return Row(
        village,
        next((row.town for row in found), None),
        {society: tuple(some) for society, some in bodies.items()},
        frozenset(present),
        len(present) > 1 and _joined(groups, pairs),
    )


def _joined(groups: list[set[str]], pairs: list[tuple[str, str]]) -> bool:
    """Whether every group is reached from the first: it shares a body with what is reached, or works with a body of it."""
    reached, left = groups[0], groups[1:]
    while near := [group for group in left if _touches(group, reached, pairs)]:
        reached = reached.union(*near)
        left = [group for group in left if group not in near]
    return not left


def _touches(group: set[str], reached: set[str], pairs: list[tuple[str, str]]) -> bool:
    both = ((a in reached and b in group) or (b in reached and a in group) for a, b in pairs)
    return not reached.isdisjoint(group) or any(both)
