"""The two rosters that towns keep in forms of their own: grid officers and good neighbours."""

from functools import cache

from wushe.samples.generator.codes import number, office_phone
from wushe.samples.generator.county import UNITS, Town, Unit
from wushe.samples.generator.people import GIVEN, People
from wushe.samples.generator.tables import Neighbour, Officer
from wushe.samples.generator.territory import Cell, cells

PARTY_MEMBERS = 214
COLLEGE = 122
WOMEN_FROM = 40  # the given names from here on are women's
GRID_FORMS = ("2021-03-01", "2021年3月", "2022年", "", "2023/9/1")
ACTING_GRIDS = {"燕飞社区第1网格"}
STARTS = {
    "登科寺社区第1网格": "2021-03-01",
    "登科寺社区第2网格": "2023-09-01",
    "古溪社区第1网格": "2024-06-01",
}
OTHERS = ("群众", "共青团员")
HIGHER = ("大专", "本科", "大学专科")
LOWER = ("高中", "中专", "初中")


def officers(people: People, town: Town) -> list[Officer]:
    """The officer of every grid."""
    rows: list[Officer] = []
    for order, unit in enumerate(town.units):
        for place in range(1, len(unit.grids) + 1):
            rows.append(_officer(people, unit, place, order, len(rows) + 1))
    return rows


def _officer(people: People, unit: Unit, place: int, order: int, line: int) -> Officer:
    grid = unit.grid_name(place)
    person = people.get(f"{grid}/专职网格员", unit.label)
    party, college = grid in _first("政治面貌", PARTY_MEMBERS), grid in _first("学历", COLLEGE)
    schooling = HIGHER if college else LOWER
    return Officer(
        order=line,
        village=unit.label,
        grid=f"第{place}网格",
        name=person.name,
        sex="女" if GIVEN.index(person.name[1:]) >= WOMEN_FROM else "男",
        politics="中共党员" if party else OTHERS[number("团员/" + grid, 8) // 7],
        schooling=schooling[number("程度/" + grid, len(schooling))],
        phone=person.phone,
        office=office_phone(grid),
        since=STARTS.get(grid, GRID_FORMS[(order + place) % len(GRID_FORMS)]),
        status="代理" if grid in ACTING_GRIDS else "正式",
    )


@cache
def _first(what: str, count: int) -> frozenset[str]:
    """This many of the county's grids, by hash."""
    grids = [unit.grid_name(place) for unit in UNITS for place in range(1, len(unit.grids) + 1)]
    return frozenset(sorted(grids, key=lambda grid: number(f"{what}/{grid}", 10**9))[:count])


def neighbours(people: People, town: Town) -> list[Neighbour]:
    """The good neighbour of every cell; some towns did not fill in every group."""
    return [_neighbour(people, unit, cell) for unit in town.units for cell in cells(unit)]


def _neighbour(people: People, unit: Unit, cell: Cell) -> Neighbour:
    name = unit.cell_name(cell.number)
    person = people.get(f"{name}/好邻居", unit.label)
    return Neighbour(
        village=unit.label,
        group=f"第{cell.group}组" if number("组别/" + name, 10) < 7 else "",
        cell=f"第{cell.number}好邻居片",
        name=person.name,
        phone=person.phone,
        households=cell.households,
        grid=f"第{cell.grid}网格",
    )
