"""Bring a server to the schema this program declares."""

from __future__ import annotations

from wushe.errors import UnavailableError
from wushe.graph.connection import Graph
from wushe.schema import statements
from wushe.schema.registry import SCHEMA_VERSION


def prepare(graph: Graph) -> None:
    """Create constraints and indexes when they are not there; refuse a graph made by a newer program.

    Two programs may do so at once: whoever comes second finds what is there, and waits for what is being written.
    """
    found = _version(graph)
    if found == SCHEMA_VERSION:
        return
    if found is not None and found > SCHEMA_VERSION:
        raise UnavailableError(f"图的模式版本是 {found}，本程序只认识到 {SCHEMA_VERSION}", hint="请升级 wushe")
    for text in (*statements.constraints(), *statements.indexes()):
        graph.statement(text)
    graph.statement(statements.AWAIT_INDEXES)
    if _version(graph) != SCHEMA_VERSION:
        graph.write(lambda reader: reader.run(statements.SET_SCHEMA_VERSION))


def _version(graph: Graph) -> int | None:
    rows = graph.read(lambda reader: reader.run(statements.SCHEMA_VERSION_OF))
    return rows[0]["version"] if rows else None
