"""区划与网格: counts and other names of divisions; grids, groups, estates and cells with what covers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from wushe.loaders.attributes import attributes_in
from wushe.loaders.changing import ATTESTED, name_or_history, other_names, redraw
from wushe.loaders.context import Context, attempt, county_of, settle
from wushe.loaders.divisions.facts import again_number
from wushe.loaders.history import items_in, texts
from wushe.loaders.lines import Line, RowError
from wushe.loaders.local_names import LocalName, infer_kind, local_name, parent_in
from wushe.loaders.names import Naming, Span
from wushe.loaders.references import DIVISIONS, PLACE, is_bare, several
from wushe.loaders.registry import target
from wushe.loaders.tables.divisions import brings, division, division_properties, full_name, widen
from wushe.loaders.values import count_of
from wushe.loaders.words import kind_of
from wushe.queries.body_states import BodyState, body_states
from wushe.queries.matches import Match
from wushe.queries.open_edges import OpenEdge, open_edges
from wushe.schema import FOREVER, Precision, schema
from wushe.schema.addresses import landmark_keys
from wushe.schema.ids import local_place_id, place_code
from wushe.schema.text import squeeze


@dataclass(slots=True)
class PlaceRow:
    """A row and the place it is: `parent` is that of a local one, its village, and of a division that the row brings."""

    line: Line
    place: Match
    parent: Match | None = None
    brought: bool = False
    """A division that the graph does not have."""


def build_places(context: Context, lines: Sequence[Line]) -> None:
    """Identify every row's place, then say what the rows say of them."""
    rows: list[PlaceRow] = []
    context.references.fetch([line for line in lines if not _is_local(line)], DIVISIONS)
    settle(lines, partial(_identify, context, rows))
    _tell_differing(rows)
    states = body_states(context.reader, [row.place.id for row in rows])
    for row in rows:
        attempt(row.line, partial(_facts, context, row, states.get(row.place.id)))
    covered = [row for row in rows if not row.line.failed and (row.line.text("covered_by") or row.line.text("covers"))]
    edges: dict[str, list[OpenEdge]] = defaultdict(list)
    for edge in open_edges(context.reader, [row.place.id for row in covered if row.place.id in states]):
        if edge.type == "COVERS":
            edges[edge.body].append(edge)
    _ask_for_grids(context, covered)
    for row in covered:
        attempt(row.line, partial(_covers, context, row, edges[row.place.id], states.get(row.place.id)))


def _ask_for_grids(context: Context, rows: Sequence[PlaceRow]) -> None:
    """Look up at once the grids that rows name and the file does not bring."""
    grids = {
        local_place_id(row.parent.id, "grid", local_name("grid", text, row.parent).label)
        for row in rows
        if row.parent is not None
        for text in (*row.line.items("covered_by"), *texts(items_in(row.line, "covers")))
    }
    context.references.ask(PLACE, [grid for grid in grids if context.references.registry.get(grid) is None])


def _is_local(line: Line) -> bool:
    """Whether a row says that it is a grid, a group, an estate or a cell: its name is known by its parent's."""
    kind = kind_of("places", line.text("kind"))
    return kind is not None and not schema().places[kind].division


def _identify(context: Context, rows: list[PlaceRow], line: Line) -> bool:
    name = line.required("name")
    kind = _kind(line, name)
    given = _given(line)
    if given and kind and brings(context, line, given, kind):
        upper = _superior(context, line)
        if upper is None and line.text("parent"):
            return False
        rows.append(PlaceRow(line, division(context, line, given, kind, upper), upper, brought=True))
        return True
    if kind is None or schema().places[kind].division:
        rows.append(PlaceRow(line, _division(context, line, name, kind)))
        return True
    parent = _parent(context, line, kind, name)
    named = local_name(kind, name, parent)
    if given and _bears(context, given, name):
        named = LocalName(named.label, name)
    identifier = given or local_place_id(parent.id, kind, named.label)
    place = target(identifier, "Place", kind, named.name, parent)
    context.references.registry.add(place, (name, line.text("code"), *texts(items_in(line, "aliases"))))
    rows.append(PlaceRow(line, place, parent))
    return True


def _bears(context: Context, given: str, name: str) -> bool:
    """Whether a place bears this very name, or is new with it: its village may have been renamed since."""
    known = context.references.in_graph(given, PLACE)
    return all(squeeze(match.name) == squeeze(name) for match in known)


def _kind(line: Line, name: str) -> str | None:
    text = line.text("kind")
    kind = kind_of("places", text)
    if text and kind is None:
        line.warn(f"类型“{text}”不能识别，按名称判断", "kind")
    return kind or infer_kind(name, line.headers.get("name"))


def _given(line: Line) -> str | None:
    """The id that an export wrote."""
    text = line.text("id")
    if text and not text.startswith("place:"):
        line.warn("标识不是地点的标识，未采用", "id")
        return None
    return text


def _division(context: Context, line: Line, name: str, kind: str | None) -> Match:
    near = [_superior(context, line), *context.near(line)]
    code = _given(line) or line.text("code")
    found = context.references.candidates(code, PLACE) if code and place_code(code)[:2].isdigit() else []
    place = found[0] if len(found) == 1 else context.references.one(line, "name", PLACE, near)
    if kind and place.kind != kind:
        raise RowError(f"“{name}”在图中是{schema().places[place.kind].label}，与类型列不符，请核对", "kind")
    return place


