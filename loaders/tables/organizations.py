"""组织: bodies, where they are, who leads and who guides them, and what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from wushe.loaders.attributes import attributes_in
from wushe.loaders.axes import axis_of
from wushe.loaders.changing import ATTESTED, name_or_history, other_names, redraw
from wushe.loaders.codes import valid_uscc
from wushe.loaders.context import Context, attempt, county_of, settle
from wushe.loaders.history import items_in, texts
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import BODY, PLACE, SUPERIORS
from wushe.loaders.registry import target
from wushe.loaders.words import kind_of, kind_within
from wushe.queries.body_states import BodyState, body_states
from wushe.queries.matches import Match, MatchHow
from wushe.queries.open_edges import OpenEdge, open_edges
from wushe.schema import schema
from wushe.schema.ids import organization_id
from wushe.schema.text import squeeze

PARTY = (
    ("工作委员会", "party_working_committee"),
    ("总支部委员会", "general_branch"),
    ("支部委员会", "party_branch"),
    ("委员会", "party_committee"),
)
"""How the formal names of Party organisations end."""
COMMITTEES = ("villagers_committee", "residents_committee")


@dataclass(slots=True)
class OrganizationRow:
    """A row, the body it is and the place where that is."""

    line: Line
    body: Match
    place: Match
    uscc: str | None


def build_organizations(context: Context, lines: Sequence[Line]) -> None:
    """Identify every row's body, then say what the rows say of them."""
    pending = {squeeze(word) for line in lines for word in _words(line)}
    rows: list[OrganizationRow] = []
    settle(lines, partial(_identify, context, rows, pending))
    context.references.fetch(lines, SUPERIORS)
    states = body_states(context.reader, [row.body.id for row in rows])
    for row in rows:
        attempt(row.line, partial(_facts, context, row, states.get(row.body.id)))
    edges: dict[str, list[OpenEdge]] = defaultdict(list)
    for edge in open_edges(context.reader, list(states)):
        edges[edge.body].append(edge)
    for row in rows:
        attempt(row.line, partial(_ties, context, row, edges[row.body.id], states.get(row.body.id)))


def _words(line: Line) -> list[str]:
    name = line.text("name")
    return [*([name] if name else []), *texts(items_in(line, "aliases"))]


def _identify(context: Context, rows: list[OrganizationRow], pending: set[str], line: Line) -> bool:
    name = line.required("name")
    place = _place(context, line, pending)
    if place is None:
        return False
    uscc = _uscc(line)
    kind = _kind(context, line, name, uscc)
    draft = target(organization_id(kind, place.id, name), "Organization", kind, name, place)
    body = replace(draft, id=_known(context, line, draft, uscc) or draft.id)
    context.references.registry.add(body, (uscc, *texts(items_in(line, "aliases"))))
    rows.append(OrganizationRow(line, body, place, uscc))
    return True


def _place(context: Context, line: Line, pending: set[str]) -> Match | None:
    """所在地, else the superior's place, else what the file is about; None while the superior is not yet known."""
    if line.text("place"):
        return context.references.one(line, "place", PLACE, context.near(line)[1:])
    superior = line.text("superior")
    place = context.default_place(line)
    if superior:
        waiting = squeeze(superior) in pending and not context.references.registry.find(superior, BODY)
        if waiting:
            return None
        place = _where(context, context.references.one(line, "superior", BODY, context.near(line)))
    if place is None:
        raise RowError("没有写明所在地，请填写所属的区县、镇街或村（社区）", "place")
    return place


def _where(context: Context, body: Match) -> Match | None:
    if body.label == "Place" or not body.places:
        return body if body.label == "Place" else None
    found = context.references.candidates(body.places[0], PLACE)
    return found[0] if len(found) == 1 else None


def _kind(context: Context, line: Line, name: str, uscc: str | None) -> str:
    """类型, else what the graph has under this 标识, code or name, else what the name ends with."""
    text = line.text("kind")
    if kind := kind_of("organizations", text):
        return kind
    words = filter(None, (line.text("id"), uscc, name))
    known = [m.kind for word in words for m in context.references.in_graph(word, BODY) if m.label == "Organization"]
    plain = squeeze(name)
    formal = [kind for end, kind in PARTY if plain.startswith("中共") and plain.endswith(end)]
    inferred = next(iter((*known, *formal)), None) or kind_within("organizations", name)
    if inferred is None:
        raise RowError(f"类型“{text or ''}”不能识别，请从模板的下拉列表中选一个", "kind")
    if text:
        label = schema().organizations[inferred].label
        line.warn(f"类型“{text}”不能识别，按名称作“{label}”载入", "kind")
    return inferred


