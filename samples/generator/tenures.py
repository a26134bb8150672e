"""Who holds which post in the units of a town, their bodies, grids, groups and cells."""

from collections.abc import Iterator

from wushe.samples.generator import branches, compounds, towns
from wushe.samples.generator.codes import number
from wushe.samples.generator.county import Town, Unit
from wushe.samples.generator.making import ELECTED, OFFICE_HOURS, held, later
from wushe.samples.generator.people import People, Person, cadre
from wushe.samples.generator.tables import Tenure
from wushe.samples.generator.territory import CELLS_SINCE, cells
from wushe.samples.generator.villages import (
    CENTRES_SINCE,
    CHANNELS_SINCE,
    COLLECTIVES_SINCE,
    COUNCILS_SINCE,
    FUNDS_SINCE,
    ROOMS_SINCE,
    Village,
)

# The forms in which rosters write a day in office, blank among them.
ELECTION_FORMS = ("2021年1月", "2021-01-12", "2021年1月18日", "2021/1/20", "")
LEADER_FORMS = ("2021年2月", "2022-06-01", "", "2021.03")

# What makes the sample worth asking about: who is missing, who stands in, who was there before.
VACANT_GROUPS = {"五台山村第4组"}
ACTING_DIRECTORS = {"石马社区"}
EARLIER_OFFICERS = {
    "登科寺社区第2网格": (("2021-03-01", "2023-08-31"),),
    "古溪社区第1网格": (("2021-03-01", "2023-12-31"),),
}
EARLIER_SECRETARIES = {
    "麻石社区": (("2021年1月", "2021年12月"),),
    "新场社区": (("2021-01-12", "2023-04-30"),),
    "高岸社区": (("2021年1月", "2022-03-31"), ("2022-04-01", "2023-06-30")),
}
STARTS = {"新场社区": "2023-05-01", "麻石社区": "2022年1月", "高岸社区": "2023-07-01"}
ELDERS = {"村民议事会": "乡贤一", "居民议事会": "乡贤一", "道德评议会": "乡贤二", "红白理事会": "乡贤三"}
COUNCIL_CADRES = {"禁毒禁赌会": "副主任", "矛盾调解会": "委员二", "环境卫生理事会": "委员一"}


def tenures(people: People, town: Town) -> list[Tenure]:
    """The town's officials, the committees and bodies of the units, the grids and the estates."""
    rows = towns.tenures(people, town)
    for order, unit in enumerate(town.units):
        rows += _committee(people, unit, order)
        rows += _grids(people, unit)
        rows += branches.tenures(people, unit)
        rows += _bodies(people, unit)
        rows += compounds.tenures(people, unit)
    return rows


def leaders(people: People, town: Town) -> list[Tenure]:
    """The leaders of the groups, whom their groups elected."""
    return [row for unit in town.units for row in _leaders(people, unit)]


def neighbours(people: People, town: Town) -> list[Tenure]:
    """The good neighbours of the cells."""
    return [
        held(
            people.get(f"{unit.cell_name(cell.number)}/好邻居", unit.label),
            unit.cell_name(cell.number),
            "好邻居",
            since=CELLS_SINCE,
            verified=None,
        )
        for unit in town.units
        for cell in cells(unit)
    ]


def _start(unit: Unit, order: int) -> str:
    return STARTS.get(unit.label, ELECTION_FORMS[order % len(ELECTION_FORMS)])


def _committee(people: People, unit: Unit, order: int) -> Iterator[Tenure]:
    party, committee = unit.party_short, unit.committee
    start = _start(unit, order)

    def row(role: str, body: str, post: str, status: str = "正式", *, since: str = start) -> Tenure:
        return _office(unit, cadre(people, unit, role), body, post, status, since=since)

    for term, (since, until) in enumerate(EARLIER_SECRETARIES.get(unit.label, ()), start=1):
        key = f"{unit.label}/前任书记" + ("" if term == 1 else str(term))
        yield _office(unit, people.get(key, unit.label), party, "书记", since=since, until=until)
    yield row("书记", party, "书记")
    if unit.one_head:
        yield row("书记", committee, "主任")
    elif unit.label in ACTING_DIRECTORS:
        yield row("主任", committee, "主任", "代理", since="2024-04-15")
    else:
        yield row("主任", committee, "主任", since=ELECTION_FORMS[order % 3])
    yield row("副主任", committee, "副主任", since=ELECTED)
    yield row("委员一", committee, "委员", "选任", since=ELECTED)
    yield row("委员二", committee, "委员", "选任", since=ELECTED)
    if unit.party == "党委":
        yield row("副书记", party, "副书记", since=ELECTED)


