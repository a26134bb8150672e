"""What the graph has of the facts of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wushe.graph import Fact, Reader
from wushe.schema import schema, statements


def states(reader: Reader, facts: Iterable[Fact]) -> dict[str, dict[str, Any]]:
    """The properties of those of these facts that the graph has, by id."""
    ids: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        ids[fact.type].add(fact.id)
    found: dict[str, dict[str, Any]] = {}
    for kind, mine in ids.items():
        node = schema().nodes.get(kind)
        look_up = statements.nodes_by_id(node.key_label) if node else statements.edges_by_id(kind)
        found |= {row["properties"]["id"]: row["properties"] for row in reader.run(look_up, ids=sorted(mine))}
    return found
