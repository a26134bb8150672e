"""The bodies of a town itself, who heads them, and how the town is tied to the district and to its units."""

from wushe.samples.generator import upper
from wushe.samples.generator.county import Town
from wushe.samples.generator.making import ELECTED, OFFICE_HOURS, body, held
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Organization, Tenure, Tie
from wushe.schema.naming import stem_of

WITHOUT_STATION = ("群乐镇", "尹家镇")
"""Towns that have no social-work station yet: a gap to be found."""
STATIONED_SINCE = "2022-03-15"
TEAMS_SINCE = "2022-03-05"
MEETING_SINCE = "2022-07-01"
WINDOW_SINCE = "2023-05-01"
WHISTLE_SINCE = "2023-09-01"
WHISTLE_BASIS = "恩阳区镇街吹哨部门报到办法（样例）"
APPRAISAL_BASIS = "书记抓基层党建述职评议考核办法（样例）"
FORMAL = "巴中市恩阳区"


def youth(town: str) -> str:
    """Its youth league committee."""
    return f"{town}团委"


def women(town: str) -> str:
    """Its women's federation."""
    return f"{town}妇联"


def union(town: str) -> str:
    """Its federation of trade unions."""
    return f"{town}工会联合会"


def disabled(town: str) -> str:
    """Its disabled persons' federation."""
    return f"{town}残联"


def station(town: str) -> str:
    """Its social-work station; empty where it has none."""
    return "" if town in WITHOUT_STATION else f"{town}社工站"


def volunteers(town: str) -> str:
    """Its volunteer team."""
    return f"恩义先锋{town}志愿服务队"


def services(town: str) -> str:
    """Its convenience service centre."""
    return f"{town}便民服务中心"


def meeting(place: str) -> str:
    """The joint Party-building meeting of a town or a community."""
    return f"{place}党建联席会议"


def local_offices(town: Town) -> tuple[tuple[str, str, str, str], ...]:
    """Police station, justice office, market office: name, other name, bureau, title of the head."""
    stem = stem_of("town", town.name)
    parts = (("派出所", "区公安分局"), ("司法所", "区司法局"), ("市场监管所", "区市场监管局"))
    return tuple((stem + part, town.name + part, bureau, "所长") for part, bureau in parts)


def organizations(town: Town) -> list[Organization]:
    """Its bodies, superiors before those they lead."""
    return [*_heads(town), *_line_offices(town), *_mass(town), *_societies(town)]


def _heads(town: Town) -> list[Organization]:
    name = town.name
    committee, government = (
        (f"中共{FORMAL}{name}工作委员会", f"{FORMAL}人民政府{name}办事处")
        if town.is_street
        else (f"中共{FORMAL}{name}委员会", f"{FORMAL}{name}人民政府")
    )
    others = f"{name}办" if town.is_street else f"{name}人民政府"
    return [
        body(
            committee,
            "党工委" if town.is_street else "镇党委",
            name,
            aliases=town.party,
            superior=upper.COMMITTEE,
            guides="区委组织部、区委政法委、区委社会工作部",
            phone=town.party,
        ),
        body(
            government,
            "街道办事处" if town.is_street else "镇政府",
            name,
            aliases=f"{town.office}、{others}",
            superior=upper.GOVERNMENT,
            phone=town.office,
        ),
    ]


def _line_offices(town: Town) -> list[Organization]:
    """What the bureaus have in the town, and the centres that the town runs itself."""
    name = town.name
    offices = [
        body(office, "派出机构", name, aliases=other, superior=bureau, phone=office)
        for office, other, bureau, _ in local_offices(town)
    ]
    return [
        *offices,
        body(
            f"{name}社会治安综合治理中心",
            "中心",
            name,
            aliases=f"{name}综治中心",
            superior=town.office,
            guides=upper.ORDER,
            phone=f"{name}综治中心",
        ),
        body(
            services(name),
            "便民服务中心",
            name,
            superior=town.office,
            phone=services(name),
            more={"服务项目": "银行、供水、供电、供气"},
        ),
        body(_window(town), "专窗", name, superior=services(name), phone=_window(town), since=WINDOW_SINCE),
    ]


def _window(town: Town) -> str:
    return f"{town.name}一件事一次办专窗"


def _mass(town: Town) -> list[Organization]:
    """League and union are led by the Party here and second by their own line; the others are guided by theirs."""
    name, party = town.name, town.party
    return [
        body(youth(name), "团委", name, superior=party, phone=youth(name)),
        body(women(name), "妇联", name, superior=party, guides=upper.WOMEN, phone=women(name)),
        body(union(name), "工会联合会", name, superior=party, phone=union(name)),
        body(disabled(name), "残联", name, superior=party, guides=upper.DISABLED, phone=disabled(name)),
    ]


