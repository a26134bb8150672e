"""Every figure of a place: as published, as recomputed, and whether the two agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from wushe.graph import Reader
from wushe.queries.figures.published import PublishedRow, published
from wushe.queries.figures.recomputed import recomputed
from wushe.queries.place_on import place_on
from wushe.schema import schema
from wushe.schema.kinds import FigureKind
from wushe.schema.text import squeeze

ABOUT = 0.2
"""How far from a figure that is "about" so much the graph may be, as a share of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `reported` is None when nobody published it, `computed` when the graph cannot tell.

    `agrees` is None when either is missing. `by` attests the published number, `reported_on` is the day it is for.
    """

    code: str
    label: str
    reported: float | None
    computed: float | None
    unit: str | None
    agrees: bool | None
    note: str | None
    reported_on: date | None
    basis: str | None
    by: tuple[str, ...]


def figures_of(reader: Reader, place: str, as_of: date, *, loaded: bool = False) -> list[Figure]:
    """The declared figures of a place (id) on the day, then those that were loaded under other codes.

    With `loaded` only those that somebody published. Of several numbers under one code the latest for the day counts.
    """
    latest: dict[str, PublishedRow] = {}
    for row in published(reader, place, as_of):
        latest.setdefault(_code(row), row)
    there = _is_there(reader, place, as_of)
    known = schema().figures
    codes = [code for code in known if code in latest or not loaded] + [code for code in latest if code not in known]
    return [_figure(reader, code, latest.get(code), place if there else None, as_of) for code in codes]


def published_codes(reader: Reader, place: str, as_of: date) -> set[str]:
    """The codes of the figures that somebody published for a place (id)."""
    return {_code(row) for row in published(reader, place, as_of)}


def agreement(
    rule: Literal["equal", "at_least", "about"], reported: float | None, computed: float | None
) -> bool | None:
    """Whether a recomputed number bears out a published one; None when either is missing."""
    if reported is None or computed is None:
        return None
    if rule == "at_least":
        return computed >= reported
    within = ABOUT * abs(reported) if rule == "about" else 1e-9 * abs(reported)
    return abs(computed - reported) <= within + 1e-9


def _figure(reader: Reader, code: str, row: PublishedRow | None, place: str | None, as_of: date) -> Figure:
    known = schema().figures.get(code)
    computed = recomputed(reader, known, place, as_of) if known and place else None
    reported = row.reported if row else None
    return Figure(
        code=code,
        label=known.label if known else row.label if row else code,
        reported=reported,
        computed=computed,
        unit=(row.unit if row else None) or (known.unit if known else None),
        agrees=agreement(known.agrees, reported, computed) if known else None,
        note=(known.note or None) if known else None,
        reported_on=row.reported_on if row else None,
        basis=row.basis if row else None,
        by=tuple(row.by) if row else (),
    )


def _code(row: PublishedRow) -> str:
    """The code of a published number: as loaded, else that of the figure of this label, else the label itself."""
    return row.code or _codes_by_label().get(squeeze(row.label), row.label)


@cache
def _codes_by_label() -> dict[str, str]:
    figures: dict[str, FigureKind] = schema().figures
    return {squeeze(word): code for code, figure in figures.items() for word in figure.words}


def _is_there(reader: Reader, place: str, as_of: date) -> bool:
    row = place_on(reader, place)
    return row is not None and row.since <= as_of < row.until