def _known(context: Context, line: Line, draft: Match, uscc: str | None) -> str | None:
    """The id of a body that is there already: by 标识, by credit code, or by the same name, kind and territory."""
    given = line.text("id")
    if given and given.startswith("org:"):
        return given
    if given:
        line.warn("标识不是组织的标识，未采用", "id")
    if uscc and any(squeeze(m.name) != squeeze(draft.name) for m in context.references.registry.find(uscc, BODY)):
        raise RowError("统一社会信用代码与本文件另一行的组织相同，请核对", "uscc")
    coded = [m.id for m in context.references.in_graph(uscc, BODY) if m.label == "Organization"] if uscc else []
    if len(coded) == 1:
        return coded[0]
    named = [
        match.id
        for match in context.references.in_graph(draft.name, BODY)
        if match.how in {MatchHow.FULL_NAME, MatchHow.SHORT_NAME}
        and match.kind == draft.kind
        and (set(draft.places[:1]) & set(match.places) or set(match.places[:1]) & set(draft.places))
    ]
    return named[0] if len(named) == 1 else None


def _uscc(line: Line) -> str | None:
    text = line.text("uscc")
    if text is None:
        return None
    code = squeeze(text).upper()
    if valid_uscc(code):
        return code
    line.warn("统一社会信用代码的校验位不对，未载入；请核对 18 位代码", "uscc")
    return None


def _facts(context: Context, row: OrganizationRow, state: BodyState | None, line: Line) -> None:
    body, span = row.body, line.span(context.as_of)
    county = county_of(row.place)
    phones = context.phones(line, "phone", row.place)
    properties = {
        "kind": body.kind,
        "name": body.name,
        "county": county,
        "phone": "、".join(phones.lines) or None,
        "address": line.text("address"),
        "uscc": row.uscc,
        "note": line.text("note"),
        **attributes_in(line, body.kind),
    }
    if phones.mobiles:
        line.warn("组织的电话只收座机，手机号未载入；请写到任职表的联系电话", "phone")
    context.node(line, "Organization", body.id, properties, span)
    name_or_history(context, line, body, state, span)
    renamed = state is not None and squeeze(state.name) != squeeze(body.name)
    other_names(context, line, body, ATTESTED if renamed else span)


def _ties(
    context: Context, row: OrganizationRow, existing: list[OpenEdge], state: BodyState | None, line: Line
) -> None:
    span = line.span(context.as_of)
    _located(context, row, existing, state)
    if line.text("superior"):
        superior = _other(context, line, row, "superior", line.required("superior"))
        leaders = [edge for edge in existing if edge.type == "LEADS" and edge.primary]
        _under(context, row, superior, leaders, state)
    for text in line.items("guide"):
        guide = _other(context, line, row, "guide", text)
        axis = {"axis": axis_of("GUIDES", guide.kind)}
        context.edge(line, "GUIDES", guide.id, row.body.id, span, properties=axis)


def _located(context: Context, row: OrganizationRow, existing: list[OpenEdge], state: BodyState | None) -> None:
    """Where a body is: with its times where the row gives them (所在地沿革)."""
    line, span, said = row.line, row.line.span(context.as_of), set()
    for item in items_in(line, "located"):
        place = context.references.one(line, "located", PLACE, context.near(line)[1:], item.text)
        said.add(place.id)
        where = {"place": place.id, "kind": row.body.kind}
        context.edge(line, "LOCATED_IN", row.body.id, place.id, item.span or span, properties=where)
    if row.place.id not in said:
        pairs = {("LOCATED_IN", row.body.id, row.place.id): {"place": row.place.id, "kind": row.body.kind}}
        located = [edge for edge in existing if edge.type == "LOCATED_IN"]
        redraw(context, line, pairs, existing=located, state=state, span=span)


def _other(context: Context, line: Line, row: OrganizationRow, name: str, text: str) -> Match:
    other = context.references.one(line, name, BODY, [row.place, *context.near(line)], text)
    if other.id == row.body.id:
        raise RowError("写的是本单位自己，请核对", name)
    return other


def _under(
    context: Context,
    row: OrganizationRow,
    superior: Match,
    leaders: list[OpenEdge],
    state: BodyState | None,
) -> None:
    """上级组织: who leads a body, or only guides it; a government never leads a villagers' committee."""
    line, kind = row.line, kind_of("ties", row.line.text("relation"))
    span = line.span(context.as_of)
    if superior.kind == "town_government" and row.body.kind in COMMITTEES:
        if kind == "LEADS":
            line.warn("镇政府（街道办）对村（居）委会是指导关系，已按指导载入", "relation")
        kind = "GUIDES"
    axis: dict[str, Any] = {"axis": axis_of(kind or "LEADS", superior.kind)}
    if kind == "GUIDES":
        context.edge(line, "GUIDES", superior.id, row.body.id, span, properties=axis)
    elif kind in {None, "LEADS"}:
        pairs = {("LEADS", superior.id, row.body.id): axis | {"primary": True}}
        redraw(context, line, pairs, existing=leaders, state=state, span=span)
    else:
        raise RowError("上级关系只能写“领导”或“指导”；其他关系请写到联动关系表", "relation")
