"""Bring a server to the schema this program declares."""

from __future__ import annotations

from wushe.errors import UnavailableError
from wushe.graph.connection import Graph, Reader
from wushe.graph.difference import BATCH
from wushe.schema import statements
from wushe.schema.addresses import landmark_keys
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
    while found is not None and graph.write(_fill_landmarks):
        pass
    if _version(graph) != SCHEMA_VERSION:
        graph.write(lambda reader: reader.run(statements.SET_SCHEMA_VERSION))


def _fill_landmarks(reader: Reader) -> int:
    """Landmarks of places that a program of an earlier version loaded; how many places had none."""
    rows = reader.run(statements.WITHOUT_LANDMARKS, limit=BATCH)
    filled = [{"id": row["id"], "landmarks": landmark_keys(row["scope"])} for row in rows]
    reader.run(statements.SET_LANDMARKS, rows=filled)
    return len(rows)


def _version(graph: Graph) -> int | None:
    rows = graph.read(lambda reader: reader.run(statements.SCHEMA_VERSION_OF))
    return rows[0]["version"] if rows else None