def _superior(context: Context, line: Line) -> Match | None:
    text = line.text("parent")
    found = context.references.candidates(text, PLACE) if text else []
    return found[0] if len(found) == 1 else None


def _parent(context: Context, line: Line, kind: str, name: str) -> Match:
    """The village a local place lies in: its 上级, else what its name begins with, else what the file is about."""
    written = line.text("parent") or parent_in(kind, name)
    if written:
        parent = context.references.one(line, "parent", PLACE, context.near(line)[1:], written)
    else:
        home = context.default_place(line)
        if home is None or home.kind != "village":
            raise RowError("没有写明所属的村（社区），请填写上级", "parent")
        parent = home
    if parent.kind != "village" and schema().places[parent.kind].rank > schema().places["village"].rank:
        parent = _village(context, line, parent)
    if parent.kind != "village":
        raise RowError(
            f"上级“{written}”是{schema().places[parent.kind].label}；网格、小组、小区要写所属的村（社区）", "parent"
        )
    return parent


def _village(context: Context, line: Line, part: Match) -> Match:
    """The village of a grid that was written as the parent."""
    found = context.references.candidates(part.places[1], PLACE)
    if len(found) != 1:
        raise RowError(several(part.name, found), "parent")
    return found[0]


def _facts(context: Context, row: PlaceRow, state: BodyState | None, line: Line) -> None:
    place, local = row.place, row.parent is not None and not row.brought
    span = line.span(context.as_of) if local or row.brought else _listed(place)
    scope = line.text("scope")
    properties = {
        "households": _count(line, "households"),
        "population": _count(line, "population"),
        "scope": scope,
        "landmarks": landmark_keys(scope) if scope else None,
        **attributes_in(line, place.kind),
    }
    aliases = other_names(context, line, place, span)
    if row.brought:
        properties |= division_properties(line, place)
        name_or_history(context, line, place, state, span, full=full_name(line, place))
        _part_of(context, row, span)
    elif local:
        code = line.text("code")
        properties |= {"kind": place.kind, "name": place.name, "county": county_of(place), "localCode": code}
        _part_of(context, row, span)
        name_or_history(context, line, place, state, span)
        if code and code not in {place.name, *aliases}:
            context.name(line, Naming(place.id, county_of(place), place.kind, code, form="alias"), span)
    context.node(line, "Place", place.id, properties, span)
    widen(context, line, place, brought=row.brought)


def _listed(place: Match) -> Span:
    """When a division of the graph holds is for lists to say: a row of it neither ends it nor begins it anew."""
    if place.until is None:
        return ATTESTED
    return Span(None, place.until, Precision.ATTESTED, Precision.ATTESTED)


def _tell_differing(rows: Sequence[PlaceRow]) -> None:
    """Report rows that give one place another number than a row before: the later one stands."""
    before: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows:
        for name in ("households", "population"):
            text = row.line.text(name)
            count = count_of(text) if text else None
            if count is None:
                continue
            known = before.setdefault((row.place.id, name), (row.line.row, count))
            if known[1] != count:
                row.line.warn(
                    f"“{row.place.name}”在第 {known[0]} 行写的是 {known[1]}，这里是 {count}；以后一行为准，请核对", name
                )
            before[row.place.id, name] = (row.line.row, count)


def _part_of(context: Context, row: PlaceRow, span: Span) -> None:
    """What a place is part of: with its times where the row gives them (上级沿革)."""
    line, said = row.line, set()
    for item in items_in(line, "parents"):
        upper = context.references.one(line, "parents", PLACE, context.near(line)[1:], item.text)
        said.add(upper.id)
        number = again_number(item.again)
        context.edge(line, "PART_OF", row.place.id, upper.id, item.span or span, number=number)
    if row.parent and row.parent.id not in said:
        context.edge(line, "PART_OF", row.place.id, row.parent.id, ATTESTED if said else span)


def _count(line: Line, name: str) -> int | None:
    text = line.text(name)
    count = count_of(text) if text else None
    if text and count is None:
        line.warn("不是整数，未载入", name)
    return count


def _covers(context: Context, row: PlaceRow, existing: list[OpenEdge], state: BodyState | None, line: Line) -> None:
    span, open_now = line.span(context.as_of), set()
    for item in items_in(line, "covers"):
        grid = _grid(context, row, item.text)
        context.edge(line, "COVERS", grid.id, row.place.id, item.span or span)
        open_now |= {grid.id} if item.span is None or item.span.until == FOREVER else set()
    grids = [_grid(context, row, text) for text in line.items("covered_by")]
    if line.text("covers") and {grid.id for grid in grids} == open_now:
        return
    pairs: dict[tuple[str, str, str], dict[str, Any]] = {("COVERS", grid.id, row.place.id): {} for grid in grids}
    redraw(context, line, pairs, existing=existing, state=state, span=span)


def _grid(context: Context, row: PlaceRow, text: str) -> Match:
    near = [row.parent, *context.near(row.line)]
    here = [] if is_bare(text) else context.references.registry.find(text, PLACE)
    if len(here) == 1 and here[0].kind == "grid":
        return here[0]
    if row.parent is not None:
        label = local_name("grid", text, row.parent)
        found = context.references.candidates(local_place_id(row.parent.id, "grid", label.label), PLACE)
        if len(found) == 1:
            return found[0]
    grid = context.references.one(row.line, "covered_by", PLACE, near, text)
    if grid.kind != "grid":
        raise RowError(f"“{text}”不是网格（{place_code(grid.id)}）", "covered_by")
    return grid
