"""What one list says of one code: the grain from which places and their dates are worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

LEVELS = {2: "province", 4: "prefecture", 6: "county", 9: "town", 12: "village"}
"""The kind of a division by the length of its code."""
COUNTY = 6
LOAD_PREFIX = "load:divisions"
"""Loads of lists have ids of their own form, so that their attestations are told from those of rosters."""


class Claim(NamedTuple):
    """One list (a load, for a day) has a code under a name and a parent.

    Without a row the list does not name it: the codes of what lies in it imply it.
    """

    day: date
    load: str
    row: int | None
    name: str
    parent: str | None

    def __str__(self) -> str:
        """As an attestation, `load#!row`; text files have no sheet."""
        return f"{self.load}#!{self.row or ''}"


Claims = dict[str, list[Claim]]
"""Claims by code."""


def is_division_attestation(text: str) -> bool:
    """Whether an attestation is that of a list of divisions."""
    return text.startswith(LOAD_PREFIX)


def chain(code: str) -> tuple[str, ...]:
    """The codes above a county, the county first: 511903, 5119, 51."""
    return code[:6], code[:4], code[:2]


def counties_of(codes: Iterable[str]) -> set[str]:
    """The counties that have towns or villages among these codes."""
    return {code[:COUNTY] for code in codes if len(code) > COUNTY}


def united(first: Mapping[str, Iterable[Claim]], second: Mapping[str, Iterable[Claim]]) -> Claims:
    """All claims of both; the same claim once."""
    return {code: list(dict.fromkeys((*first.get(code, ()), *second.get(code, ())))) for code in {**first, **second}}
