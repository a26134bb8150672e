"""The bodies of the estates: Party branch, property firm, governance team, shared room; and who is in them."""

from wushe.samples.generator import towns
from wushe.samples.generator.branches import FOUNDED
from wushe.samples.generator.codes import number
from wushe.samples.generator.county import BARE_ESTATES, ESTATES, Estate, Unit
from wushe.samples.generator.making import body, held
from wushe.samples.generator.people import People, cadre
from wushe.samples.generator.tables import Organization, Tenure, Tie
from wushe.samples.generator.territory import cells
from wushe.samples.generator.villages import PARTNERS_BASIS, PARTNERS_SINCE

TEAM_SINCE = "2023-05-01"
ROOM_SINCE = "2023-10-01"
FIRM_SINCE = "2021年"
SMALLEST, LARGEST = 10, 13


def estates(unit: Unit) -> list[Estate]:
    """Its estates with a Party organisation."""
    return [estate for estate in ESTATES if estate.unit.code == unit.code]


def all_estates(unit: Unit) -> list[Estate]:
    """All its estates, those without a Party organisation last."""
    return [*estates(unit), *(estate for estate in BARE_ESTATES if estate.unit.code == unit.code)]


def team(estate: Estate) -> str:
    """Its governance team."""
    return f"{estate.full_name}治理队伍"


def _meeting(estate: Estate) -> str:
    return towns.meeting(estate.full_name)


def _room(estate: Estate) -> str:
    return f"{estate.name}邻聚空间"


def organizations(unit: Unit) -> list[Organization]:
    """The estates' bodies, a joint meeting of their own among them; the community has one where it has estates."""
    branches = [
        body(
            estate.party,
            "小区综合党支部" if estate.kind == "综合" else "小区党支部",
            estate.name,
            aliases=f"{estate.name}党支部",
            superior=unit.party_short,
            phone=estate.party,
            since=FOUNDED,
        )
        for estate in estates(unit)
    ]
    teams = [
        body(team(estate), "小区治理队伍", estate.name, superior=estate.party, since=TEAM_SINCE)
        for estate in estates(unit)
    ]
    rooms = [
        body(_room(estate), "阵地", estate.name, since=ROOM_SINCE, more={"阵地类型": "邻聚空间"})
        for estate in estates(unit)
    ]
    firms = [
        body(
            f"{estate.name}物业服务中心（样例）",
            "物业",
            estate.name,
            aliases=estate.firm,
            phone=estate.firm,
            since=FIRM_SINCE,
        )
        for estate in all_estates(unit)
    ]
    own = [body(_meeting(estate), "党建联席会议", estate.name, since=TEAM_SINCE) for estate in estates(unit)]
    joint = [body(towns.meeting(unit.label), "党建联席会议", unit.label, since=towns.MEETING_SINCE)]
    return [*branches, *teams, *rooms, *firms, *own, *(joint if branches else [])]


def tenures(people: People, unit: Unit) -> list[Tenure]:
    """Secretaries of the branches, managers of the firms, members of the teams."""
    rows = []
    for estate in estates(unit):
        secretary = people.get(f"{estate.party}/书记", unit.label)
        rows.append(held(secretary, estate.party, "书记", office=estate.party, place=estate.name, since=FOUNDED))
    for estate in all_estates(unit):
        manager = people.get(f"{estate.firm}/经理", unit.label)
        rows.append(held(manager, estate.firm, "经理", office=estate.firm, place=estate.name, since=FIRM_SINCE))
    return [*rows, *(row for estate in estates(unit) for row in _members(people, estate))]


def _members(people: People, estate: Estate) -> list[Tenure]:
    """Village cadres, the grid's officer, public-welfare posts, and as many good neighbours as are needed."""
    unit = estate.unit
    leader = cadre(people, unit, "副书记" if unit.party == "党委" else "副主任")
    officer = people.get(f"{estate.grid}/专职网格员", unit.label)
    cadres = [cadre(people, unit, role) for role in ("主任", "副主任", "委员一")]
    welfare = [people.get(f"{estate.name}/公益性岗位{numeral}", unit.label) for numeral in "一二"]
    members = [person for person in (*cadres, officer, *welfare) if person != leader]
    size = SMALLEST + number("治理队伍/" + estate.name, LARGEST - SMALLEST + 1)
    near = [cell for cell in cells(unit) if unit.grid_name(cell.grid) == estate.grid]
    start = number("好邻居/" + estate.name, len(near) - LARGEST)
    for cell in near[start : start + size - 1 - len(members)]:
        members.append(people.get(f"{unit.cell_name(cell.number)}/好邻居", unit.label))
    posts = [("队长", "兼任", leader), *(("队员", "正式" if m in welfare else "兼任", m) for m in members)]
    return [
        held(person, team(estate), post, status, place=estate.name, since=TEAM_SINCE) for post, status, person in posts
    ]


def ties(unit: Unit) -> list[Tie]:
    """Who runs the rooms, whom the firms serve and with whom they work, who meets with whom."""
    rows = [Tie(source=estate.party, kind="阵地", target=_room(estate), since=ROOM_SINCE) for estate in estates(unit)]
    for estate in all_estates(unit):
        rows.append(Tie(source=estate.firm, kind="服务", target=estate.name, since=FIRM_SINCE))
        if unit.is_urban:
            rows.append(
                Tie(
                    source=unit.committee,
                    kind="共建",
                    target=estate.firm,
                    mechanism="服务协议",
                    since=PARTNERS_SINCE,
                    basis=PARTNERS_BASIS,
                )
            )
    if estates(unit):
        members = [unit.committee, *(estate.party for estate in estates(unit)), *(e.firm for e in estates(unit))]
        rows += towns.joined(towns.meeting(unit.label), unit.party_short, members)
    for estate in estates(unit):
        rows += towns.joined(_meeting(estate), estate.party, [estate.firm, team(estate), unit.committee])
    return rows
