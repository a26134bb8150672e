"""The units stationed in the five urban communities: 68 of them, each with its own superior, head and what it can offer."""

from dataclasses import dataclass

from wushe.samples.generator.county import Unit
from wushe.schema.naming import stem_of


@dataclass(frozen=True)
class Stationed:
    """A unit as it is called after its community's stem. `trade` is what it can help with, `title` that of its head."""

    suffix: str
    trade: str
    superior: str
    title: str
    resources: str
    kind: str = "驻区单位"

    @property
    def private(self) -> bool:
        """Whether it is a private firm: whoever is above it only guides it."""
        return self.suffix.endswith("（样例）")

    def name(self, unit: Unit) -> str:
        """Its name in this community."""
        return stem_of("village", unit.name) + self.suffix


EVERYWHERE = (
    Stationed("小学", "学校", "区教科体局", "校长", "操场、图书室周末开放，教师志愿辅导"),
    Stationed("社区卫生服务中心", "医疗", "区卫健局", "负责人", "义诊、健康讲座、送药上门"),
    Stationed("供电所", "供电", "供电公司", "所长", "用电检修、充电桩安装"),
    Stationed("供水营业所", "供水", "供水公司", "所长", "水管检修、上门收费"),
    Stationed("燃气营业所", "供气", "燃气公司", "所长", "燃气安全检查"),
    Stationed("移动营业厅", "通信", "恩阳移动公司", "经理", "网络维护、老年人手机课堂", "企业"),
    Stationed("农商银行支行", "金融", "恩阳农商银行", "负责人", "金融知识宣传、上门办卡", "企业"),
    Stationed("生活超市（样例）", "商贸", "区商务局", "经理", "平价商品、送货上门", "企业"),
    Stationed("交警中队", "交管", "区公安分局", "负责人", "交通劝导、车位规划"),
    Stationed("环卫所", "环卫", "区综合行政执法局", "所长", "清运车辆、保洁人员"),
)

OTHERS = {
    "登科寺社区": (
        Stationed("幼儿园", "托幼", "区教科体局", "负责人", "亲子活动场地、托管服务"),
        Stationed("图书分馆", "文化", "区文广旅局", "负责人", "阅览室、展厅"),
        Stationed("古镇管理处", "文旅", "区文旅公司", "经理", "游客中心会议室、讲解员", "企业"),
        Stationed("消防救援站", "消防", "区消防救援大队", "负责人", "消防演练、隐患排查"),
    ),
    "白玉社区": (
        Stationed("商贸城管理公司（样例）", "商贸", "区商务局", "总经理", "临时摊位、仓储场地", "企业"),
        Stationed("客运站", "交通", "区交通运输局", "负责人", "候车厅宣传屏、公交接驳"),
        Stationed("就业服务所", "就业", "区人社局", "所长", "岗位信息、技能培训"),
        Stationed("养老院", "养老", "区民政局", "院长", "助餐点、日间照料床位"),
    ),
    "义阳社区": (
        Stationed("中学", "学校", "区教科体局", "校长", "体育馆、心理辅导教师"),
        Stationed("税务分局", "税务", "区税务局", "局长", "税费咨询、政策宣讲"),
        Stationed("医保服务所", "医保", "区医保局", "所长", "医保经办、政策咨询"),
        Stationed("体育中心", "文化", "区教科体局", "负责人", "健身场地、体育指导员"),
    ),
    "元窝社区": (
        Stationed("不动产登记所", "登记", "区自然资源局", "所长", "产权咨询、上门登记"),
        Stationed("律师事务所（样例）", "法律", "区司法局", "负责人", "法律咨询、纠纷调解", "企业"),
        Stationed("家政服务公司（样例）", "家政", "区商务局", "经理", "家电维修、保洁服务", "企业"),
    ),
    "司城社区": (
        Stationed("水利管理站", "水利", "区水利局", "负责人", "防汛物资、河道巡查"),
        Stationed("农贸市场（样例）", "商贸", "区商务局", "经理", "平价菜摊、配送车辆", "企业"),
        Stationed("市政设施维护队", "市政", "区住建局", "负责人", "路灯、井盖、道路抢修"),
    ),
}


def stationed(unit: Unit) -> tuple[Stationed, ...]:
    """The member units of the enlarged committee of this community."""
    return EVERYWHERE + OTHERS[unit.name]
