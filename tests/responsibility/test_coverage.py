"""What is asked of many places at once is what is asked of each: coverage is the same rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.world import World
from wushe.errors import NotFoundError
from wushe.graph import Graph, Reader
from wushe.queries.responsibility import Cover, Gap, coverage, who_is_responsible

from .county import County, write
from .strategies import DAYS as SOME_DAYS
from .strategies import counties

DAYS = (date(2020, 12, 31), date(2023, 6, 1), date(2024, 3, 1), date(2024, 8, 1))
MATTERS = {
    "矛盾纠纷": "four levels lead, each where it stands",
    "路灯损坏": "a department by name",
    "信息采集": "the officer of the grid, and departments that support",
    "邻里纠纷": "a level below the grid",
    "日常报个信": "neighbours only",
    "城市管理": "a matter with narrower ones",
    "交通出行": "a matter that has narrower ones only",
}


def one_by_one(reader: Reader, matter: str, places: Sequence[str], day: date) -> list[Cover]:
    """The same by a whole question for each place."""
    answers = [who_is_responsible(reader, matter, place, day) for place in places]
    return [Cover(a.place, len(a.leading), tuple(a.responsible), a.gap) for a in answers]


@pytest.mark.parametrize("day", DAYS)
def test_every_grid_of_the_sample(sample: Graph, day: date) -> None:
    """Several matters on several days; together they show nobody and one, with and without a gap."""
    world = World.of(sample).on(day)
    grids = sorted(one for one in world.bodies if one.startswith("place:") and world.kind(one) == "grid")

    def work(reader: Reader) -> list[Cover]:
        names = {row["name"]: row["id"] for row in reader.run("MATCH (m:Matter) RETURN m.name AS name, m.id AS id")}
        together = [row for matter in MATTERS for row in coverage(reader, names[matter], grids, day)]
        assert together == [row for matter in MATTERS for row in one_by_one(reader, names[matter], grids, day)]
        return together

    rows = sample.read(work)
    if day == DAYS[-1]:
        assert len(grids) > 15
        assert {row.owners for row in rows} >= {0, 1}
        assert Counter(row.gap for row in rows).keys() >= {None, Gap.NO_DUTY, Gap.NARROWER_ONLY}


def test_places_of_every_kind(sample: Graph) -> None:
    """Not grids alone: a page may hold any places, in any order."""
    day = DAYS[-1]
    world = World.of(sample).on(day)
    places = sorted((one for one in world.bodies if one.startswith("place:")), key=lambda one: one[::-1])[::7]
    assert len({world.kind(one) for one in places}) > 5

    def work(reader: Reader) -> None:
        (matter,) = reader.run("MATCH (m:Matter {name: '矛盾纠纷'}) RETURN m.id AS id")
        assert coverage(reader, matter["id"], places, day) == one_by_one(reader, matter["id"], places, day)

    sample.read(work)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(county=counties(), days=st.lists(st.sampled_from(SOME_DAYS), min_size=2, max_size=2, unique=True))
def test_random_counties(graph: Graph, county: County, days: list[date]) -> None:
    """All places of a small random county, for each of its matters."""
    write(graph, county)

    def work(reader: Reader) -> None:
        for day in days:
            places = [place.id for place in county.places if place.span.holds(day)]
            for matter in county.matters:
                note(f"asked: {matter.id} on {day}")
                together = coverage(reader, matter.id, places, day)
                assert together == one_by_one(reader, matter.id, places, day)

    graph.read(work)


def test_no_such_matter(graph: Graph) -> None:
    """It is said, not answered with empty rows."""
    with pytest.raises(NotFoundError):
        graph.read(lambda reader: coverage(reader, "matter:none", [], DAYS[0]))
