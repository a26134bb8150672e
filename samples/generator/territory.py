"""Below the towns: villages with their households, grids, villagers' groups, estates and the good neighbours' cells."""

from dataclasses import dataclass
from functools import cache

from wushe.samples.generator.codes import number
from wushe.samples.generator.county import BARE_ESTATES, ESTATES, Estate, Town, Unit, shared
from wushe.samples.generator.tables import Place

DRAWN = "2021-01-01"
CELLS_SINCE = "2023年3月"
# How a unit's parent cell is written: by short name, except where a form is to be shown.
PARENT_FORMS = {
    "石马社区": "登科街道石马社区",
    "红岩坝社区": "恩阳区登科街道红岩坝社区",
    "狮子山村": "511903001234",
    "方山村": "511903001236",
}

# The first cells of two units' first grids: households and extent.
FIRST_CELLS = {
    "登科寺社区": (
        (11, "登科华府1幢1单元"),
        (10, "登科华府1幢2单元"),
        (9, "登科路12号院"),
        (12, "登科寺广场北侧临街住户"),
    ),
    "方山村": ((10, "梨园坝上院"), (8, "梨园坝下院")),
}


@dataclass(frozen=True)
class Cell:
    """A good neighbour's cell of a unit: its number and its grid's, the group it is in, households, extent."""

    number: int
    grid: int
    group: int
    households: int
    extent: str = ""


@cache
def cells(unit: Unit) -> tuple[Cell, ...]:
    """All cells of a unit: each grid's households in parts of eight to twelve."""
    found: list[Cell] = []
    for place, grid in enumerate(unit.grids, start=1):
        first = FIRST_CELLS.get(unit.name, ()) if place == 1 else ()
        rest = grid.households - sum(households for households, _ in first)
        parts = [*first, *((size, "") for size in _sizes(f"{unit.code}{place}", rest))]
        groups = [group for group in range(1, unit.groups + 1) if place in covering(unit, group)]
        for order, (households, extent) in enumerate(parts):
            group = groups[order * len(groups) // len(parts)]
            found.append(Cell(len(found) + 1, place, group, households, extent))
    return tuple(found)


def _sizes(key: str, households: int) -> list[int]:
    """About ten each, one more here for one less beside it."""
    sizes = shared(households, [1] * round(households / 10))
    for place in range(0, len(sizes) - 1, 2):
        if number(f"片/{key}/{place}", 2):
            sizes[place] += 1
            sizes[place + 1] -= 1
    return sizes


def places(town: Town, *, with_cells: bool) -> list[Place]:
    """The places of a town: first the grids, for the others name the grids that cover them.

    `with_cells`: the cells too, where no roster of good neighbours tells of them.
    """
    units = town.units
    return [
        *(_village(unit) for unit in units),
        *(grid for unit in units for grid in _grids(unit)),
        *(group for unit in units for group in _groups(unit)),
        *(_estate(estate) for estate in (*ESTATES, *BARE_ESTATES) if estate.unit.town == town.name),
        *(_cell(unit, cell) for unit in units if with_cells for cell in cells(unit)),
    ]


def parent_form(unit: Unit) -> str:
    """How the 上级 cell names this unit."""
    return PARENT_FORMS.get(unit.label, unit.label)


def _village(unit: Unit) -> Place:
    return Place(
        name=unit.name,
        kind="村(社区)",
        parent=unit.town,
        code=unit.code,
        households=unit.households,
        population=unit.population,
    )


def _grids(unit: Unit) -> list[Place]:
    return [
        Place(
            name=unit.grid_name(number),
            kind="网格",
            parent=parent_form(unit),
            code=f"{unit.code}{number:03d}",
            households=grid.households,
            population=grid.population,
            extent=grid.extent,
            since=DRAWN,
        )
        for number, grid in enumerate(unit.grids, start=1)
    ]


def _groups(unit: Unit) -> list[Place]:
    households = unit.households
    return [
        Place(
            name=unit.group_name(number),
            kind="村(居)民小组",
            parent=parent_form(unit),
            households=households // unit.groups + (number <= households % unit.groups),
            extent=f"{unit.town}{unit.name}第{number}村（居）民小组",
            grids="、".join(unit.grid_name(grid) for grid in covering(unit, number)),
            since=DRAWN,
        )
        for number in range(1, unit.groups + 1)
    ]


def covering(unit: Unit, group: int) -> list[int]:
    """The grids over a group: they share the groups out evenly, and one on a border lies in two."""
    share = unit.groups / len(unit.grids)
    return [grid for grid in range(1, len(unit.grids) + 1) if (grid - 1) * share < group and group - 1 < grid * share]


def _estate(estate: Estate) -> Place:
    return Place(
        name=estate.name,
        kind="小区",
        parent=parent_form(estate.unit),
        aliases="" if estate.full_name == estate.name else estate.full_name,
        households=estate.households,
        population=estate.population,
        extent=estate.extent,
        grids=estate.grid,
        since=DRAWN,
    )


def _cell(unit: Unit, cell: Cell) -> Place:
    return Place(
        name=unit.cell_name(cell.number),
        kind="好邻居片",
        parent=parent_form(unit),
        households=cell.households,
        extent=cell.extent,
        grids=unit.grid_name(cell.grid),
        since=CELLS_SINCE,
    )
