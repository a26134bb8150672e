"""Divisions that a table brings: an export of one graph holds the provinces, counties, towns and villages for another.

Only a row with its 标识 does; a list of divisions needs none, and a name alone may be a slip of the pen.
"""

from __future__ import annotations

import re
from typing import Any

from wushe.loaders.context import Context
from wushe.loaders.divisions.claims import LEVELS
from wushe.loaders.divisions.facts import FORMED
from wushe.loaders.history import items_in, texts
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import PLACE
from wushe.loaders.registry import target
from wushe.queries.matches import Match
from wushe.schema.ids import place_code, scope_county
from wushe.schema.naming import form_of

_ID = re.compile(r"place:(?P<code>\d{2,12})(?:~\d{4}-\d{2}-\d{2})?")
_AREA_CODE = re.compile(r"0\d{2,3}")


def brings(context: Context, line: Line, given: str | None, kind: str | None) -> bool:
    """Whether a row brings a division that neither the graph nor an earlier row has."""
    if given is None or kind is None or kind not in LEVELS.values():
        return False
    references = context.references
    return references.registry.get(given) is None and not references.in_graph(given, PLACE)


def division(context: Context, line: Line, given: str, kind: str, upper: Match | None) -> Match:
    """The division of a row.

    Raises:
        RowError: its 标识 is not that of its 编码 and 类型.
    """
    found = _ID.fullmatch(given)
    if found is None or LEVELS.get(len(found["code"])) != kind or line.text("code") not in {None, found["code"]}:
        raise RowError(f"标识“{given}”与编码、类型不符；标识由导出填写，新行请空着", "id")
    place = target(given, "Place", kind, line.required("name"), upper)
    context.references.registry.add(place, (found["code"], line.text("full_name"), *texts(items_in(line, "aliases"))))
    return place


def division_properties(line: Line, place: Match) -> dict[str, Any]:
    """What only the row of a division that it brings says of it."""
    code = place_code(place.id).partition("~")[0]
    form = form_of(place.kind, place.name)
    return {
        "kind": place.kind,
        "name": place.name,
        "fullName": full_name(line, place),
        "form": form if form or place.kind not in FORMED else "",
        "code": code,
        "county": scope_county(code),
    }


def full_name(line: Line, place: Match) -> str:
    """The listed form of a division's name."""
    return line.text("full_name") or place.name


def widen(context: Context, line: Line, place: Match, *, brought: bool) -> None:
    """A county comes into the scope of questions: as 纳入范围 says, else because the row brings it; and its 区号."""
    if place.kind != "county":
        return
    code = scope_county(place_code(place.id))
    if line.text("in_scope") == "是" or (brought and "in_scope" not in line.headers):
        context.scope.append(code)
    area_code = line.text("area_code")
    if area_code and not _AREA_CODE.fullmatch(area_code):
        line.warn("区号以 0 开头，共三到四位，如 0827；没有采用", "area_code")
    elif area_code:
        context.brought_codes[code] = area_code
