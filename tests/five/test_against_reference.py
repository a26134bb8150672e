"""The five societies of every village of the sample, on several days, are what a slow reference works out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chain.reference import leader_at
from tests.world import World
from wushe.graph import Graph, Reader
from wushe.queries.five import Row, Society, matrix

DAYS = (date(2020, 12, 31), date(2022, 8, 1), date(2023, 6, 1), date(2024, 7, 15))
OWN = {
    "social_organization": Society.SOCIAL_ORGANIZATIONS,
    "social_work_station": Society.SOCIAL_WORKERS,
    "volunteer_team": Society.VOLUNTEERS,
    "charity_fund": Society.CHARITY,
}
JOINT = {"SERVES", "FUNDS", "PARTNERS_WITH", "PAIRED_WITH", "COORDINATES", "MEMBER_OF", "COVERS"}


@pytest.mark.parametrize("day", DAYS)
def test_the_matrix_of_the_sample(sample: Graph, day: date) -> None:
    """Bodies, presence and links of every village, with those of other days out of sight."""
    world = World.of(sample).on(day)
    villages = sorted(one for one in world.bodies if one.startswith("place:") and world.kind(one) == "village")

    def work(reader: Reader) -> list[Row]:
        return matrix(reader, villages, day)

    found = {row.place: row for row in sample.read(work)}
    for village in villages:
        assert told(found[village]) == expected(world, village), village
    if day == DAYS[-1]:
        assert {len(row.missing) for row in found.values()} >= {1, 2, 3}
        assert {row.linked for row in found.values()} == {True, False}


def told(row: Row) -> tuple[dict[Society, set[str]], set[Society], bool]:
    """A row, whatever the order of its bodies."""
    return {society: set(some) for society, some in row.bodies.items()}, set(row.present), row.linked


def expected(world: World, village: str) -> tuple[dict[Society, set[str]], set[Society], bool]:
    """The same from every edge."""
    bodies: dict[Society, set[str]] = {society: set() for society in Society}
    here = world.starts(village, "LOCATED_IN")
    serving = [one for kind in ("SERVES", "FUNDS", "COVERS") for one in world.starts(village, kind)]
    for body in {*here, *serving}:
        if body.startswith("org:") and world.kind(body) in OWN:
            bodies[OWN[world.kind(body)]].add(body)
    leader = leader_at(world, village)
    committees = {body for body in here if world.kind(body) in {"villagers_committee", "residents_committee"}}
    bodies[Society.COMMUNITY] = committees | ({leader} if leader else set())
    for body in {village, *here}:
        posts = [post for post in world.starts(body, "IN") if world.kind(post) == "social_worker"]
        if any(world.starts(post, "HOLDS") for post in posts):
            bodies[Society.SOCIAL_WORKERS].add(body)
    present = {society for society, some in bodies.items() if some}
    if not (leader and committees):
        present.discard(Society.COMMUNITY)
    return bodies, present, len(present) > 1 and linked(world, village, bodies, present)


def linked(world: World, village: str, bodies: dict[Society, set[str]], present: set[Society]) -> bool:
    """Whether joint work joins every society that is present to the first, by whatever way."""
    groups = [{village, *bodies[Society.COMMUNITY]}]
    groups += [bodies[society] for society in Society if society in present - {Society.COMMUNITY}]
    everyone = set().union(*bodies.values(), {village})
    pairs = {(one, end) for one in everyone for kind in JOINT for end in world.ends(one, kind) if end in everyone}
    joint = {one: set(world.ends(one, "MEMBER_OF")) for one in everyone}
    pairs |= {(a, b) for a in everyone for b in everyone if a != b and joint[a] & joint[b]}
    known = {0}
    for _ in groups:
        known |= {
            n
            for n, group in enumerate(groups)
            for m in known
            if groups[m] & group
            or any((a in groups[m] and b in group) or (b in groups[m] and a in group) for a, b in pairs)
        }
    return known == set(range(len(groups)))