def _societies(town: Town) -> list[Organization]:
    name = town.name
    team = body(
        volunteers(name),
        "志愿服务队",
        name,
        superior=town.party,
        guides=upper.VOLUNTEERS,
        since=TEAMS_SINCE,
        more={"队员人数": 40 + 2 * len(town.units)},
    )
    joint = body(meeting(name), "党建联席会议", name, since=MEETING_SINCE)
    work = [
        body(
            station(name),
            "社工站",
            name,
            superior=town.office,
            guides=upper.SOCIAL_WORK,
            phone=name,
            since=STATIONED_SINCE,
        )
    ]
    return [team, joint, *(work if station(name) else [])]


def tenures(people: People, town: Town) -> list[Tenure]:
    """Its officials and the heads of its bodies."""
    name, chief, deputy = town.name, *(("主任", "副主任") if town.is_street else ("镇长", "副镇长"))
    posts = [
        (town.party, "书记", "书记", "正式", "2022年5月"),
        (town.party, "副书记", "主任", "正式", "2022-06-01"),
        (town.office, chief, "主任", "正式", "2022-06-01"),
        (town.office, deputy, "副主任一", "正式", "2021年4月"),
        (town.office, deputy, "副主任二", "挂职", "2023-10-08"),
        (f"{name}综治中心", "中心主任", "政法", "正式", "2021年4月"),
        (services(name), "中心主任", "便民", "正式", ""),
        (_window(town), "值班员", "专窗", "正式", WINDOW_SINCE),
        (youth(name), "团委书记", "团委", "正式", "2022年6月"),
        (women(name), "妇联主席", "妇联", "正式", "2021年9月"),
        (union(name), "工会主席", "副主任一", "兼任", "2021年9月"),
        (disabled(name), "残联理事长", "妇联", "兼任", "2021年9月"),
        (volunteers(name), "队长", "团委", "兼任", "2022年6月"),
    ]
    keys = {"派出所": ("派出所", "2022年"), "司法所": ("司法所", ""), "市场监管所": ("市监所", "2021年4月")}
    for office, _, _, title in local_offices(town):
        key, since = next(known for end, known in keys.items() if office.endswith(end))
        posts.append((office, title, key, "正式", since))
    if station(name):
        posts += [
            (station(name), "站长", "便民", "兼任", STATIONED_SINCE),
            (station(name), "社工", "社工一", "正式", STATIONED_SINCE),
            (station(name), "社工", "社工二", "正式", "2023-07-03"),
        ]
    return [
        held(
            people.get(f"{name}/{key}", name), of, post, status, office=of, place=name, hours=OFFICE_HOURS, since=since
        )
        for of, post, key, status, since in posts
    ]


def ties(town: Town) -> list[Tie]:
    """The ties that no 上级组织 column can say."""
    name = town.name
    whistles = [
        Tie(source=town.office, kind="吹哨", target=department, since=WHISTLE_SINCE, basis=WHISTLE_BASIS)
        for department in upper.WHISTLED
    ]
    seconds = [
        Tie(source=upper.YOUTH, kind="领导", target=youth(name), attribute="次", since=ELECTED),
        Tie(source=upper.UNION, kind="领导", target=union(name), attribute="次", since=ELECTED),
    ]
    offices = [
        Tie(source=town.office, kind="统筹协调", target=office, since=ELECTED) for office, *_ in local_offices(town)
    ]
    return [
        Tie(source=town.party, kind="领导", target=town.office, attribute="次", since=ELECTED),
        Tie(source=upper.COMMITTEE, kind="述职评议", target=town.party, since=ELECTED, basis=APPRAISAL_BASIS),
        *seconds,
        *offices,
        *whistles,
        Tie(source=services(name), kind="合署", target=_window(town), since=WINDOW_SINCE),
        *joined(meeting(name), town.party, [town.office, *(office for office, *_ in local_offices(town)), women(name)]),
    ]


def joined(joint: str, convener: str, members: list[str]) -> list[Tie]:
    """The convener and the members of a joint meeting."""
    return [
        Tie(source=convener, kind="成员", target=joint, attribute="召集人", since=MEETING_SINCE),
        *(Tie(source=member, kind="成员", target=joint, attribute="成员", since=MEETING_SINCE) for member in members),
    ]
