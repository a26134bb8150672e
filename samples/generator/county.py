"""The eighteen towns and 309 units of 恩阳区: real names and codes, made-up ranks, grids, households and estates.

What 登科街道 has was written by hand; the rest is drawn by the hash of each name so that the totals are the published
ones: 47 committees, 107 general branches and 155 branches on top, 385 grids, 46 estates with a Party organisation.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from wushe.samples.generator import estates, units
from wushe.samples.generator.codes import number
from wushe.samples.generator.units import Grid
from wushe.schema.naming import short_name, stem_of

COUNTY = "恩阳区"
CODE = "511903"
LIST = "511903_2023-06-30.csv"
URBAN_COMMUNITIES = ("登科寺社区", "白玉社区", "义阳社区", "元窝社区", "司城社区")
HOUSEHOLDS = 138_880
GRIDS = 385
TOPS = {"党委": 47, "党总支": 107, "党支部": 155}
FORMAL = {"党委": "委员会", "党总支": "总支部委员会", "党支部": "支部委员会"}
HAMLETS = "梁坝沟湾垭坪塘院岭嘴"


@dataclass(frozen=True)
class Unit:
    """A community or a village. `party` is the rank of its top Party organisation, `groups` a count.

    `one_head`: the Party secretary is also the director (一肩挑). `label` tells it from others of its name.
    """

    code: str
    town: str
    name: str
    label: str
    party: str
    groups: int
    one_head: bool
    grids: tuple[Grid, ...]

    @property
    def is_village(self) -> bool:
        """True of a 村, false of a 社区: told by the last three digits of the code."""
        return int(self.code[-3:]) >= 200

    @property
    def is_urban(self) -> bool:
        """Whether it is one of the five communities with an enlarged Party committee."""
        return self.name in URBAN_COMMUNITIES

    @property
    def households(self) -> int:
        """All of its grids together."""
        return sum(grid.households for grid in self.grids)

    @property
    def population(self) -> int:
        """All of its grids together."""
        return sum(grid.population for grid in self.grids)

    @property
    def party_name(self) -> str:
        """The full name of its top Party organisation."""
        return f"中共{self.town}{self.name}{FORMAL[self.party]}"

    @property
    def party_short(self) -> str:
        """What people call its top Party organisation."""
        return self.label + self.party

    @property
    def committee(self) -> str:
        """What people call its villagers' or residents' committee (团包垭村委会, 麻石社区居委会)."""
        if not self.is_village:
            return self.label + "居委会"
        return f"{self.label.removesuffix(self.name)}{stem_of('village', self.name)}村委会"

    @property
    def committee_name(self) -> str:
        """The full name of its villagers' or residents' committee."""
        return self.label + ("村民委员会" if self.is_village else "居民委员会")

    def grid_name(self, number: int) -> str:
        """The name of its grid with this number, counted from 1."""
        return f"{self.label}第{number}网格"

    def group_name(self, number: int) -> str:
        """The name of its villagers' group with this number, counted from 1."""
        return f"{self.label}第{number}组"

    def cell_name(self, number: int) -> str:
        """The name of its good neighbour's cell with this number, counted from 1."""
        return f"{self.label}第{number}好邻居片"


@dataclass(frozen=True)
class Town:
    """A town or subdistrict; `party` and `office` are what people call its Party committee and government."""

    code: str
    name: str
    units: tuple[Unit, ...]

    @property
    def is_street(self) -> bool:
        """True of a subdistrict (街道), whose Party working committee is dispatched, not elected."""
        return self.name.endswith("街道")

    @property
    def party(self) -> str:
        """登科街道党工委, 玉山镇党委."""
        return self.name + ("党工委" if self.is_street else "党委")

    @property
    def office(self) -> str:
        """登科街道办事处, 玉山镇政府."""
        return self.name + ("办事处" if self.is_street else "政府")


@dataclass(frozen=True)
class Estate:
    """A residential compound: the grid that covers it, and the kind of its Party organisation (综合, 支部 or none)."""

    name: str
    unit: Unit
    grid: str
    kind: str
    households: int
    population: int
    extent: str

    @property
    def full_name(self) -> str:
        """登科华府小区: with the word for what it is."""
        return self.name if self.name.endswith("小区") else f"{self.name}小区"

    @property
    def party(self) -> str:
        """The name of its Party organisation; empty where it has none."""
        return {"综合": f"{self.full_name}综合党支部", "支部": f"{self.full_name}党支部", "": ""}[self.kind]

    @property
    def firm(self) -> str:
        """What people call the firm that manages it."""
        return f"{self.name}物业"


