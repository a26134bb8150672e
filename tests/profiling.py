"""Database hits of reads: the same statements under PROFILE."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import neo4j
from neo4j import GraphDatabase

from wushe.graph import Reader
from wushe.graph.connection import plain
from wushe.queries.text import cypher
from wushe.settings import Endpoint

T = TypeVar("T")
QUERIES = Path(str(files("wushe.queries")))
NAMES = {
    cypher(name): name
    for name in (path.relative_to(QUERIES).with_suffix("").as_posix() for path in QUERIES.rglob("*.cypher"))
}
"""The names of the query files by their texts."""


class ProfilingReader:
    """A reader that adds up what each statement cost the store."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction
        self.hits: Counter[str] = Counter()

    def run(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """Run one statement under PROFILE."""
        result = self._transaction.run("PROFILE " + query, parameters)
        rows = [plain(dict(record)) for record in result]
        self.hits[NAMES.get(query, query[:60])] += hits_of(result.consume().profile or {})
        return rows


def hits_of(profile: dict[str, Any]) -> int:
    """The hits of a plan and all its children."""
    return int(profile.get("dbHits", 0)) + sum(hits_of(child) for child in profile.get("children", []))


def profiled(endpoint: Endpoint, work: Callable[[Reader], T]) -> tuple[T, Counter[str]]:
    """Run `work` and give its result with the hits of each of its statements.

    Plans are made anew, from statistics taken now: those that the server keeps may be of the tiny graph of an earlier test.
    """
    with (
        GraphDatabase.driver(endpoint.uri, auth=(endpoint.user, endpoint.password)) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        session.run("CALL db.prepareForReplanning(60)").consume()
        transaction = session.begin_transaction()
        reader = ProfilingReader(transaction)
        return work(reader), reader.hits
