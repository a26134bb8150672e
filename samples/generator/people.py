"""Synthetic people: a name and a mobile number for each key, the same on every run."""

from dataclasses import dataclass, field
from functools import cache

from wushe.samples.generator.codes import mobile_phone, number
from wushe.samples.generator.county import COUNTY, TOWNS, Unit, town_named

SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁许傅沈曾吕苏卢蒋蔡贾丁魏薛叶余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆孔白崔康邱秦史顾侯邵孟段苟蒲岳鲜冉向"
)
GIVEN = [
    "建国",
    "国强",
    "永红",
    "明辉",
    "志勇",
    "伟东",
    "文斌",
    "晓东",
    "光明",
    "兴文",
    "正华",
    "仕平",
    "天云",
    "大勇",
    "永生",
    "国平",
    "成林",
    "学军",
    "家富",
    "绍华",
    "朝阳",
    "开明",
    "映川",
    "长春",
    "思源",
    "登高",
    "洪林",
    "自强",
    "兴旺",
    "远航",
    "继忠",
    "仁贵",
    "廷玉",
    "德全",
    "少波",
    "礼成",
    "青松",
    "明礼",
    "宗林",
    "保全",
    "秀英",
    "桂芳",
    "丽华",
    "玉梅",
    "春燕",
    "晓琴",
    "淑芬",
    "雪梅",
    "海燕",
    "玉兰",
    "红梅",
    "素芳",
    "晓丽",
    "艳萍",
    "琼华",
    "光秀",
    "明芳",
    "天碧",
    "仕琼",
    "菊华",
    "秀兰",
    "小蓉",
    "映红",
    "丽娟",
    "春梅",
    "晓霞",
    "国芬",
    "明秀",
    "玉琼",
    "家英",
    "友琼",
    "桂兰",
    "朝碧",
    "永芬",
    "茂英",
    "文静",
    "雅琴",
    "欣怡",
    "佳慧",
    "思雨",
]

# Two people of one name in two villages: telling them apart is part of what the sample shows.
HOMONYMS = {"秋溪社区/主任": "陈志强", "方山村/书记": "陈志强"}


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    phone: str


@dataclass
class People:
    """Hands out people by key, for the county's own bodies or for one town.

    Nobody shares a number, in any scope; nobody shares a name with another of the same place (a village, or "").
    """

    scope: str = COUNTY
    known: dict[str, Person] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    phones: set[str] = field(default_factory=set)

    def get(self, key: str, place: str = "") -> Person:
        """The person of this key, the same one whenever asked."""
        if key not in self.known:
            self.known[key] = Person(HOMONYMS.get(key) or self._name(key, place), self._phone(key))
        return self.known[key]

    def _name(self, key: str, place: str) -> str:
        taken = self.names.setdefault(place, set(HOMONYMS.values()))
        name = next(name for name in map(_candidate, _tries(key)) if name not in taken)
        taken.add(name)
        return name

    def _phone(self, key: str) -> str:
        slot = _slots()[self.scope]
        phone = next(p for p in (mobile_phone(again, slot) for again in _tries(key)) if p not in self.phones)
        self.phones.add(phone)
        return phone


CADRES = ("书记", "副书记", "主任", "副主任", "委员一", "委员二")
"""The members of a unit's two committees by what they do; the director of a 一肩挑 unit is its secretary."""


def townspeople(town: str) -> People:
    """The people of a town, the cadres of its units and its grid officers first: theirs are the same names always."""
    people = People(town)
    for unit in town_named(town).units:
        for role in CADRES:
            cadre(people, unit, role)
        for place in range(1, len(unit.grids) + 1):
            people.get(f"{unit.grid_name(place)}/专职网格员", unit.label)
    return people


@cache
def known_cadre(unit: Unit, role: str) -> Person:
    """A cadre of a unit as its town's file has them, for other files."""
    return cadre(_townspeople(unit.town), unit, role)


def cadre(people: People, unit: Unit, role: str) -> Person:
    """Who does this in a unit."""
    own = "书记" if role == "主任" and unit.one_head else role
    return people.get(f"{unit.label}/{own}", unit.label)


@cache
def _townspeople(town: str) -> People:
    return townspeople(town)


@cache
def _slots() -> dict[str, int]:
    """A slot of numbers for each town, and the last but one for the county."""
    return {town.name: (place + 16) % len(TOWNS) for place, town in enumerate(TOWNS)} | {COUNTY: len(TOWNS)}


def _tries(key: str) -> list[str]:
    return [key, *(f"{key}#{again}" for again in range(1, 100))]


def _candidate(key: str) -> str:
    return SURNAMES[number("姓/" + key, len(SURNAMES))] + GIVEN[number("名/" + key, len(GIVEN))]