@dataclass(frozen=True)
class _Listed:
    """A unit as the official list has it."""

    code: str
    town: str
    name: str

    @cached_property
    def weight(self) -> int:
        """How large and how old it is taken to be: decides rank and number of grids."""
        street, seat = self.town.endswith("街道"), self.code.endswith("001")
        community = int(self.code[-3:]) < 200
        return (
            1000 * (self.name in URBAN_COMMUNITIES)
            + 200 * (street and community)
            + 120 * (seat and community)
            + 60 * community
            + number("规模/" + self.code, 200)
        )


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """A whole number divided by weights, the parts adding up exactly; the first ones take what is left over."""
    parts = [total * weight // sum(weights) for weight in weights]
    left = total - sum(parts)
    return [part + (place < left) for place, part in enumerate(parts)]


def _listed() -> list[tuple[str, str, str]]:
    """Level, code and name of every row below the county."""
    text = files("wushe.loaders.divisions").joinpath("data", LIST).read_text(encoding="utf-8-sig")
    return [(row["level"], row["code"], row["name"]) for row in csv.DictReader(text.splitlines())]


def _ranks(listed: Iterable[_Listed]) -> dict[str, str]:
    """The rank of every unit that was not written by hand, the largest first."""
    left = {rank: TOPS[rank] - sum(o.party == rank for o in units.OUTLINES.values()) for rank in TOPS}
    ranks = [rank for rank, count in left.items() for _ in range(count)]
    return {unit.code: rank for unit, rank in zip(_by_weight(listed), ranks, strict=True)}


def _by_weight(listed: Iterable[_Listed]) -> list[_Listed]:
    return sorted(listed, key=lambda unit: (-unit.weight, unit.code))


def _grid_counts(listed: Sequence[_Listed]) -> dict[str, int]:
    """One grid each, three in the urban communities, and a second one in the largest until all are given."""
    counts = {unit.code: 3 if unit.name in URBAN_COMMUNITIES else 1 for unit in listed}
    left = GRIDS - sum(len(outline.grids) for outline in units.OUTLINES.values()) - sum(counts.values())
    for unit in [unit for unit in _by_weight(listed) if counts[unit.code] == 1][:left]:
        counts[unit.code] = 2
    return counts


def _grids(listed: Sequence[_Listed]) -> dict[str, tuple[Grid, ...]]:
    """The grids of every unit that was not written by hand; with the others' they hold all households."""
    counts = _grid_counts(listed)
    keys = [(unit, place) for unit in listed for place in range(1, counts[unit.code] + 1)]
    written = sum(grid.households for outline in units.OUTLINES.values() for grid in outline.grids)
    sizes = shared(HOUSEHOLDS - written, [_size(unit, place) for unit, place in keys])
    grids: dict[str, list[Grid]] = {}
    for (unit, place), size in zip(keys, sizes, strict=True):
        population = size * (270 + number(f"人口/{unit.code}{place}", 50)) // 100
        grids.setdefault(unit.code, []).append(Grid(size, population, _extent(unit, place)))
    return {code: tuple(parts) for code, parts in grids.items()}


def _size(unit: _Listed, place: int) -> int:
    return 260 + number(f"户数/{unit.code}{place}", 160) + (60 if int(unit.code[-3:]) < 200 else 0)


def _extent(unit: _Listed, place: int) -> str:
    stem = stem_of("village", unit.name)
    if int(unit.code[-3:]) < 200:
        first = 1 + 100 * (place - 1)
        marks = ("农贸市场", "小学周边", "卫生院", "文化广场", "老街", "桥头")
        mark = marks[(number("地标/" + unit.code, len(marks)) + place) % len(marks)]
        return f"{stem}街{first}号至{first + 50 + number(unit.code, 49)}号、{stem}{mark}"
    start = number("院落/" + unit.code, len(HAMLETS)) + 3 * (place - 1)
    return "、".join(f"{stem}{HAMLETS[(start + step) % len(HAMLETS)]}" for step in range(3))


def _towns() -> tuple[Town, ...]:
    rows = _listed()
    towns = {code: short_name("town", name) for level, code, name in rows if level == "town"}
    listed = [_Listed(c, towns[c[:9]], short_name("village", name)) for level, c, name in rows if level == "village"]
    drawn = [unit for unit in listed if unit.town != units.TOWN]
    ranks, grids = _ranks(drawn), _grids(drawn)
    stems = Counter(stem_of("village", unit.name) for unit in listed)

    def unit(known: _Listed) -> Unit:
        ambiguous = stems[stem_of("village", known.name)] > 1
        label = known.town + known.name if ambiguous else known.name
        if known.town == units.TOWN:
            outline = units.OUTLINES[known.name]
            rest = (outline.party, outline.groups, outline.one_head, outline.grids)
        else:
            groups = 3 + number("组/" + known.code, 4)
            rest = (ranks[known.code], groups, number("一肩挑/" + known.code, 10) < 6, grids[known.code])
        return Unit(known.code, known.town, known.name, label, *rest)

    return tuple(
        Town(code, name, tuple(unit(known) for known in listed if known.code.startswith(code)))
        for code, name in sorted(towns.items())
    )


TOWNS = _towns()
UNITS = tuple(unit for town in TOWNS for unit in town.units)
_KNOWN_ESTATES = {
    "登科华府": (214, 612, "登科路36号，1至6幢，东门临登科寺广场"),
    "义阳府第": (268, 771, "义阳大道东段58号，1至9幢"),
}


def _estate(unit: Unit, name: str, place: int, kind: str) -> Estate:
    households = 60 + number("小区/" + name, 60)
    address = (
        f"{stem_of('village', unit.name)}路{number('门牌/' + name, 200) + 1}号，1至{number('幢/' + name, 8) + 2}幢"
    )
    size = _KNOWN_ESTATES.get(name, (households, households * 3 - number(name, 40), address))
    return Estate(name, unit, unit.grid_name(place), kind, *size)


_ALL_ESTATES = tuple(
    _estate(unit, name, place, kind) for unit in UNITS for name, place, kind in estates.OUTLINES.get(unit.name, ())
)
ESTATES = tuple(estate for estate in _ALL_ESTATES if estate.kind)
"""The 46 with a Party organisation."""
BARE_ESTATES = tuple(estate for estate in _ALL_ESTATES if not estate.kind)
"""Those that have none yet."""


def town_named(name: str) -> Town:
    """The town of this name.

    Raises:
        KeyError: there is none.
    """
    return {town.name: town for town in TOWNS}[name]


def unit_named(name: str) -> Unit:
    """The unit of this name, with its town before it where two share it.

    Raises:
        KeyError: there is none.
    """
    return {unit.label: unit for unit in UNITS}[name]
