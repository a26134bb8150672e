"""Who holds which post in 登科街道, its units, grids, groups and cells."""

from collections.abc import Iterator
from datetime import date

from samples.generator.codes import office_phone
from samples.generator.county import Unit, town_named
from samples.generator.people import People
from samples.generator.street import CENTRE, GRID_BRANCHES, GRID_PARTY_UNIT, OFFICE, PARTY
from samples.generator.tables import Tenure
from samples.generator.territory import CELLS, ESTATES
from samples.generator.units import TOWN

UNITS = town_named(TOWN).units
VACANT = "空缺"
OFFICE_HOURS = "工作日 9:00-12:00、14:00-18:00"
GRID_HOURS = "每日 8:30-20:00"
VERIFIED = date(2024, 7, 10)

# The forms in which rosters write a day in office, blank among them.
ELECTION_FORMS = ("2021年1月", "2021-01-12", "2021年1月18日", "2021/1/20", "")
GRID_FORMS = ("2021-03-01", "2021年3月", "2022年", "", "2023/9/1")
LEADER_FORMS = ("2021年2月", "2022-06-01", "", "2021.03")

# What makes the sample worth asking about: who is missing, who stands in, who was there before.
VACANT_GRIDS = {"古溪社区第1网格"}
VACANT_GROUPS = {"五台山村第4组"}
ACTING_GRIDS = {"燕飞社区第1网格"}
ACTING_DIRECTORS = {"石马社区"}
SHARED_OFFICERS = {"两路社区第2网格": "两路社区第1网格"}
EARLIER_OFFICERS = {"登科寺社区第2网格": ("2021-03-01", "2023-08-31")}
EARLIER_SECRETARIES = {"麻石社区": ("2021年1月", "2021年12月"), "新场社区": ("2021-01-12", "2023-04-30")}
STARTS = {
    "登科寺社区第1网格": "2021-03-01",
    "登科寺社区第2网格": "2023-09-01",
    "新场社区": "2023-05-01",
    "麻石社区": "2022年1月",
}


def tenures(people: People) -> list[Tenure]:
    """The street's officials, the committees of the units, the estates and the grids."""
    rows = _town(people)
    for order, unit in enumerate(UNITS):
        rows += [*_committee(people, unit, order), *_grids(people, unit, order)]
    return [*rows, *_branches(people)]


def neighbours(people: People) -> list[Tenure]:
    """Group leaders and good neighbours: private citizens, in a file of their own."""
    leaders = [row for unit in UNITS for row in _leaders(people, unit)]
    cells = [_row(people, f"{name}/好邻居", name, "好邻居", since="2023年3月", verified=None) for name, *_ in CELLS]
    return [*leaders, *cells]


def _town(people: People) -> list[Tenure]:
    posts = (
        (PARTY, "书记", "书记", "正式", "2022年5月"),
        (PARTY, "副书记", "主任", "正式", "2022-06-01"),
        (OFFICE, "主任", "主任", "正式", "2022-06-01"),
        (OFFICE, "副主任", "副主任一", "正式", "2021年4月"),
        (OFFICE, "副主任", "副主任二", "挂职", "2023-10-08"),
        (CENTRE, "中心主任", "政法", "正式", "2021年4月"),
        ("登科街道便民服务中心", "中心主任", "便民", "正式", ""),
        ("登科派出所", "所长", "派出所", "正式", "2022年"),
        ("登科司法所", "所长", "司法所", "正式", ""),
        ("登科市场监管所", "所长", "市监所", "正式", "2021年4月"),
    )
    return [
        _row(people, f"{TOWN}/{key}", body, post, status, office=body, place=TOWN, hours=OFFICE_HOURS, since=since)
        for body, post, key, status, since in posts
    ]


