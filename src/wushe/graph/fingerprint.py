"""One hash of everything in the graph that is not bookkeeping: equal graphs have equal fingerprints."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from wushe.graph.connection import WORK_TIMEOUT, Graph, Reader
from wushe.schema import schema, statements

LEFT_OUT = frozenset({"Graph", "Load", "WritePage"})
PROVENANCE = frozenset({"by", "attestedOn"})
"""Properties that say who attests a fact, and for which day."""


def fingerprint(graph: Graph, *, provenance: bool = True) -> str:
    """A hash over all nodes and edges with their properties.

    Left out: Graph, Load and its pages, and which of its attestations a fact had first, so that the order of loads does not count.
    Without `provenance` also sources and attestations: then two graphs are equal that say the same of the world.
    """
    apart = LEFT_OUT if provenance else LEFT_OUT | {"Source"}
    hidden = frozenset({"load"}) if provenance else PROVENANCE | {"load"}

    def work(reader: Reader) -> str:
        digest = hashlib.sha256()
        for label in sorted({n.key_label for n in schema().nodes.values() if n.label not in apart}):
            for row in reader.run(statements.all_nodes(label)):
                _add(digest, label, sorted(row["labels"]), _shown(row["properties"], hidden))
        for kind in sorted(schema().all_edges):
            for row in reader.run(statements.all_edges(kind)):
                _add(digest, kind, [row["start"], row["end"]], _shown(row["properties"], hidden))
        return digest.hexdigest()

    return graph.read(work, timeout=WORK_TIMEOUT)


def _shown(properties: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    return {k: sorted(v) if k == "by" else v for k, v in properties.items() if k not in hidden}


def _add(digest: Any, kind: str, ends: list[str], properties: dict[str, Any]) -> None:
    digest.update(json.dumps([kind, ends, properties], sort_keys=True, ensure_ascii=False, default=str).encode())
