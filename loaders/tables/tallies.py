"""加总: sums that an export wrote, of attributes whose single values nobody has kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wushe.loaders.context import Context, attempt, county_of
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import PLACE
from wushe.loaders.values import count_of
from wushe.loaders.words import kind_of
from wushe.schema import schema
from wushe.schema.ids import tally_id

LEVELS = ("town", "county")
"""Sums of anything smaller would tell on single people."""


def build_tallies(context: Context, lines: Sequence[Line]) -> None:
    """Write the sum of every row."""
    for line in lines:
        attempt(line, partial(_tally, context))


def _tally(context: Context, line: Line) -> None:
    place = context.references.one(line, "place", PLACE, context.near(line)[1:])
    if place.kind not in LEVELS:
        raise RowError("个人属性只按镇街或区县加总，请核对地点", "place", refused=True)
    post = kind_of("posts", line.required("post"))
    words = {word: kind.code for kind in schema().tallies.values() for word in (kind.code, kind.label)}
    attribute = words.get(line.required("attribute"))
    count, of = count_of(line.required("count")), count_of(line.required("of"))
    if post is None or attribute is None or count is None or of is None or count > of:
        raise RowError("岗位、属性或人数不能识别；这张表由导出填写，请不要改动")
    properties = {"place": place.id, "post": post, "attribute": attribute, "count": count, "of": of}
    properties["county"] = county_of(place)
    context.node(line, "Tally", tally_id(place.id, post, attribute), properties, line.span(context.as_of))
