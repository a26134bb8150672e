"""恩阳区: the bodies of the district, their heads, and the ties between them."""

from dataclasses import dataclass
from datetime import date

from samples.generator.codes import number, office_phone, uscc
from samples.generator.people import People
from samples.generator.tables import Organization, Tenure, Tie

PLACE = "恩阳区"
BASIS = "恩阳区社会治理中心运行方案（样例）"
REFORMED = "2019年3月"
CENTRES = ("区接诉即处中心", "区综治中心", "区公共法律服务中心", "区法治监督中心")


@dataclass(frozen=True)
class Agency:
    """A body of the district by the name people use. `leader` is the title of its head."""

    short: str
    name: str
    kind: str
    leader: str
    superior: str = "区政府"
    superior_tie: str = "领导"
    guides: str = ""
    others: str = ""
    since: str = REFORMED
    prefix: str = "11"

    def row(self) -> Organization:
        """Its row in 组织."""
        return Organization(
            name=self.name,
            kind=self.kind,
            place=PLACE,
            superior=self.superior,
            superior_tie=self.superior_tie if self.superior else "",
            guides=self.guides,
            uscc=uscc(self.prefix, self.name),
            phone=office_phone(self.short),
            address=f"{PLACE}义阳大道样例{number(self.short, 300) + 1}号",
            aliases="、".join(filter(None, (self.short, self.others))),
            since=self.since,
        )


def _party(short: str, name: str, *, since: str = REFORMED, leader: str = "部长") -> Agency:
    return Agency(short, f"中共巴中市恩阳区委{name}", "党委部门", leader, "区委", others=f"恩阳{short}", since=since)


def _bureau(short: str, name: str, others: str = "", guides: str = "") -> Agency:
    return Agency(short, f"巴中市恩阳区{name}", "政府部门", "局长", others=others, guides=guides)


def _centre(short: str, name: str, superior: str, guides: str = "") -> Agency:
    return Agency(
        short, f"巴中市恩阳区{name}", "中心", "中心主任", superior, guides=guides, since="2023-06-01", prefix="12"
    )


def _firm(short: str, name: str, others: str) -> Agency:
    return Agency(short, name, "驻区单位", "经理", superior="", others=others, prefix="91")


AGENCIES = (
    Agency("区委", "中共巴中市恩阳区委员会", "党委", "书记", superior="", others="恩阳区委"),
    Agency("区政府", "巴中市恩阳区人民政府", "县级政府", "区长", "区委", others="恩阳区政府、恩阳区人民政府"),
    _party("区委组织部", "组织部"),
    _party("区委政法委", "政法委员会", leader="负责人"),
    _party("区委社会工作部", "社会工作部", since="2024-03-01"),
    _bureau("区住建局", "住房和城乡建设局", "住建局、区住房和城乡建设局"),
    _bureau("区综合行政执法局", "综合行政执法局", "综合执法局、区城管执法局"),
    Agency("区公安分局", "巴中市公安局恩阳区分局", "政府部门", "局长", guides="区委政法委", others="公安分局"),
    _bureau("区司法局", "司法局", "司法局", "区委政法委"),
    _bureau("区民政局", "民政局", "民政局"),
    Agency("区信访局", "巴中市恩阳区信访局", "党委部门", "局长", "区委社会工作部", others="信访局", since="2024-03-01"),
    _bureau("区应急管理局", "应急管理局", "应急局、区应急局"),
    _bureau("区市场监管局", "市场监督管理局", "市场监管局、区市场监督管理局"),
    Agency(
        "生态环境局", "巴中市恩阳生态环境局", "政府部门", "局长", superior_tie="指导", others="区生态环境局、环保局"
    ),
    _bureau("区农业农村局", "农业农村局", "农业农村局、农业局"),
    _bureau("区卫健局", "卫生健康局", "卫健局、区卫生健康局"),
    _bureau("区人社局", "人力资源和社会保障局", "人社局、区人力资源社会保障局"),
    _bureau("区教科体局", "教育科技和体育局", "教科体局、教育局"),
    _bureau("区交通运输局", "交通运输局", "交通局、区交通局"),
    _bureau("区自然资源局", "自然资源和规划局", "自然资源局、区自然资源和规划局"),
    _bureau("区水利局", "水利局", "水利局"),
    _bureau("区医保局", "医疗保障局", "医保局、区医疗保障局"),
    Agency(
        "区消防救援大队", "巴中市恩阳区消防救援大队", "政府部门", "负责人", superior_tie="指导", others="消防救援大队"
    ),
    _centre("区社会治理中心", "社会治理中心", "区委", "区委政法委、区委社会工作部"),
    _centre("区接诉即处中心", "接诉即处中心", "区社会治理中心"),
    _centre("区综治中心", "社会治安综合治理中心", "区委政法委"),
    _centre("区公共法律服务中心", "公共法律服务中心", "区司法局"),
    _centre("区法治监督中心", "法治监督中心", "区司法局"),
    _firm("供电公司", "恩阳区供电公司（样例）", "恩阳供电公司、区供电公司"),
    _firm("供水公司", "恩阳区供水公司（样例）", "自来水公司、区供水公司"),
    _firm("燃气公司", "恩阳区燃气公司（样例）", "天然气公司、区燃气公司"),
)

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


def organizations() -> list[Organization]:
    """Every body of the district, superiors first."""
    return [agency.row() for agency in AGENCIES]


def tenures(people: People) -> list[Tenure]:
    """The heads; the district head is also a deputy Party secretary; one bureau has an earlier head."""
    rows = [_tenure(people, agency.short, agency.leader, f"{agency.short}/正职") for agency in AGENCIES]
    deputy = _tenure(people, "区委", "副书记", "区政府/正职", since="2021年8月")
    earlier = _tenure(people, "区住建局", "局长", "区住建局/前任", since="2019年4月", until="2022年4月")
    return [rows[0], deputy, *rows[1:], earlier]


def _tenure(people: People, body: str, post: str, key: str, *, since: str = "", until: str = "") -> Tenure:
    person = people.get(key)
    return Tenure(
        body=body,
        post=post,
        name=person.name,
        status="正式",
        office=office_phone(body),
        place=PLACE,
        hours="工作日 9:00-12:00、14:00-18:00",
        since=since or SINCE.get(body, ""),
        until=until,
        verified=None if until else date(2024, 7, 10),
    )


def ties() -> list[Tie]:
    """The centres that work under one roof, and who coordinates and supervises across lines."""
    hosted = [
        Tie(source="区社会治理中心", kind="合署", target=centre, since="2023-06-01", basis=BASIS) for centre in CENTRES
    ]
    return [
        *hosted,
        Tie(source="区信访局", kind="归口", target="区委社会工作部", since="2024-03-01", basis=BASIS),
        Tie(source="区委社会工作部", kind="统筹协调", target="区民政局", since="2024-03-01", basis=BASIS),
        Tie(source="区委政法委", kind="统筹协调", target="区公安分局", since="2019年3月", basis=BASIS),
    ]
