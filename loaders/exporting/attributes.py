"""The attributes that kinds of bodies declare, under their labels."""

from __future__ import annotations

from wushe.loaders.exporting.cells import Properties, Row, plain
from wushe.loaders.headers import kinds_of
from wushe.schema.registry import attributes_of
from wushe.schema.text import squeeze


def columns(table: str) -> dict[str, str]:
    """The label of every attribute that rows of a table may have; two of one label share a column."""
    return {squeeze(one.label): one.label for one in attributes_of(kinds_of(table)).values()}


def attributes(table: str, node: Properties) -> Row:
    """What a body has of what its kind declares, by label."""
    declared = kinds_of(table)[node["kind"]].attributes
    return {squeeze(one.label): plain(node[code]) for code, one in declared.items() if node.get(code) is not None}
