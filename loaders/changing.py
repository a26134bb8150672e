"""What a newer roster changes: names that give way to others, edges that are redrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wushe.loaders.context import Context, county_of
from wushe.loaders.history import items_in
from wushe.loaders.lines import Line
from wushe.loaders.names import Naming, Span
from wushe.queries.body_states import BodyState
from wushe.queries.matches import Match
from wushe.queries.open_edges import OpenEdge
from wushe.schema import FOREVER, Precision
from wushe.schema.naming import short_name
from wushe.schema.text import squeeze

ATTESTED = Span()
"""Known on the day the file speaks for, no more."""


def name_body(context: Context, line: Line, body: Match, state: BodyState | None, span: Span) -> None:
    """The name a row gives to a body: where it bore another, that one ends on the file's day and this one begins."""
    naming = Naming(body.id, county_of(body), body.kind, body.name)
    if state is None:
        context.name(line, naming, span)
    elif squeeze(state.name) == squeeze(body.name):
        current = [name["since"] for name in state.names if name["since"] and name["until"] == FOREVER]
        context.name(line, naming, span if original(state, current[-1] if current else None) else ATTESTED)
    elif context.as_of < state.attested_on:
        context.name(line, naming, Span(None, _next(state, context.as_of), until_precision=Precision.ATTESTED))
    else:
        for name in state.names:
            if name["until"] == FOREVER:
                old = Naming(body.id, naming.county, body.kind, name["text"], name["full"])
                context.name(line, old, context.ended())
        context.name(line, naming, ATTESTED)


def name_or_history(
    context: Context, line: Line, body: Match, state: BodyState | None, span: Span, *, full: str | None = None
) -> None:
    """All the names of a body with their times, where the row gives them (名称沿革), else the one it bears.

    Names are given in full; a row that bears another than it gives renames the body.
    """
    county, items = county_of(body), items_in(line, "names")
    for item in items:
        text = short_name(body.kind, item.text) if full else item.text
        context.name(line, Naming(body.id, county, body.kind, text, full=item.text), item.span or span, item.again)
    if not items and state is None:
        context.name(line, Naming(body.id, county, body.kind, body.name, full=full), span)
    elif squeeze(body.name) not in {squeeze(short_name(body.kind, item.text) if full else item.text) for item in items}:
        name_body(context, line, body, state, span)


def other_names(context: Context, line: Line, body: Match, span: Span) -> list[str]:
    """The aliases a row gives, each with its own time where it has one; what they are."""
    items = items_in(line, "aliases")
    for item in items:
        if item.span or squeeze(item.text) != squeeze(body.name):
            naming = Naming(body.id, county_of(body), body.kind, item.text, form="alias")
            context.name(line, naming, item.span or span)
    return [item.text for item in items]


def original(state: BodyState, since: date | None) -> bool:
    """Whether something has been so since the body is known, so that a better date for the one dates the other."""
    return since is None or since == state.since


def _past(context: Context, key: tuple[str, str, str], existing: Sequence[OpenEdge]) -> Span | None:
    """What an older file says of a place or a leader that a later one has otherwise: so until then, and no longer."""
    others = [edge for edge in existing if edge.type == key[0] and (edge.start, edge.end) != key[1:]]
    if any((edge.type, edge.start, edge.end) == key for edge in existing) or key[0] == "COVERS":
        return None
    later = [max(edge.since, context.as_of) for edge in others if edge.attested_on > context.as_of]
    if not later:
        return None
    until = (
        min(later)
        if min(later) > context.as_of
        else min(e.attested_on for e in others if e.attested_on > context.as_of)
    )
    return Span(None, until, until_precision=Precision.ATTESTED)


def _next(state: BodyState, day: date) -> date:
    """The first day after `day` on which a name began, else the day the body was last attested."""
    later = [name["since"] for name in state.names if name["since"] and name["since"] > day]
    return min(later, default=state.attested_on)


def redraw(
    context: Context,
    line: Line,
    pairs: Mapping[tuple[str, str, str], dict[str, Any]],
    *,
    existing: Sequence[OpenEdge],
    state: BodyState | None,
    span: Span,
) -> None:
    """Write edges (type, start, end) and end those of an earlier file that are no longer among them.

    `existing` are the edges that `pairs` may replace: all about one body.
    """
    before = {(edge.type, edge.start, edge.end): edge for edge in existing}
    for key, properties in pairs.items():
        known = before.get(key)
        kept = known is not None and state is not None and original(state, known.since)
        fresh = known is None and not any(edge.type == key[0] for edge in existing)
        context.edge(
            line, *key, _past(context, key, existing) or (span if kept or fresh else ATTESTED), properties=properties
        )
    for key, edge in before.items():
        if key not in pairs and edge.attested_on < context.as_of:
            context.edge(line, *key, context.ended())
