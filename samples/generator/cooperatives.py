"""Farmers' cooperatives with the published totals, their chairs, and whom they and the collectives work with."""

from dataclasses import dataclass
from functools import cache

from wushe.samples.generator import upper
from wushe.samples.generator.codes import number, usccs
from wushe.samples.generator.county import UNITS, Unit, shared
from wushe.samples.generator.making import body, held
from wushe.samples.generator.people import People
from wushe.samples.generator.tables import Organization, Tenure, Tie
from wushe.samples.generator.villages import MODES, Village

TOTAL = 806
WITH_ACCOUNTS = 793
STANDARDISED = 271
PROTECTED = 702
HOUSEHOLDS = 52_980
REGISTRAR = "区市场监管局"
FIRMS = ("区农发公司", "区文旅公司")
FOUNDED = ("2014年", "2016年5月", "2018-03-20", "2019年", "2021-06-01")
BASIS = "恩阳区联农带农富农机制（样例）"
PARTNERS_SINCE = "2022-01-01"
PRODUCTS = (
    "芦笋种植",
    "脆红李种植",
    "生猪养殖",
    "中药材种植",
    "水稻种植",
    "黄羊养殖",
    "柑橘种植",
    "蔬菜种植",
    "水产养殖",
    "茶叶种植",
    "食用菌种植",
    "蜜蜂养殖",
)


@dataclass(frozen=True)
class Cooperative:
    """A cooperative of a unit; the totals of all of them are the published ones."""

    name: str
    unit: Unit
    uscc: str
    households: int
    standardised: bool
    accounts: bool
    protected: bool

    @property
    def mode(self) -> str:
        """How it works; empty where the collective has no part in it."""
        return MODES[0] if self in partners() else ""


@cache
def cooperatives() -> tuple[Cooperative, ...]:
    """All of them, by unit: two or three in each, the larger share of members where the hash says so."""
    names = {_name(unit, turn): unit for turn in range(3) for unit in UNITS}
    chosen = dict(list(names.items())[:TOTAL])
    ordered = sorted(chosen, key=lambda name: (chosen[name].code, name))
    sizes = shared(HOUSEHOLDS, [30 + number("社员/" + name, 70) for name in ordered])
    codes = usccs("93", ordered)
    accounts = _first(ordered, "账户", WITH_ACCOUNTS)
    standardised = _first(sorted(accounts), "规范", STANDARDISED)
    protected = _first(ordered, "权益", PROTECTED)
    return tuple(
        Cooperative(name, chosen[name], codes[name], size, name in standardised, name in accounts, name in protected)
        for name, size in zip(ordered, sizes, strict=True)
    )


@cache
def partners() -> tuple[Cooperative, ...]:
    """The first cooperative of each village whose collective works with cooperatives."""
    first: dict[str, Cooperative] = {}
    for cooperative in cooperatives():
        unit = cooperative.unit
        if unit.is_village and _mode(unit) == MODES[0]:
            first.setdefault(unit.code, cooperative)
    return tuple(first.values())


def organizations() -> list[Organization]:
    """A row for each, with its attributes."""
    return [
        body(
            known.name,
            "合作社",
            known.unit.label,
            guides=upper.AGRICULTURE,
            uscc=known.uscc,
            since=FOUNDED[number("成立/" + known.name, len(FOUNDED))],
            more={
                "成员户数": known.households,
                "规范建设": _yes(known.standardised),
                "成员账户": _yes(known.accounts),
                "成员权益保障": _yes(known.protected),
                "经营模式": known.mode,
            },
        )
        for known in cooperatives()
    ]


def tenures(people: People) -> list[Tenure]:
    """Their chairs."""
    return [
        held(people.get(f"{known.name}/理事长", known.unit.label), known.name, "理事长", "选任", place=known.unit.label)
        for known in cooperatives()
    ]


def ties() -> list[Tie]:
    """Who registers them, and the two ways in which a collective works with others for the farmers."""
    registered = [Tie(source=REGISTRAR, kind="登记管理", target=known.name) for known in cooperatives()]
    joined = [_partner(known.unit, known.name, MODES[0]) for known in partners()]
    with_firms = [
        _partner(unit, FIRMS[number("国企/" + unit.code, len(FIRMS))], MODES[1])
        for unit in UNITS
        if unit.is_village and _mode(unit) == MODES[1]
    ]
    return [*registered, *joined, *with_firms]


def _partner(unit: Unit, other: str, mode: str) -> Tie:
    collective = Village(unit).collective
    return Tie(source=collective, kind="共建", target=other, mechanism=mode, since=PARTNERS_SINCE, basis=BASIS)


def _mode(unit: Unit) -> str:
    """The mode that the town's file gives to the unit's collective."""
    return MODES[number("模式/" + unit.code, len(MODES))]


def _name(unit: Unit, turn: int) -> str:
    product = PRODUCTS[(number("产品/" + unit.code, len(PRODUCTS)) + 5 * turn) % len(PRODUCTS)]
    return f"恩阳区{unit.label}{product}专业合作社"


def _first(names: list[str], what: str, count: int) -> set[str]:
    """So many of the names, drawn by the hash."""
    return set(sorted(names, key=lambda name: (number(f"{what}/{name}", 2**32), name))[:count])


def _yes(fact: bool) -> str:
    return "是" if fact else "否"
