"""The ledger of social organisations: those registered with the district, and those filed with a town."""

from collections.abc import Sequence

from wushe.samples.generator.codes import number, usccs
from wushe.samples.generator.county import TOWNS, UNITS, Town, Unit
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Society, Tie
from wushe.samples.generator.villages import FUNDS_SINCE, Village

REGISTRAR = "区民政局"
DONOR = "区慈善会"
BASIS = "恩阳区村（社区）慈善基金设立办法（样例）"
REGISTERED = 132
FILED = 288
WITHOUT = 6
"""One unit in so many has no society of its own, and none that serves it."""

LUCKY = (
    "同心 和睦 阳光 春晖 暖心 益民 携手 启航 安康 幸福里 晨曦 翠竹 巴山 恩河 向阳 百合 青禾 明德 长青 知行 众爱 善邻"
)
WORK = (
    ("社会工作服务中心", "民办非企业单位", ""),
    ("居家养老服务中心", "民办非企业单位", "区民政局"),
    ("青少年事务服务中心", "民办非企业单位", "团区委"),
    ("助残服务中心", "民办非企业单位", "区残联"),
    ("家庭教育指导中心", "民办非企业单位", "区教科体局"),
    ("社区服务促进会", "社会团体", ""),
)
"""What a registered one does, its form, and who supervises it; community services may register without anybody."""
PREFIXES = {"民办非企业单位": "52", "社会团体": "51"}
CIRCLES = ("邻里互助会", "老年协会", "文体队", "爱心帮扶会", "妇女互助会", "乡贤联谊会")


def societies(people: People) -> list[Society]:
    """Every row, the registered ones first."""
    return [*_registered(people), *_filed(people)]


def ties() -> list[Tie]:
    """The district's charity federation gives to every village fund that there is."""
    funds = [fund for unit in UNITS if (fund := Village(unit).fund)]
    return [Tie(source=DONOR, kind="资助", target=fund, since=FUNDS_SINCE, basis=BASIS) for fund in funds]


def bare(unit: Unit) -> bool:
    """Whether a unit is left without societies, as some are; no urban community is."""
    return not unit.is_urban and number("社会组织/" + unit.code, WITHOUT) == 0


def _registered(people: People) -> list[Society]:
    """Named by a word and a kind of work, seated in a community, each serving one to four units around."""
    kinds = [(word, *work) for work in WORK for word in LUCKY.split()][:REGISTERED]
    names = [f"巴中市恩阳区{word}{work}" for word, work, _, _ in kinds]
    codes = {
        form: usccs(prefix, [name for name, kind in zip(names, kinds, strict=True) if kind[2] == form])
        for form, prefix in PREFIXES.items()
    }
    seats = [unit for unit in UNITS if not unit.is_village and not bare(unit)]
    rows = []
    for name, (_, _, form, supervisor) in zip(names, kinds, strict=True):
        seat = seats[number("驻地/" + name, len(seats))]
        head = people.get(f"{name}/负责人", seat.label)
        rows.append(
            Society(
                name=name,
                uscc=codes[form][name],
                registration=form,
                registrar=REGISTRAR,
                supervisor=supervisor,
                head=head.name,
                phone=head.phone,
                place=seat.label,
                served="、".join(unit.label for unit in _served(name, seat)),
            )
        )
    return rows


def _served(name: str, seat: Unit) -> Sequence[Unit]:
    """Its own unit and the next of the same town."""
    around = [unit for unit in UNITS if unit.town == seat.town and not bare(unit)]
    start, count = around.index(seat), 1 + number("服务/" + name, 4)
    return [around[(start + step) % len(around)] for step in range(min(count, len(around)))]


def _filed(people: People) -> list[Society]:
    """Circles of neighbours, filed with the town: one in each unit that has any, then a second, until all are given."""
    towns = {town.name: town for town in TOWNS}
    homes = [unit for unit in UNITS if not bare(unit)]
    rows = []
    for place in range(FILED):
        turn, unit = place // len(homes), homes[place % len(homes)]
        circle = CIRCLES[(number("备案/" + unit.code, len(CIRCLES)) + turn) % len(CIRCLES)]
        rows.append(_circle(people, towns[unit.town], unit, f"{unit.label}{circle}"))
    return rows


def _circle(people: People, town: Town, unit: Unit, name: str) -> Society:
    head = people.get(f"{name}/负责人", unit.label)
    return Society(
        name=name,
        uscc="",
        registration="备案",
        registrar=town.office,
        supervisor="",
        head=head.name,
        phone=head.phone,
        place=unit.label,
        served=unit.label,
    )
