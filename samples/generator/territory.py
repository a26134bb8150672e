"""Below the villages: grids, villagers' groups, estates and the good neighbours' cells."""

from dataclasses import dataclass

from samples.generator.county import Unit, town_named
from samples.generator.tables import Place
from samples.generator.units import TOWN

UNITS = town_named(TOWN).units
DRAWN = "2021-01-01"
# How a unit's parent cell is written: by short name, except where a form is to be shown.
PARENT_FORMS = {
    "石马社区": "登科街道石马社区",
    "红岩坝社区": "恩阳区登科街道红岩坝社区",
    "狮子山村": "511903001234",
    "方山村": "511903001236",
}


@dataclass(frozen=True)
class Estate:
    """A residential compound and the grid that covers it."""

    name: str
    grid: str
    households: int
    population: int
    extent: str


ESTATES = (
    Estate("登科华府", "登科寺社区第1网格", 214, 612, "登科路36号，1至6幢，东门临登科寺广场"),
    Estate("义阳府第", "登科寺社区第2网格", 268, 771, "义阳大道东段58号，1至9幢"),
)
ESTATE_UNIT = "登科寺社区"

# Cells of about ten households: their unit, the grid that covers them, households, extent.
CELLS = (
    ("登科寺社区第1好邻居片", "登科寺社区", "登科寺社区第1网格", 11, "登科华府1幢1单元"),
    ("登科寺社区第2好邻居片", "登科寺社区", "登科寺社区第1网格", 10, "登科华府1幢2单元"),
    ("登科寺社区第3好邻居片", "登科寺社区", "登科寺社区第1网格", 9, "登科路12号院"),
    ("登科寺社区第4好邻居片", "登科寺社区", "登科寺社区第1网格", 12, "登科寺广场北侧临街住户"),
    ("方山村第1好邻居片", "方山村", "方山村第1网格", 10, "梨园坝上院"),
    ("方山村第2好邻居片", "方山村", "方山村第1网格", 8, "梨园坝下院"),
)


def places() -> list[Place]:
    """Every place of the sample: first the grids, for the others name the grids that cover them."""
    grids = [grid for unit in UNITS for grid in _grids(unit)]
    groups = [group for unit in UNITS for group in _groups(unit)]
    return [*grids, *groups, *map(_estate, ESTATES), *(_cell(*cell) for cell in CELLS)]


def parent_form(unit: str) -> str:
    """How the 上级 cell names this unit."""
    return PARENT_FORMS.get(unit, unit)


def _grids(unit: Unit) -> list[Place]:
    return [
        Place(
            name=unit.grid_name(number),
            kind="网格",
            parent=parent_form(unit.name),
            code=f"{unit.code}{number:03d}",
            households=grid.households,
            population=grid.population,
            extent=grid.extent,
            since=DRAWN,
        )
        for number, grid in enumerate(unit.grids, start=1)
    ]


def _groups(unit: Unit) -> list[Place]:
    households = sum(grid.households for grid in unit.grids)
    return [
        Place(
            name=unit.group_name(number),
            kind="村(居)民小组",
            parent=parent_form(unit.name),
            households=households // unit.groups + (number <= households % unit.groups),
            extent=f"{TOWN}{unit.name}第{number}村（居）民小组",
            grids="、".join(unit.grid_name(grid) for grid in _covering(unit, number)),
            since=DRAWN,
        )
        for number in range(1, unit.groups + 1)
    ]


def _covering(unit: Unit, group: int) -> list[int]:
    """The grids over a group: they share the groups out evenly, and one on a border lies in two."""
    share = unit.groups / len(unit.grids)
    return [grid for grid in range(1, len(unit.grids) + 1) if (grid - 1) * share < group and group - 1 < grid * share]


def _estate(estate: Estate) -> Place:
    return Place(
        name=estate.name,
        kind="小区",
        parent=ESTATE_UNIT,
        aliases=f"{estate.name}小区",
        households=estate.households,
        population=estate.population,
        extent=estate.extent,
        grids=estate.grid,
        since=DRAWN,
    )


def _cell(name: str, unit: str, grid: str, households: int, extent: str) -> Place:
    return Place(
        name=name,
        kind="好邻居片",
        parent=parent_form(unit),
        households=households,
        extent=extent,
        grids=grid,
        since="2023年3月",
    )
