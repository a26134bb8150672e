"""区划与网格: counts and other names of divisions; grids, groups, estates and cells with what covers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from wushe.loaders.attributes import attributes_in
from wushe.loaders.changing import ATTESTED, name_body, redraw
from wushe.loaders.context import Context, attempt, county_of, settle
from wushe.loaders.lines import Line, RowError
from wushe.loaders.local_names import infer_kind, local_name, parent_in
from wushe.loaders.names import Naming
from wushe.loaders.references import DIVISIONS, PLACE, several
from wushe.loaders.registry import target
from wushe.loaders.values import count_of
from wushe.loaders.words import kind_of
from wushe.queries.body_states import BodyState, body_states
from wushe.queries.matches import Match
from wushe.queries.open_edges import OpenEdge, open_edges
from wushe.schema import schema
from wushe.schema.ids import local_place_id, place_code


@dataclass(slots=True)
class PlaceRow:
    """A row and the place it is: `label` for a local one, `parent` its village."""

    line: Line
    place: Match
    parent: Match | None = None


def build_places(context: Context, lines: Sequence[Line]) -> None:
    """Identify every row's place, then say what the rows say of them."""
    rows: list[PlaceRow] = []
    context.references.fetch([line for line in lines if not _is_local(line)], DIVISIONS)
    settle(lines, partial(_identify, context, rows))
    states = body_states(context.reader, [row.place.id for row in rows])
    for row in rows:
        attempt(row.line, partial(_facts, context, row, states.get(row.place.id)))
    covered = [row for row in rows if not row.line.failed and row.line.items("covered_by")]
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
        for text in row.line.items("covered_by")
    }
    context.references.ask(PLACE, [grid for grid in grids if context.references.registry.get(grid) is None])


def _is_local(line: Line) -> bool:
    """Whether a row says that it is a grid, a group, an estate or a cell: its name is known by its parent's."""
    kind = kind_of("places", line.text("kind"))
    return kind is not None and not schema().places[kind].division


def _identify(context: Context, rows: list[PlaceRow], line: Line) -> bool:
    name = line.required("name")
    kind = _kind(line, name)
    if kind is None or schema().places[kind].division:
        rows.append(PlaceRow(line, _division(context, line, name, kind)))
        return True
    parent = _parent(context, line, kind, name)
    named = local_name(kind, name, parent)
    identifier = _given(line) or local_place_id(parent.id, kind, named.label)
    place = target(identifier, "Place", kind, named.name, parent)
    context.references.registry.add(place, (name, line.text("code"), *line.items("aliases")))
    rows.append(PlaceRow(line, place, parent))
    return True


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
    code = line.text("code")
    found = context.references.candidates(code, PLACE) if code and code.isdigit() else []
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
    place, span = row.place, line.span(context.as_of) if row.parent else ATTESTED
    properties = {
        "households": _count(line, "households"),
        "population": _count(line, "population"),
        "scope": line.text("scope"),
        **attributes_in(line, place.kind),
    }
    words = line.items("aliases")
    if row.parent is not None:
        code = line.text("code")
        properties |= {"kind": place.kind, "name": place.name, "county": county_of(place), "localCode": code}
        context.edge(line, "PART_OF", place.id, row.parent.id, span)
        name_body(context, line, place, state, span)
        words += [code] if code else []
    context.node(line, "Place", place.id, properties, span)
    for word in dict.fromkeys(words):
        if word != place.name:
            context.name(line, Naming(place.id, county_of(place), place.kind, word, form="alias"), span)


def _count(line: Line, name: str) -> int | None:
    text = line.text(name)
    count = count_of(text) if text else None
    if text and count is None:
        line.warn("不是整数，未载入", name)
    return count


def _covers(context: Context, row: PlaceRow, existing: list[OpenEdge], state: BodyState | None, line: Line) -> None:
    grids = [_grid(context, row, text) for text in line.items("covered_by")]
    pairs: dict[tuple[str, str, str], dict[str, Any]] = {("COVERS", grid.id, row.place.id): {} for grid in grids}
    redraw(context, line, pairs, existing=existing, state=state, span=line.span(context.as_of))


def _grid(context: Context, row: PlaceRow, text: str) -> Match:
    near = [row.parent, *context.near(row.line)]
    if row.parent is not None:
        label = local_name("grid", text, row.parent)
        found = context.references.candidates(local_place_id(row.parent.id, "grid", label.label), PLACE)
        if len(found) == 1:
            return found[0]
    grid = context.references.one(row.line, "covered_by", PLACE, near, text)
    if grid.kind != "grid":
        raise RowError(f"“{text}”不是网格（{place_code(grid.id)}）", "covered_by")
    return grid