def _office(
    unit: Unit, person: Person | None, body: str, post: str, status: str = "正式", *, since: str = "", until: str = ""
) -> Tenure:
    return held(
        person,
        body,
        post,
        status,
        office=unit.label,
        place=unit.label,
        hours=OFFICE_HOURS,
        since=since,
        until=until,
    )


def _grids(people: People, unit: Unit) -> Iterator[Tenure]:
    """The heads of the grids, and officers who have left; those in office are in a roster of their own."""
    heads = ("副书记", "副主任", "书记") if unit.party == "党委" else ("书记", "副主任")
    for place, head in zip(range(1, len(unit.grids) + 1), heads, strict=False):
        grid = unit.grid_name(place)
        since = later("2021年3月", STARTS.get(unit.label, "")) if head == "书记" else "2021年3月"
        yield held(cadre(people, unit, head), grid, "网格长", "兼任", since=since)
        for since, until in EARLIER_OFFICERS.get(grid, ()):
            yield held(people.get(f"{grid}/前任", unit.label), grid, "专职网格员", since=since, until=until)


def _bodies(people: People, unit: Unit) -> list[Tenure]:
    """Cadres hold the posts of most bodies beside their own; elders and volunteers head the others."""
    village = Village(unit)
    concurrent = [
        (village.youth, "团支部书记", "副主任", ELECTED),
        (village.women, "妇联主席", "委员一", ELECTED),
        (village.union, "工会主席", "副书记" if unit.party == "党委" else "委员二", ELECTED),
        (village.disabled, "残协主席", "委员二", ELECTED),
        (village.services, "中心主任", "委员二", CENTRES_SINCE),
        (village.channel, "值班员", "委员一", CHANNELS_SINCE),
        (village.collective, "理事长", "书记", later(COLLECTIVES_SINCE, STARTS.get(unit.label, ""))),
        (village.fund, "理事长", "副主任", FUNDS_SINCE),
    ]
    rows = []
    for body, post, role, since in concurrent:
        if body:
            person = None if _vacant(body, post) else cadre(people, unit, role)
            rows.append(held(person, body, post, "兼任", place=unit.label, since=since))
    return [*rows, *_councils(people, village), *_societies(people, village)]


def _vacant(body: str, post: str) -> bool:
    """A few youth and disabled persons' posts are empty."""
    return post in {"团支部书记", "残协主席"} and number("空缺/" + body, 60) == 0


def _councils(people: People, village: Village) -> list[Tenure]:
    unit = village.unit
    rows = []
    for council in village.councils:
        what = council.removeprefix(unit.label)
        if role := COUNCIL_CADRES.get(what):
            person, status = cadre(people, unit, role), "兼任"
        else:
            person, status = people.get(f"{unit.label}/{ELDERS.get(what, '志愿队长')}", unit.label), "选任"
        rows.append(held(person, council, "会长", status, place=unit.label, since=COUNCILS_SINCE))
    return rows


def _societies(people: People, village: Village) -> list[Tenure]:
    unit = village.unit
    posts = ((village.volunteers, "队长", "志愿队长", towns.TEAMS_SINCE), (village.room, "社工", "社工", ROOMS_SINCE))
    return [
        held(people.get(f"{unit.label}/{key}", unit.label), body, post, place=unit.label, since=since)
        for body, post, key, since in posts
        if body
    ]


def _leaders(people: People, unit: Unit) -> Iterator[Tenure]:
    for place in range(1, unit.groups + 1):
        group = unit.group_name(place)
        vacant = group in VACANT_GROUPS or number("空缺/" + group, 90) == 0
        person = None if vacant else people.get(f"{group}/小组长", unit.label)
        since = LEADER_FORMS[place % len(LEADER_FORMS)]
        yield held(person, group, "小组长", "选任", since=since, verified=None)
