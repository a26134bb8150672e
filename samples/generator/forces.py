"""The forces of nineteen departments in the grids: eight of them everywhere, two or three of the others in each."""

from wushe.samples.generator.codes import number
from wushe.samples.generator.county import Unit
from wushe.samples.generator.tables import Tie
from wushe.samples.generator.upper import FORCES, OTHER_FORCES

SUNK = "2023-09-01"


def ties(unit: Unit) -> list[Tie]:
    """Who has people in the grids of this unit."""
    basis = f"{unit.town}网格力量下沉名单（样例）"
    return [
        Tie(source=force, kind="下沉", target=grid, since=SUNK, basis=basis)
        for grid in map(unit.grid_name, range(1, len(unit.grids) + 1))
        for force in (*FORCES, *_others(grid))
    ]


def _others(grid: str) -> list[str]:
    start, count = number("下沉/" + grid, len(OTHER_FORCES)), 2 + number("几个/" + grid, 2)
    return [OTHER_FORCES[(start + 4 * step) % len(OTHER_FORCES)] for step in range(count)]
