"""指标: numbers that somebody published, with where they were and for which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from wushe.loaders.context import Context, attempt, county_of
from wushe.loaders.dates import last_day
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Span
from wushe.loaders.references import PLACE
from wushe.queries.matches import Match
from wushe.schema.ids import place_code
from wushe.schema.text import squeeze


def build_figures(context: Context, lines: Sequence[Line]) -> None:
    """Write the figure of every row."""
    for line in lines:
        attempt(line, partial(_figure, context))


def _figure(context: Context, line: Line) -> None:
    label = line.required("label")
    reported = _number(line.required("reported"))
    if reported is None:
        raise RowError("数值只能是数字，单位请写在“单位”一列", "reported", refused=True)
    place = _place(context, line)
    dated, code = line.dated("as_of"), line.text("code")
    as_of = last_day(dated) if dated else context.as_of
    identifier = _given(line) or f"figure:{squeeze(code or label)}:{place_code(place.id)}:{as_of}"
    properties = {
        "code": code,
        "label": label,
        "reported": reported,
        "unit": line.text("unit"),
        "place": place.id,
        "asOf": as_of,
        "basis": line.text("basis"),
        "county": county_of(place),
    }
    context.node(line, "Figure", identifier, properties, Span(as_of))


def _number(text: str) -> float | None:
    """A plain number, with thousands' commas; its unit is a column of its own."""
    plain = squeeze(text).replace(",", "")
    return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None


def _place(context: Context, line: Line) -> Match:
    if line.text("place"):
        return context.references.one(line, "place", PLACE, context.near(line)[1:])
    home = context.default_place(line)
    if home is None:
        raise RowError("没有写明范围，请填写区县、镇街或村（社区）", "place")
    return home


def _given(line: Line) -> str | None:
    text = line.text("id")
    return text if text and text.startswith("figure:") else None
