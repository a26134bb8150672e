"""Who must report to a town of the sample, for every matter with duties, on several days, is what a slow reference works out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests.world import World
from wushe.errors import BadInputError
from wushe.graph import Graph, Reader
from wushe.queries.whistle import Whistle, whistle
from wushe.schema import schema, statements

DAYS = (date(2020, 12, 31), date(2023, 6, 1), date(2024, 8, 1))
TOWN = "place:511903001"
OTHER = "place:511903101"


@dataclass(frozen=True)
class Lists:
    """Every duty, and the matter right above each."""

    duties: list[dict[str, Any]]
    above: dict[str, str]

    @classmethod
    def of(cls, graph: Graph) -> Lists:
        """Read whole."""

        def work(reader: Reader) -> Lists:
            duties = [row["properties"] for row in reader.run(statements.all_nodes("Duty"))]
            edges = reader.run(statements.all_edges("BROADER"))
            return cls(duties, {row["start"]: row["end"] for row in edges})

        return graph.read(work)

    def line(self, matter: str) -> list[str]:
        """The matter and all above it."""
        found = [matter]
        while found[-1] in self.above:
            found.append(self.above[found[-1]])
        return found


Shown = tuple[str, str, str]
"""Role, body, duty."""


@pytest.mark.parametrize("day", DAYS)
def test_every_matter(sample: Graph, day: date) -> None:
    """Departments in their order, and the offices that each has in the town."""
    whole = World.of(sample)
    world, lists = whole.on(day), Lists.of(sample)
    matters = sorted({duty["matter"] for duty in lists.duties} | lists.above.keys())

    def ask(town: str, matter: str) -> Whistle:
        return sample.read(lambda reader: whistle(reader, matter, town, day))

    answers = [(town, ask(town, matter)) for town in (TOWN, OTHER) for matter in matters]
    for town, answer in answers:
        told = [(r.role or "", r.body, r.duty or "") for r in answer.must_report]
        assert told == expected(world, lists, town, answer.matter, day), (town, answer.matter)
        assert all(reason.text for reason in answer.why)
    if day == DAYS[-1]:
        sizes = {len(answer.must_report) for _, answer in answers}
        assert 0 in sizes
        assert max(sizes) > 2
        assert any(r.axis == "LINE" for _, answer in answers for r in answer.must_report)


def expected(world: World, lists: Lists, town: str, matter: str, day: date) -> list[Shown]:
    """The same from every duty and every edge."""
    line, above = lists.line(matter), [town, *_above(world, town)]
    found: list[tuple[tuple[int, int], Shown]] = []
    for duty in sorted(lists.duties, key=lambda one: str(one["id"])):
        if not duty["since"] <= day < duty["until"] or duty["matter"] not in line or duty["within"] not in above:
            continue
        for body, at in _bearers(world, duty, above):
            if duty["role"] in ("LEAD", "SUPPORT") and _outside(world, body, town):
                rank = (line.index(duty["matter"]), above.index(at))
                found.append((rank, (duty["role"], body, duty["id"])))
    leads = sorted(_once(found, "LEAD"), key=lambda one: (one[0], one[1][1]))
    leads = [one for one in leads if one[0] == leads[0][0]]
    supports = sorted(_once(found, "SUPPORT"), key=lambda one: (one[0], one[1][1]))
    supports = [one for one in supports if one[1][1] not in {lead[1][1] for lead in leads}]
    shown: list[Shown] = []
    for _, (role, body, duty_id) in leads + supports:
        shown += [(role, body, duty_id), *((role, office, duty_id) for office in _offices(world, body, town))]
    return shown


def _above(world: World, place: str) -> list[str]:
    found, left = [], world.ends(place, "PART_OF")
    while left:
        found += left
        left = [upper for one in left for upper in world.ends(one, "PART_OF")]
    return found


def _bearers(world: World, duty: dict[str, Any], above: list[str]) -> list[tuple[str, str]]:
    """Bodies that bear a duty, and where each stands; kinds of post bear none at a county but by name in the sample."""
    if duty.get("bearer"):
        body = duty["bearer"]
        if body.startswith("post:") and body in world.bodies:
            body = next(iter(world.ends(body, "IN")), "")
        return [(body, duty["within"])] if body in world.bodies else []
    places = [place for place in above if world.kind(place) == duty["level"]]
    return [
        (body, place)
        for place in places
        for body in world.starts(place, "LOCATED_IN")
        if world.kind(body) == duty["bearerKind"]
    ]


def _outside(world: World, body: str, town: str) -> bool:
    """An organisation that heads no territory, and does not lie in the town."""
    if not body.startswith("org:") or schema().organizations[world.kind(body)].territorial:
        return False
    homes = world.ends(body, "LOCATED_IN")
    return not any(town in (home, *_above(world, home)) for home in homes)


def _once(found: list[tuple[tuple[int, int], Shown]], role: str) -> list[tuple[tuple[int, int], Shown]]:
    """The best of each body in a role."""
    best: dict[str, tuple[tuple[int, int], Shown]] = {}
    for one in sorted(found, key=lambda pair: pair[0]):
        if one[1][0] == role:
            best.setdefault(one[1][1], one)
    return list(best.values())


def _offices(world: World, department: str, town: str) -> list[str]:
    here = set(world.starts(town, "LOCATED_IN"))
    led = {one for one in world.ends(department, "LEADS") if world.kind(one) == "dispatched_office"}
    return sorted(here & (led | set(world.ends(department, "DISPATCHES"))))


def test_from_below_and_from_above(sample: Graph) -> None:
    """A grid stands for its town; a district is asked which town."""
    day = DAYS[-1]

    def work(reader: Reader) -> None:
        noise = whistle(reader, "matter:040101", f"{TOWN}002-G01", day)
        assert noise.place == TOWN
        assert noise.must_report == whistle(reader, "matter:040101", TOWN, day).must_report
        with pytest.raises(BadInputError, match="镇街"):
            whistle(reader, "matter:040101", "place:511903", day)

    sample.read(work)


def test_what_is_said(sample: Graph) -> None:
    """Noise at night: the police must report, within four hours, by the duty and by the tie that lets the town call them."""
    answer = sample.read(lambda reader: whistle(reader, "matter:040101", TOWN, DAYS[-1]))
    told = "\n".join(reason.text for reason in answer.why)
    for words in ("登科街道就“噪声扰民”吹哨", "公安", "4 小时内", "可以向", "派出所", "下沉力量"):
        assert words in told
    assert all(reason.by for reason in answer.why if "没有" not in reason.text)


def test_a_town_that_is_no_more(sample: Graph) -> None:
    """It has nobody to call; what became of the place is asked elsewhere."""
    old = sample.read(
        lambda reader: reader.run("MATCH (p:Place {kind: 'town'}) WHERE p.until < date('2021-01-01') RETURN p.id AS id")
    )
    assert old
    answer = sample.read(lambda reader: whistle(reader, "matter:040101", old[0]["id"], DAYS[-1]))
    assert answer.must_report == []
    assert "撤并" in answer.why[0].text
