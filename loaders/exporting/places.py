"""区划与网格 as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wushe.loaders.exporting.attributes import attributes
from wushe.loaders.exporting.cells import Properties, Row, dates, latest, of_node, plain, span
from wushe.loaders.exporting.names import names
from wushe.loaders.exporting.snapshot import Snapshot
from wushe.queries.exporting.places import ExportedPlace
from wushe.schema import FOREVER, schema


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for every place, what it is part of before it."""
    for place in snapshot.places:
        yield _row(place, snapshot)


def _row(place: ExportedPlace, snapshot: Snapshot) -> Row:
    node = place.node
    return {
        "name": node["name"],
        "kind": schema().places[node["kind"]].label,
        "parent": latest(place.parents),
        "code": node.get("code") or node.get("localCode") or "",
        "households": plain(node.get("households")),
        "population": plain(node.get("population")),
        "scope": plain(node.get("scope")),
        "id": node["id"],
        "full_name": plain(node.get("fullName")),
        "parents": of_node(place.parents, node),
        **_covered(place.covers, node),
        **names(_without_code(place.names, node), node, full=node.get("fullName")),
        **dates(node),
        **attributes("places", node),
        **_of_scope(node, snapshot),
    }


def _covered(covers: Sequence[Properties], node: Properties) -> Row:
    """What covers it now, and all that ever did, with the times, where that is more."""
    now = [edge["other"] for edge in sorted(covers, key=lambda edge: edge["id"]) if edge["until"] == FOREVER]
    differs = any(span(edge) != span(node) for edge in covers)
    return {"covered_by": "、".join(now), "covers": of_node(covers, node) if differs else ""}


def _without_code(found: Sequence[Properties], node: Properties) -> list[Properties]:
    """The names without the one that 编码 says."""
    code = node.get("localCode")
    return [name for name in found if name["form"] == "name" or name["text"] != code]


def _of_scope(node: Properties, snapshot: Snapshot) -> Row:
    """Of a county: whether questions are about it, and its area code."""
    if node["kind"] != "county":
        return {}
    code = node["code"]
    return {"in_scope": "是" if code in snapshot.scope else "", "area_code": snapshot.area_codes.get(code, "")}
