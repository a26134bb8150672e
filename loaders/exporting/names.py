"""The names of a node as cells: 名称沿革 where it has borne several, and 别名."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.loaders.exporting.cells import Properties, Row, again, span
from wushe.loaders.history import written_items
from wushe.schema.text import squeeze


def names(found: Sequence[Properties], node: Properties, *, full: str | None = None) -> Row:
    """What it is called; `full` is the listed form of a division's name, in which its names are written."""
    own = sorted((n for n in found if n["form"] == "name"), key=lambda n: (n["since"], n["id"]))
    others = sorted((n for n in found if n["form"] != "name"), key=lambda n: n["id"])
    only = own[0] if len(own) == 1 else None
    simple = only is not None and _is_simple(only, node, full)
    items = [] if simple else [(n["full"] if full else n["text"], span(n), again(n["id"])) for n in own]
    return {"names": written_items(items), "aliases": written_items(_alias(n, node) for n in others)}


def _is_simple(name: Properties, node: Properties, full: str | None) -> bool:
    """Whether the name is the node's own, and as old as it."""
    same = name["text"] == node["name"] and name["full"] == (full or node["name"])
    return same and span(name) == span(node) and not again(name["id"])


def _alias(name: Properties, node: Properties) -> tuple[str, str, str]:
    dated = span(name) != span(node) or squeeze(name["text"]) == squeeze(node["name"])
    return name["text"], span(name) if dated else "", again(name["id"])
