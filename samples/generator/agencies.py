"""Every body of 恩阳区 at the level of the district, by the name people use; superiors before those they lead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wushe.samples.generator import upper
from wushe.samples.generator.codes import number, office_phone, uscc
from wushe.samples.generator.county import COUNTY
from wushe.samples.generator.tables import Cell, Organization

REFORMED = "2019年3月"
MERGED = "2023-06-01"  # when the centres moved under one roof
ASSUMED = "材料未列名，样例推定"


@dataclass(frozen=True)
class Agency:
    """A body of the district. `leader` is the title of its head, empty where it has none; `roof` whose address it shares."""

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
    roof: str = ""
    more: Mapping[str, Cell] = field(default_factory=dict)

    def row(self) -> Organization:
        """Its row in 组织."""
        return Organization(
            name=self.name,
            kind=self.kind,
            place=COUNTY,
            superior=self.superior,
            superior_tie=self.superior_tie if self.superior else "",
            guides=self.guides,
            uscc=uscc(self.prefix, self.name) if self.prefix else "",
            phone=office_phone(self.short),
            address=f"{COUNTY}义阳大道样例{number(self.roof or self.short, 300) + 1}号",
            aliases="、".join(filter(None, (self.short if self.short != self.name else "", self.others))),
            since=self.since,
            more=self.more,
        )


def _party(short: str, name: str, *, since: str = REFORMED, leader: str = "部长") -> Agency:
    return Agency(short, f"中共巴中市恩阳区委{name}", "党委部门", leader, "区委", others=f"恩阳{short}", since=since)


def _bureau(short: str, name: str, others: str = "", guides: str = "") -> Agency:
    return Agency(short, f"巴中市恩阳区{name}", "政府部门", "局长", others=others, guides=guides)


def _centre(short: str, name: str, superior: str, guides: str = "", note: str = "") -> Agency:
    more = {"说明": note} if note else {}
    return Agency(
        short,
        f"巴中市恩阳区{name}",
        "中心",
        "中心主任",
        superior,
        guides=guides,
        since=MERGED,
        prefix="12",
        roof="区社会治理中心",
        more=more,
    )


def _mass(short: str, name: str, kind: str, leader: str) -> Agency:
    return Agency(short, name, kind, leader, "区委", prefix="13", others=f"恩阳{short}")


def _hospital(short: str, name: str, others: str) -> Agency:
    return Agency(short, f"巴中市恩阳区{name}", "驻区单位", "院长", "区卫健局", others=others, prefix="12")


def _firm(short: str, name: str, others: str, kind: str = "驻区单位") -> Agency:
    return Agency(short, name, kind, "经理", superior="", others=others, prefix="91")


def _channel(name: str, others: str = "", *, officer: bool = False) -> Agency:
    leader = "值班员" if officer else ""
    return Agency(name, name, "诉求渠道", leader, superior="", others=others, since=MERGED, prefix="")


def _team(field_of_work: str, superior: str) -> Agency:
    name = f"{field_of_work}跑团"
    return Agency(
        name, name, "跑团", "团长", superior, others=f"恩阳区{field_of_work}专业化跑团", since="2023-09-01", prefix=""
    )


def _window(host: str) -> Agency:
    name = f"{host}一件事一次办专窗"
    return Agency(name, name, "专窗", "值班员", "区政务服务局", since="2023-09-01", prefix="", roof=host)


def _studio(name: str, superior: str, activities: int | None) -> Agency:
    more = {} if activities is None else {"活动次数": activities}
    return Agency(name, name, "工作室", "队长", superior, since="2022-03-08", prefix="", roof=superior, more=more)


def _meeting(short: str, name: str, others: str) -> Agency:
    return Agency(short, name, "联席会议", "", superior="", others=others, since="2021年8月", prefix="")


MERGED_CENTRES = (
    _centre(upper.GRIEVANCES, "接诉即处中心", "区社会治理中心"),
    _centre(upper.ORDER, "社会治安综合治理中心", "区委政法委"),
    _centre("区公共法律服务中心", "公共法律服务中心", "区司法局"),
    _centre("区法治监督中心", "法治监督中心", "区司法局"),
    _centre("区网格化服务管理中心", "网格化服务管理中心", "区委政法委", note=ASSUMED),
    _centre("区矛盾纠纷多元化解中心", "矛盾纠纷多元化解中心", "区司法局", "区信访局", note=ASSUMED),
    _centre("区应急指挥中心", "应急指挥中心", "区应急管理局", note=ASSUMED),
)
"""The seven that work under one roof; the source names the first four."""

RUN_TEAMS = (
    _team("法治", "区司法局"),
    _team("招商引资", "区投资促进局"),
    _team("农民工服务", "区人社局"),
    _team("社会救助", "区民政局"),
    _team("电力", "供电公司"),
)

CHANNELS = (
    _channel("12345政务服务热线", "12345热线、政务服务便民热线", officer=True),
    _channel("职能部门接诉专线", "部门接诉专线", officer=True),
    _channel("非紧急诉求电话"),
    _channel("网络舆情", "网络舆情诉求"),
    _channel("上级转办", "上级转办事项"),
    _channel("线下打捞", "线下诉求"),
)

STUDIOS = (_studio("张俊工作室", upper.WOMEN, 124), _studio("张海工作室", upper.DISABLED, None))

WINDOWS = {
    "区工业园区管委会": _window("区工业园区"),
    "区人民医院": _window("区人民医院"),
    "区中医医院": _window("区中医医院"),
    "区车管所": _window("区车管所"),
    "区自然资源局": _window("区不动产登记分厅"),
    "区税务局": _window("区办税服务分厅"),
}
"""By the body in whose rooms each stands."""

AGENCIES = (
    Agency("区委", "中共巴中市恩阳区委员会", "党委", "书记", superior="", others="恩阳区委"),
    Agency("区政府", "巴中市恩阳区人民政府", "县级政府", "区长", "区委", others="恩阳区政府、恩阳区人民政府"),
    _party("区委组织部", "组织部"),
    _party("区委宣传部", "宣传部"),
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
    _bureau("区文广旅局", "文化广播电视和旅游局", "文广旅局、文旅局"),
    _bureau("区发改局", "发展和改革局", "发改局"),
    _bureau("区财政局", "财政局", "财政局"),
    _bureau("区经信局", "经济和信息化局", "经信局"),
    _bureau("区商务局", "商务局", "商务局"),
    _bureau("区退役军人局", "退役军人事务局", "退役军人局"),
    _bureau("区政务服务局", "政务服务和大数据局", "政务服务局、区行政审批局"),
    _bureau("区投资促进局", "投资促进局", "招商局"),
    Agency(
        "区税务局",
        "国家税务总局巴中市恩阳区税务局",
        "政府部门",
        "局长",
        superior_tie="指导",
        others="税务局",
    ),
    Agency(
        "区工业园区管委会",
        "巴中市恩阳区工业园区管理委员会",
        "政府部门",
        "负责人",
        others="恩阳工业园区管委会、工业园区管委会",
    ),
    Agency(
        "区消防救援大队", "巴中市恩阳区消防救援大队", "政府部门", "负责人", superior_tie="指导", others="消防救援大队"
    ),
    Agency(
        "区车管所", "巴中市公安局恩阳区分局车辆管理所", "派出机构", "所长", "区公安分局", others="车管所", prefix=""
    ),
    _mass(upper.UNION, "巴中市恩阳区总工会", "工会", "工会主席"),
    _mass(upper.YOUTH, "共青团巴中市恩阳区委员会", "团组织", "团委书记"),
    _mass(upper.WOMEN, "巴中市恩阳区妇女联合会", "妇联", "妇联主席"),
    _mass(upper.DISABLED, "巴中市恩阳区残疾人联合会", "残联", "残联理事长"),
    _centre("区社会治理中心", "社会治理中心", "区委", "区委政法委、区委社会工作部"),
    *MERGED_CENTRES,
    Agency(
        upper.SOCIAL_WORK,
        "巴中市恩阳区社会工作指导中心",
        "社工站",
        "站长",
        "区民政局",
        guides="区委社会工作部",
        others="区社会工作服务指导中心",
        since="2022-06-01",
        prefix="12",
    ),
    Agency(
        upper.VOLUNTEERS,
        "恩阳区恩义先锋志愿服务总队",
        "志愿队",
        "队长",
        "区委社会工作部",
        guides="团区委",
        others="恩义先锋区志愿服务总队、区志愿服务总队",
        since="2022-03-05",
        prefix="",
    ),
    Agency("区慈善会", "巴中市恩阳区慈善会", "社会组织", "负责人", superior="", others="恩阳慈善会", prefix="51"),
    _hospital("区人民医院", "人民医院", "恩阳区人民医院"),
    _hospital("区中医医院", "中医医院", "恩阳区中医医院"),
    _firm("供电公司", "恩阳区供电公司（样例）", "恩阳供电公司、区供电公司"),
    _firm("供水公司", "恩阳区供水公司（样例）", "自来水公司、区供水公司"),
    _firm("燃气公司", "恩阳区燃气公司（样例）", "天然气公司、区燃气公司"),
    _firm("恩阳移动公司", "恩阳区移动通信公司（样例）", "移动公司、区移动公司", "企业"),
    _firm("恩阳农商银行", "恩阳区农村商业银行（样例）", "农商银行、区农商银行", "企业"),
    _firm("区农发公司", "恩阳区农业发展公司（样例）", "恩阳农发公司、区属国企农发公司", "企业"),
    _firm("区文旅公司", "恩阳区文化旅游发展公司（样例）", "恩阳文旅公司、区属国企文旅公司", "企业"),
    *RUN_TEAMS,
    *STUDIOS,
    *CHANNELS,
    *WINDOWS.values(),
    _meeting("区党建联席会议", "恩阳区党建联席会议", "恩阳区级党建联席会议"),
    _meeting(
        "党建引领基层治理协调机制", "恩阳区党建引领基层治理协调机制", "区党建引领基层治理协调机制、基层治理协调机制"
    ),
)
