"""Where a list that starts from a place, or from nowhere, looks: which ranges of ids, which counties, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wushe.schema.ids import place_code, place_id, scope_county

ANYWHERE = "scope"
"""The owner of a list that is of no place."""
_LAST = "~~"
"""Sorts after whatever may follow a code in an id: digits, the mark of a grid, that of a lapsed code."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The place (id) a list is of, or `ANYWHERE`; the ranges of ids of places and the counties it may touch.

    `walk` says that the place is a town or smaller: walking down from it costs less than looking through its county.
    """

    owner: str
    ranges: tuple[tuple[str, str], ...]
    counties: tuple[str, ...]
    walk: bool


def ground(place: str | None, scope: Iterable[str]) -> Ground:
    """The ground of a list within a place, or of the whole scope (its counties and the levels above them)."""
    counties = sorted(scope)
    if place is None:
        upper = _upper(counties)
        ranges = [*((place_id(code),) * 2 for code in upper), *(below(place_id(code)) for code in counties)]
        return Ground(ANYWHERE, tuple(ranges), (*upper, *counties), walk=False)
    code = place_code(place)
    county = scope_county(code)
    inside = [one for one in counties if one.startswith(county)]
    upper = [one for one in _upper(inside) if one.startswith(county)]
    return Ground(place, (below(place),), tuple(sorted({county, *upper, *inside})), walk=len(code) > len(county))


def below(identifier: str) -> tuple[str, str]:
    """The range of ids that begin with this one, of a place or of organisations of one kind."""
    return identifier, identifier + _LAST


def _upper(counties: Iterable[str]) -> list[str]:
    return sorted({county[:size] for county in counties for size in (2, 4)})
