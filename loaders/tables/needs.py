"""需求清单: what a community needs, which matter it is, and who took it on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wushe.loaders.context import Context, attempt, county_of
from wushe.loaders.history import items_in
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Span
from wushe.loaders.references import BODY, MATTER
from wushe.queries.matches import Match
from wushe.schema import Precision
from wushe.schema.ids import content_id
from wushe.schema.text import squeeze


def build_needs(context: Context, lines: Sequence[Line]) -> None:
    """Write the need of every row."""
    for line in lines:
        attempt(line, partial(_need, context))


def _need(context: Context, line: Line) -> None:
    text = line.required("text")
    raiser = _raiser(context, line)
    matter = context.references.one(line, "matter", MATTER, ()) if line.text("matter") else None
    near = [raiser, *context.near(line)]
    takers = [
        (context.references.one(line, "taken_by", BODY, near, item.text), item.span)
        for item in items_in(line, "taken_by")
    ]
    raised, taken = line.dated("raised_on"), line.dated("taken_on")
    span = Span(raised[0], since_precision=raised[1]) if raised else Span()
    if line.text("since"):
        span = line.span(context.as_of)
    identifier = _given(line) or content_id("need", raiser.id, squeeze(text))
    properties = {
        "text": text,
        "raisedOn": raised[0] if raised else None,
        "takenOn": taken[0] if taken else None,
        "doneOn": line.day("done_on"),
        "county": county_of(raiser),
    }
    context.node(line, "Need", identifier, properties, span)
    context.edge(line, "RAISES", raiser.id, identifier, span)
    if matter:
        context.edge(line, "CONCERNS", identifier, matter.id, span)
    since = Span(taken[0], since_precision=taken[1]) if taken else Span(None, since_precision=Precision.ATTESTED)
    for taker, took in takers:
        context.edge(line, "TAKES", taker.id, identifier, took or since)


def _raiser(context: Context, line: Line) -> Match:
    if line.text("raised_by"):
        return context.references.one(line, "raised_by", BODY, context.near(line))
    home = context.default_place(line)
    if home is None:
        raise RowError("没有写明提出单位，请填写", "raised_by")
    return home


def _given(line: Line) -> str | None:
    text = line.text("id")
    return text if text and text.startswith("need:") else None
