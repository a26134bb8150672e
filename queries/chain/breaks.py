"""Where the chain of the four levels (区, 镇, 村, 小区) is broken: a level without its Party organisation, or one that nobody leads."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from wushe.graph import Reader
from wushe.queries.chain.leaders import Leaders
from wushe.queries.chain.levels import Level, levels
from wushe.queries.chain.model import ChainStep
from wushe.queries.responsibility.candidates import joint_kinds, party_kinds
from wushe.schema import schema

FOUR = ("county", "town", "village", "estate")
"""The levels that each have a Party organisation of their own."""


def with_breaks(reader: Reader, steps: Iterable[ChainStep], leaders: Leaders, as_of: date) -> list[ChainStep]:
    """The steps, each with whether the chain is broken there."""
    chain = list(steps)
    found = levels(reader, [step.body for step in chain], joint_kinds(), as_of)
    led = leaders.at([level.id for level in found if level.kind in FOUR])
    broken = {level.id for level in found if _is_broken(level, led)}
    return [replace(step, broken=step.body in broken) for step in chain]


def _is_broken(level: Level, led: Collection[str]) -> bool:
    if level.kind in FOUR:
        return level.id not in led
    return level.kind in party_kinds() and not level.led and any(_is_below_county(home) for home in level.homes)


def _is_below_county(kind: str) -> bool:
    places = schema().places
    return places[kind].rank > places["county"].rank
