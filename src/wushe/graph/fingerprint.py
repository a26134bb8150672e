"""One hash of everything in the graph that is not bookkeeping: equal graphs have equal fingerprints."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from wushe.graph.connection import Graph, Reader
from wushe.schema import schema, statements

LEFT_OUT = frozenset({"Graph", "Load", "WritePage"})


def fingerprint(graph: Graph) -> str:
    """A hash over all nodes and edges with their properties.

    Left out: Graph, Load and its pages, and which of its attestations a fact had first, so that the order of loads does not count.
    """

    def work(reader: Reader) -> str:
        digest = hashlib.sha256()
        for label in sorted({n.key_label for n in schema().nodes.values() if n.label not in LEFT_OUT}):
            for row in reader.run(statements.all_nodes(label)):
                _add(digest, label, sorted(row["labels"]), row["properties"])
        for kind in sorted(schema().all_edges):
            for row in reader.run(statements.all_edges(kind)):
                _add(digest, kind, [row["start"], row["end"]], row["properties"])
        return digest.hexdigest()

    return graph.read(work)


def _add(digest: Any, kind: str, ends: list[str], properties: dict[str, Any]) -> None:
    facts = {k: sorted(v) if k == "by" else v for k, v in properties.items() if k != "load"}
    digest.update(json.dumps([kind, ends, facts], sort_keys=True, ensure_ascii=False, default=str).encode())
