"""The needs that the five urban communities listed, and the member units of their enlarged committees that took them."""

from datetime import date, timedelta

from wushe.samples.generator.codes import number
from wushe.samples.generator.compounds import all_estates
from wushe.samples.generator.county import Unit
from wushe.samples.generator.enlarged import COMMUNITIES
from wushe.samples.generator.matters import source_lines
from wushe.samples.generator.member_units import stationed
from wushe.samples.generator.tables import Need

TOTAL = 252
FIRST = date(2024, 1, 8)
DONE = 2
"""Two of three that were taken are done."""


def needs() -> list[Need]:
    """Every need, one matter a row, community by community; the last ones list one less."""
    lines = source_lines("needs.txt")
    rows = []
    for place, unit in enumerate(COMMUNITIES):
        count = TOTAL // len(COMMUNITIES) + (place < TOTAL % len(COMMUNITIES))
        rows += [_need(unit, order, *line.split()) for order, line in enumerate(lines[:count])]
    return rows


def _need(unit: Unit, order: int, matter: str, trades: str, text: str) -> Need:
    estates = all_estates(unit)
    written = text.format(estates[order % len(estates)].name)
    taker = _taker(unit, trades.split("、"))
    raised = FIRST + timedelta(days=number(f"提出/{unit.code}{order}", 120))
    taken = raised + timedelta(days=1 + number(f"认领/{unit.code}{order}", 14)) if taker else None
    done = taken and number(f"办结/{unit.code}{order}", 3) < DONE
    return Need(
        text=written,
        raised_by=unit.label,
        matter=matter,
        taken_by=taker,
        raised_on=raised,
        taken_on=taken,
        done_on=taken + timedelta(days=5 + number(f"用时/{unit.code}{order}", 40)) if taken and done else None,
    )


def _taker(unit: Unit, trades: list[str]) -> str:
    """The first member unit of the first of these trades that the community has; empty where it has none."""
    units = {known.trade: known for known in reversed(stationed(unit))}
    found = (units[trade].name(unit) for trade in trades if trade in units)
    return next(found, "")
