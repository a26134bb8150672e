"""How properties are written into cells, so that the loader reads the same from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from wushe.loaders.history import written_date, written_end, written_items, written_span

_AGAIN = re.compile(r"~(\d{4}-\d{2}-\d{2})$")

Row = dict[str, str]
"""A row of a table by field."""
Properties = Mapping[str, Any]


def dates(properties: Properties) -> Row:
    """起始日期 and 终止日期 of a node or an edge."""
    return {
        "since": written_date(properties["since"], properties["sincePrecision"]),
        "until": written_end(properties["until"], properties["untilPrecision"]),
    }


def span(properties: Properties) -> str:
    """Both in one cell."""
    return written_span(
        properties["since"], properties["until"], properties["sincePrecision"], properties["untilPrecision"]
    )


def number(value: float) -> str:
    """A number in plain figures: 12, 0.38."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(value: object) -> str:
    """Any value of an attribute; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return number(value)
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def again(identifier: str) -> str:
    """The last listed day of an earlier time of the same name, with which its id ends; else nothing."""
    found = _AGAIN.search(identifier)
    return found[1] if found else ""


def of_node(edges: Iterable[Properties], node: Properties) -> str:
    """Edges as a list of ids, each with its span; nothing for a single one that has held as long as the node itself."""
    found = sorted(edges, key=lambda edge: (edge["since"], edge["id"]))
    if len(found) == 1 and span(found[0]) == span(node) and not _number(found[0]):
        return ""
    return written_items((edge["other"], span(edge), _number(edge)) for edge in found)


def latest(edges: Sequence[Properties]) -> str:
    """The id at the other end of the edge that holds longest; nothing for no edge."""
    return max(edges, key=lambda edge: (edge["until"], edge["since"], edge["id"]))["other"] if edges else ""


def _number(edge: Properties) -> str:
    """The last listed day of an earlier time of the same edge, in the form of `items_in`: its id ends with it in figures."""
    tail = str(edge["id"]).rpartition(":")[2]
    return f"{tail[:4]}-{tail[4:6]}-{tail[6:]}" if len(tail) == _DAY and tail.isdigit() else ""


_DAY = 8
"""Figures of a day; the code of no division has so many."""