def _committee(people: People, unit: Unit, order: int) -> Iterator[Tenure]:
    since = STARTS.get(unit.name, ELECTION_FORMS[order % len(ELECTION_FORMS)])
    party, committee = unit.party_short, unit.committee

    def row(key: str, body: str, post: str, status: str = "正式", *, since: str = since, until: str = "") -> Tenure:
        return _row(
            people,
            f"{unit.name}/{key}",
            body,
            post,
            status,
            office=unit.name,
            place=unit.name,
            hours=OFFICE_HOURS,
            since=since,
            until=until,
            verified=None if until else VERIFIED,
        )

    if unit.name in EARLIER_SECRETARIES:
        began, ended = EARLIER_SECRETARIES[unit.name]
        yield row("前任书记", party, "书记", since=began, until=ended)
    yield row("书记", party, "书记")
    if unit.one_head:
        yield row("书记", committee, "主任")
    elif unit.name in ACTING_DIRECTORS:
        yield row("主任", committee, "主任", "代理", since="2024-04-15")
    else:
        yield row("主任", committee, "主任", since=ELECTION_FORMS[order % 3])
    yield row("副主任", committee, "副主任", since="2021年1月")
    if unit.party == "党委":
        yield row("副书记", party, "副书记", since="2021年1月")


def _grids(people: People, unit: Unit, order: int) -> Iterator[Tenure]:
    heads = ("副书记", "副主任", "书记") if unit.party == "党委" else ("书记", "副主任")
    for number, head in zip(range(1, len(unit.grids) + 1), heads, strict=False):
        grid = unit.grid_name(number)
        yield _row(people, f"{unit.name}/{head}", grid, "网格长", "兼任", since="2021年3月")
        if grid in EARLIER_OFFICERS:
            since, until = EARLIER_OFFICERS[grid]
            yield _row(people, f"{grid}/前任", grid, "专职网格员", since=since, until=until, verified=None)
        yield _officer(people, grid, STARTS.get(grid, GRID_FORMS[(order + number) % len(GRID_FORMS)]))


def _officer(people: People, grid: str, since: str) -> Tenure:
    if grid in VACANT_GRIDS:
        return Tenure(body=grid, post="专职网格员", name=VACANT, office=office_phone(grid), verified=VERIFIED)
    shared = SHARED_OFFICERS.get(grid, grid)
    status = "兼任" if shared != grid else "代理" if grid in ACTING_GRIDS else "正式"
    return _row(people, f"{shared}/专职网格员", grid, "专职网格员", status, office=grid, hours=GRID_HOURS, since=since)


def _leaders(people: People, unit: Unit) -> Iterator[Tenure]:
    for number in range(1, unit.groups + 1):
        group = unit.group_name(number)
        if group in VACANT_GROUPS:
            yield Tenure(body=group, post="小组长", name=VACANT)
        else:
            since = LEADER_FORMS[number % len(LEADER_FORMS)]
            yield _row(people, f"{group}/小组长", group, "小组长", since=since, verified=None)


def _branches(people: People) -> Iterator[Tenure]:
    """Secretaries of the grid and estate branches, and the managers of the property firms."""
    for number, branch in enumerate(GRID_BRANCHES, start=1):
        grid = GRID_PARTY_UNIT.grid_name(number)
        yield _row(people, f"{branch}/书记", branch, "书记", place=grid, since="2022-07-01")
    for estate in ESTATES:
        branch, firm = f"{estate.name}小区党支部", f"{estate.name}物业"
        yield _row(people, f"{branch}/书记", branch, "书记", place=estate.name, since="2022-07-01")
        yield _row(people, f"{firm}/经理", firm, "经理", office=firm, place=estate.name, since="2021年")


def _row(
    people: People,
    key: str,
    body: str,
    post: str,
    status: str = "正式",
    *,
    office: str = "",
    place: str = "",
    hours: str = "",
    since: str = "",
    until: str = "",
    verified: date | None = VERIFIED,
) -> Tenure:
    person = people.get(key)
    return Tenure(
        body=body,
        post=post,
        name=person.name,
        status=status,
        phone=person.phone,
        office=office_phone(office) if office else "",
        place=place,
        hours=hours,
        since=since,
        until=until,
        verified=verified,
    )
