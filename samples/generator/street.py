"""登科街道: its own bodies, those of its sixteen units, and how they are tied."""

from samples.generator.codes import office_phone
from samples.generator.county import Unit, town_named
from samples.generator.tables import Organization, Tie
from samples.generator.territory import ESTATES
from samples.generator.units import TOWN

PARTY = "登科街道党工委"
OFFICE = "登科街道办事处"
CENTRE = "登科街道综治中心"
ELECTED = "2021年1月"  # when the villages last elected their committees
UNITS = town_named(TOWN).units
GRID_PARTY_UNIT = UNITS[1]
GRID_BRANCHES = tuple(
    f"{GRID_PARTY_UNIT.name}第{numeral}网格党支部" for numeral, _ in zip("一二三", GRID_PARTY_UNIT.grids, strict=True)
)
FORCES = (
    "区公安分局",
    "区司法局",
    "区信访局",
    "区消防救援大队",
    "区综合行政执法局",
    "生态环境局",
    "区市场监管局",
    "区应急管理局",
)
WHISTLED = ("区住建局", "区综合行政执法局", "区公安分局", "区市场监管局", "生态环境局", "供电公司")
GRID_BASIS = "登科街道网格力量下沉名单（样例）"
WHISTLE_BASIS = "恩阳区镇街吹哨部门报到办法（样例）"


def organizations() -> list[Organization]:
    """Every body of the street, superiors before those they lead."""
    units = [row for unit in UNITS for row in _unit(unit)]
    return [*_town(), *units, *_grid_branches(), *_estates()]


def ties() -> list[Tie]:
    """The ties that no 上级组织 column can say."""
    grid = GRID_PARTY_UNIT.grid_name(1)
    assisting = [Tie(source=unit.committee, kind="协助", target=OFFICE, since=ELECTED) for unit in UNITS]
    sunk = [Tie(source=force, kind="下沉", target=grid, since="2023-09-01", basis=GRID_BASIS) for force in FORCES]
    whistles = [
        Tie(source=OFFICE, kind="吹哨", target=department, since="2023-09-01", basis=WHISTLE_BASIS)
        for department in WHISTLED
    ]
    served = [Tie(source=f"{estate.name}物业", kind="服务", target=estate.name, since="2021年") for estate in ESTATES]
    return [
        Tie(source=PARTY, kind="领导", target=OFFICE, attribute="次", since=ELECTED),
        Tie(source="区委组织部", kind="述职评议", target=PARTY, since=ELECTED),
        Tie(source=OFFICE, kind="统筹协调", target="登科派出所", since=ELECTED),
        Tie(source=OFFICE, kind="统筹协调", target="登科司法所", since=ELECTED),
        *assisting,
        *whistles,
        *sunk,
        *served,
    ]


def _town() -> list[Organization]:
    return [
        _body(
            "中共巴中市恩阳区登科街道工作委员会",
            "党工委",
            PARTY,
            superior="区委",
            guides="区委组织部、区委政法委、区委社会工作部",
        ),
        _body("巴中市恩阳区人民政府登科街道办事处", "街道办事处", f"{OFFICE}、登科街道办", superior="区政府"),
        _body("登科派出所", "派出机构", "登科街道派出所", superior="区公安分局"),
        _body("登科司法所", "派出机构", "登科街道司法所", superior="区司法局"),
        _body("登科市场监管所", "派出机构", "登科街道市场监管所", superior="区市场监管局"),
        _body("登科街道社会治安综合治理中心", "中心", CENTRE, superior=OFFICE, guides="区综治中心"),
        _body("登科街道便民服务中心", "中心", "登科便民服务中心", superior=OFFICE),
    ]


def _unit(unit: Unit) -> list[Organization]:
    """Its Party organisation, led by the street's; its committee, led by that and only guided by the office."""
    party = _body(unit.party_name, unit.party, unit.party_short, superior=PARTY, place=unit.name, phone=unit.name)
    committee = _body(
        unit.committee_name,
        "村委会" if unit.is_village else "居委会",
        unit.committee,
        superior=unit.party_short,
        guides=OFFICE,
        place=unit.name,
        phone=unit.name,
    )
    return [party, committee]


def _grid_branches() -> list[Organization]:
    unit = GRID_PARTY_UNIT
    return [
        _body(name, "网格党支部", "", superior=unit.party_short, place=unit.grid_name(number), since="2022-07-01")
        for number, name in enumerate(GRID_BRANCHES, start=1)
    ]


def _estates() -> list[Organization]:
    branches = [
        _body(
            f"{estate.name}小区党支部",
            "小区党支部",
            f"{estate.name}党支部",
            superior=GRID_PARTY_UNIT.party_short,
            place=estate.name,
            since="2022-07-01",
        )
        for estate in ESTATES
    ]
    firms = [
        _body(f"{estate.name}物业服务中心（样例）", "物业", f"{estate.name}物业", place=estate.name, since="2021年")
        for estate in ESTATES
    ]
    return [*branches, *firms]


def _body(
    name: str,
    kind: str,
    aliases: str,
    *,
    superior: str = "",
    guides: str = "",
    place: str = TOWN,
    phone: str = "",
    since: str = ELECTED,
) -> Organization:
    return Organization(
        name=name,
        kind=kind,
        place=place,
        superior=superior,
        superior_tie="领导" if superior else "",
        guides=guides,
        phone=office_phone(phone or aliases.split("、", maxsplit=1)[0] or name),
        aliases=aliases,
        since=since,
    )
