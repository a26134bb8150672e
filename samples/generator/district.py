"""恩阳区: the rows of its bodies, their heads, and the ties between them."""

from datetime import date

from wushe.samples.generator import agencies, upper
from wushe.samples.generator.agencies import AGENCIES
from wushe.samples.generator.codes import office_phone
from wushe.samples.generator.county import COUNTY
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Organization, Tenure, Tie

BASIS = "恩阳区社会治理中心运行方案（样例）"
MEETING_BASIS = "恩阳区党建联席会议制度（样例）"
TEAM_BASIS = "恩阳区专业化跑团组建方案（样例）"
WINDOW_BASIS = "恩阳区一件事一次办专窗设置方案（样例）"

# Posts that begin on a known day; the others carry what their bodies' age allows.
SINCE = {
    "区委": "2021年8月",
    "区政府": "2021-09-10",
    "区委社会工作部": "2024-03-01",
    "区信访局": "2024-03-01",
    "区住建局": "2022年5月",
    "区司法局": "2021年",
    "区社会治理中心": "2023-06-01",
    "区接诉即处中心": "2023-06-01",
}

IN_TWO_BODIES = "区政府/正职"
"""Holds posts of two bodies: a number in both rows says that it is one person, which a name alone never does."""

MEETING = (
    "区委组织部",
    "区委宣传部",
    "区委政法委",
    "区委社会工作部",
    upper.UNION,
    upper.YOUTH,
    upper.WOMEN,
    upper.DISABLED,
)
MECHANISM = ("区委组织部", "区委政法委", "区委社会工作部", "区政府", "区民政局", "区农业农村局", "区住建局", "区信访局")
JOINED = {
    "招商引资跑团": ("恩阳移动公司", "恩阳农商银行"),
    "农民工服务跑团": ("恩阳移动公司", "恩阳农商银行"),
    "社会救助跑团": ("恩阳农商银行",),
    "电力跑团": ("恩阳移动公司",),
}


def organizations() -> list[Organization]:
    """Every body of the district, superiors first."""
    rows = {agency.short: agency for agency in AGENCIES}
    ordered: dict[str, Organization] = {}

    def place(short: str) -> None:
        if short not in ordered:
            agency = rows[short]
            for above in filter(None, (agency.superior, *agency.guides.split("、"))):
                place(above)
            ordered[short] = agency.row()

    for short in rows:
        place(short)
    return list(ordered.values())


def tenures(people: People) -> list[Tenure]:
    """The heads; the district head is also a deputy Party secretary; one bureau has an earlier head."""
    headed = [agency for agency in AGENCIES if agency.leader]
    rows = [_tenure(people, agency.short, agency.leader, f"{agency.short}/正职") for agency in headed]
    deputy = _tenure(people, "区委", "副书记", IN_TWO_BODIES, since="2021年8月")
    earlier = _tenure(people, "区住建局", "局长", "区住建局/前任", since="2019年4月", until="2022年4月")
    return [rows[0], deputy, *rows[1:], earlier]


def _tenure(people: People, body: str, post: str, key: str, *, since: str = "", until: str = "") -> Tenure:
    person = people.get(key)
    return Tenure(
        body=body,
        post=post,
        name=person.name,
        status="正式",
        phone=person.phone if key == IN_TWO_BODIES else "",
        office=office_phone(body),
        place=COUNTY,
        hours="工作日 9:00-12:00、14:00-18:00",
        since=since or SINCE.get(body, ""),
        until=until,
        verified=None if until else date(2024, 7, 10),
    )


def ties() -> list[Tie]:
    """Who works under one roof, meets, joins, feeds whom, and who coordinates and supervises across lines."""
    return [*_centres(), *_meetings(), *_run_teams(), *_rooms(), *_lines()]


def _centres() -> list[Tie]:
    hosted = [
        Tie(source="区社会治理中心", kind="合署", target=centre.short, since=agencies.MERGED, basis=BASIS)
        for centre in agencies.MERGED_CENTRES
    ]
    fed = [
        Tie(source=channel.short, kind="归口", target=upper.GRIEVANCES, since=agencies.MERGED, basis=BASIS)
        for channel in agencies.CHANNELS
    ]
    return [*hosted, *fed]


def _meetings() -> list[Tie]:
    """Both are convened by the district's Party committee; its organisation department takes the lead in the second."""
    rows = []
    for meeting, members in (("区党建联席会议", MEETING), ("党建引领基层治理协调机制", MECHANISM)):
        for member in ("区委", *members):
            role = "召集人" if member == "区委" else "成员"
            rows.append(
                Tie(
                    source=member,
                    kind="成员",
                    target=meeting,
                    attribute=role,
                    since=agencies.MERGED if member != "区委社会工作部" else "2024-03-01",
                    basis=MEETING_BASIS,
                )
            )
    lead = Tie(
        source="区委组织部",
        kind="统筹协调",
        target="党建引领基层治理协调机制",
        since=agencies.MERGED,
        basis=MEETING_BASIS,
    )
    return [*rows, lead]


def _run_teams() -> list[Tie]:
    joined = [
        Tie(source=firm, kind="成员", target=team, attribute="成员", since="2023-10-01", basis=TEAM_BASIS)
        for team, firms in JOINED.items()
        for firm in firms
    ]
    shared = Tie(
        source=upper.UNION,
        kind="共建",
        target="农民工服务跑团",
        mechanism="活动共办",
        since="2023-10-01",
        basis=TEAM_BASIS,
    )
    return [*joined, shared]


def _rooms() -> list[Tie]:
    """Studios and windows, and in whose rooms they are."""
    studios = [
        Tie(source=studio.superior, kind="阵地", target=studio.short, since=studio.since) for studio in agencies.STUDIOS
    ]
    windows = [
        Tie(source=host, kind="阵地", target=window.short, since=window.since, basis=WINDOW_BASIS)
        for host, window in agencies.WINDOWS.items()
    ]
    return [*studios, *windows]


def _lines() -> list[Tie]:
    return [
        Tie(source="区民政局", kind="登记管理", target="区慈善会", since="2019年3月"),
        Tie(source="区民政局", kind="业务主管", target="区慈善会", since="2019年3月"),
        Tie(source="区信访局", kind="归口", target="区委社会工作部", since="2024-03-01", basis=BASIS),
        Tie(source="区委社会工作部", kind="统筹协调", target="区民政局", since="2024-03-01", basis=BASIS),
        Tie(source="区委政法委", kind="统筹协调", target="区公安分局", since="2019年3月", basis=BASIS),
    ]
