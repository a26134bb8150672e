"""The least that could be done with the rows of a load: a plain loop of the driver, UNWIND and MERGE, nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import neo4j
from neo4j import GraphDatabase

from tests.bench.measuring import Cost, Server
from wushe.graph.connection import plain
from wushe.graph.difference import BATCH
from wushe.schema import schema, statements

Rows = list[dict[str, Any]]
BOOKKEEPING = frozenset({"Graph", "Load", "Source", "WritePage"})
"""Nodes about loads: a bare loop keeps none."""


def load_bare(ours: Server, bare: Server, loads: Collection[str]) -> tuple[int, Cost]:
    """Merge what these loads have made in our graph into the other one: how many facts, and at what cost.

    The rows are those very property maps, read from our graph a batch at a time; only the statements are timed.
    """
    facts, cost = 0, Cost()
    with _session(ours) as source, _session(bare) as target:
        for statement, rows in _prepared(source, list(loads)):
            with bare.measuring(cost):
                target.run(statement, rows=rows).consume()
            facts += len(rows)
    return facts, cost


@contextmanager
def _session(server: Server) -> Iterator[neo4j.Session]:
    at = server.endpoint
    with (
        GraphDatabase.driver(at.uri, auth=(at.user, at.password)) as driver,
        driver.session(database=at.database) as session,
    ):
        yield session


def _prepared(source: neo4j.Session, loads: list[str]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows, nodes before edges."""
    for label in (label for label in schema().nodes if label not in BOOKKEEPING):
        found = source.run(f"MATCH (n:{label}) WHERE n.load IN $loads RETURN properties(n) AS row", loads=loads)
        for rows in _batches(found):
            yield statements.merge_nodes(label), [row["row"] for row in rows]
    for kind in schema().all_edges:
        found = source.run(
            f"MATCH (a)-[r:{kind}]->(b) WHERE r.load IN $loads "
            "RETURN a.id AS start, b.id AS end, properties(r) AS properties",
            loads=loads,
        )
        for rows in _batches(found):
            yield from _by_ends(kind, rows)


def _by_ends(kind: str, rows: Rows) -> Iterator[tuple[str, Rows]]:
    """The rows by the labels under which the ids of their ends are unique."""
    groups: dict[tuple[str, str], Rows] = defaultdict(list)
    for row in rows:
        groups[statements.key_label(row["start"]), statements.key_label(row["end"])].append(row)
    for (start, end), group in groups.items():
        yield statements.merge_edges(kind, start, end), group


def _batches(found: neo4j.Result) -> Iterator[Rows]:
    records = (plain(record.data()) for record in found)
    while rows := list(islice(records, BATCH)):
        yield rows
