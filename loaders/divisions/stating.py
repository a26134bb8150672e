"""From the rows of a list to claims: what the list states, and what its codes imply of the counties above."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wushe.loaders.divisions.checking import Row
from wushe.loaders.divisions.claims import COUNTY, Claim, Claims
from wushe.loaders.divisions.packaged import atlas


def claims_of(rows: Iterable[Row], load: str, day: date) -> Claims:
    """The claims of a list or a part of one, those it implies included."""
    claims: Claims = {row.code: [Claim(day, load, row.row, row.name, row.parent or None)] for row in rows}
    for said in list(claims.values()):
        _imply(claims, said[0])
    return claims


def _imply(claims: Claims, below: Claim) -> None:
    """A list of a county without the county itself still says, by its codes, that the county and its province are there."""
    code = below.parent
    while code is not None and len(code) <= COUNTY and code not in claims:
        above = code[:-2] or None
        claims[code] = [Claim(below.day, below.load, None, atlas()[code].name, above)]
        code = above
