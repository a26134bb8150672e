"""联动关系: who leads, guides, joins, serves or works with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from wushe.loaders.axes import axis_of
from wushe.loaders.context import Context, attempt
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import BODY
from wushe.loaders.words import kind_of
from wushe.queries.matches import Match
from wushe.queries.open_edges import open_edges
from wushe.schema import schema
from wushe.schema.text import squeeze
from wushe.schema.values import AXIS_LABELS

PRIMARY = {"主": True, "次": False, "主要": True, "次要": False}
MEMBERSHIP = {"召集人": "convener", "召集": "convener", "成员": "member", "兼职": "part-time", "兼职委员": "part-time"}


Leaders = dict[str, set[str]]
"""The primary leaders of each body."""


@dataclass(frozen=True, slots=True)
class Ends:
    """A kind of tie between two bodies."""

    kind: str
    start: Match
    end: Match


def build_ties(context: Context, lines: Sequence[Line]) -> None:
    """Write the tie of every row; a leader is the primary one unless it says otherwise or another is."""
    ends: dict[int, Ends] = {}
    for line in lines:
        attempt(line, partial(_ends, context, ends))
    leaders = _leaders(context, [tie.end.id for tie in ends.values() if tie.kind == "LEADS"])
    for line in lines:
        if id(line) in ends:
            attempt(line, partial(_tie, context, ends[id(line)], leaders))


def _leaders(context: Context, bodies: Sequence[str]) -> Leaders:
    """Who is the primary leader of each body, in the graph or by a row already read."""
    leaders: Leaders = defaultdict(set)
    for edge in open_edges(context.reader, bodies):
        if edge.type == "LEADS" and edge.primary:
            leaders[edge.end].add(edge.start)
    for fact in context.facts:
        if fact.type == "LEADS" and fact.properties.get("primary"):
            leaders[fact.end or ""].add(fact.start or "")
    return leaders


def _ends(context: Context, ends: dict[int, Ends], line: Line) -> None:
    start = context.references.one(line, "start", BODY, context.near(line))
    end = context.references.one(line, "end", BODY, context.near(line))
    kind, turned = _kind(line)
    if turned:
        start, end = end, start
    if start.id == end.id:
        raise RowError("甲方和乙方是同一个单位，请核对", "end")
    ends[id(line)] = Ends(kind, start, end)


def _tie(context: Context, tie: Ends, leaders: Leaders, line: Line) -> None:
    kind, start, end = tie.kind, tie.start, tie.end.id
    properties: dict[str, Any] = {
        "axis": _axis(line) if "axis" in line.headers else axis_of(kind, start.kind),
        "mechanism": _mechanism(line),
        "basis": line.text("basis"),
        "contribution": line.text("contribution"),
        "role": _role(line, kind),
        "rule": line.text("rule"),
        "inferred": True if line.text("rule") else None,
    }
    if kind == "LEADS":
        properties["primary"] = primary = _primary(line, start.id, leaders[end])
        if primary:
            leaders[end].add(start.id)
    context.edge(line, kind, start.id, end, line.span(context.as_of), properties=properties)


def _axis(line: Line) -> str | None:
    """条, 块 or 联; an export says so of every tie, and nothing of what is neither (沿革)."""
    return next((axis.value for axis, label in AXIS_LABELS.items() if label == line.text("axis")), None)


def _mechanism(line: Line) -> str | None:
    """The mechanisms by their labels; words of no declared one stay as they are."""
    kinds = {word: kind_of("mechanisms", word) for word in line.items("mechanism")}
    if None in kinds.values():
        line.warn("不是已知的机制，照原样载入；可在 schema/mechanisms 里声明", "mechanism")
    return "、".join(schema().mechanisms[kind].label if kind else word for word, kind in kinds.items()) or None


def _kind(line: Line) -> tuple[str, bool]:
    """The kind of tie, and whether its word turns the two ends round (接受指导于)."""
    text = line.text("kind")
    if text is None:
        return _implied(line), False
    if kind := kind_of("ties", text):
        return kind, False
    turned = next((tie.code for tie in schema().ties.values() if tie.inverse == squeeze(text)), None)
    if turned is None:
        raise RowError(f"关系“{text}”不能识别，请从模板的下拉列表中选一个", "kind")
    return turned, True


def _implied(line: Line) -> str:
    """What a row without 关系 means: a member by its 属性, a partner by its 机制."""
    if squeeze(line.text("attribute") or "") in MEMBERSHIP:
        return "MEMBER_OF"
    if line.text("mechanism"):
        return "PARTNERS_WITH"
    raise RowError("没有写明关系，请填写", "kind")


def _role(line: Line, kind: str) -> str | None:
    if kind != "MEMBER_OF":
        return None
    words = [squeeze(line.text(name) or "") for name in ("attribute", "kind")]
    return next((MEMBERSHIP[word] for word in words if word in MEMBERSHIP), "member")


def _primary(line: Line, start: str, leaders: set[str]) -> bool:
    word = squeeze(line.text("attribute") or "")
    return PRIMARY[word] if word in PRIMARY else not leaders - {start}
