"""责任清单: who answers for a matter, by name (of a body or a post) or by kind, in which role, where, how fast, on what grounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wushe.loaders.context import Context, attempt, county_of
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import MATTER, PLACE
from wushe.loaders.tables.bearers import Bearers
from wushe.loaders.values import number_of
from wushe.queries.matches import Match
from wushe.schema import DutyRole
from wushe.schema.ids import duty_id
from wushe.schema.text import squeeze
from wushe.schema.values import ROLE_WORDS


def build_duties(context: Context, lines: Sequence[Line]) -> None:
    """Write the duty of every row."""
    bearers = Bearers.of(context)
    for line in lines:
        attempt(line, partial(_duty, context, bearers))


def _duty(context: Context, bearers: Bearers, line: Line) -> None:
    matter = context.references.one(line, "matter", MATTER, ())
    within = _within(context, line)
    bearer = bearers.bearer(line, within)
    role, span = _role(line), line.span(context.as_of)
    identifier = _given(line) or duty_id(matter.id, role.value, bearer.key, within.id)
    properties = {
        "role": role.value,
        "within": within.id,
        "matter": matter.id,
        "bearer": bearer.id,
        "bearerKind": bearer.kind,
        "level": bearer.level,
        "timeLimitHours": _hours(line),
        "basis": line.text("basis"),
        "county": county_of(within),
    }
    context.node(line, "Duty", identifier, properties, span)
    context.edge(line, "FOR", identifier, matter.id, span)
    context.edge(line, "WITHIN", identifier, within.id, span)
    if bearer.id:
        context.edge(line, "BEARS", bearer.id, identifier, span)


def _given(line: Line) -> str | None:
    text = line.text("id")
    return text if text and text.startswith("duty:") else None


def _within(context: Context, line: Line) -> Match:
    if line.text("within"):
        return context.references.one(line, "within", PLACE, context.near(line))
    place = context.default_place(line)
    if place is None:
        raise RowError("没有写明适用范围，请填写区县或镇街", "within")
    return place


def _role(line: Line) -> DutyRole:
    text = line.text("role")
    if text is None:
        return DutyRole.LEAD
    plain = squeeze(text)
    role = ROLE_WORDS.get(plain) or next((r for r in DutyRole if r.value == plain.upper()), None)
    if role is None:
        raise RowError(f"角色“{text}”不能识别，请写受理、主责、协同或督办", "role")
    return role


def _hours(line: Line) -> float | None:
    text = line.text("hours")
    hours = number_of(text) if text else None
    if text and hours is None:
        line.warn("时限不是小时数，未载入；请写数字，如 48", "hours")
    return hours
