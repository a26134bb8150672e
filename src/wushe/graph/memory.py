"""Whether the server's memory for transactions is enough for what is to be written: asked before anything is."""

from __future__ import annotations

import re

from wushe.errors import RefusedError
from wushe.graph.connection import Graph
from wushe.schema import statements

FACT_BYTES = 5_000
"""Transaction memory that one fact takes, measured: a node or an edge with its properties and index entries."""
SHARE = 0.7
"""Of the heap, what all transactions may take when nothing else is set: Neo4j's default."""
_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}
_SIZE = re.compile(r"([\d.]+)\s*([kmgt]?)i?b?", re.IGNORECASE)


def room(graph: Graph) -> int | None:
    """Bytes that one transaction may take; None when the server does not say, or sets no limit."""
    said = {row["name"]: row["value"] for row in graph.settings()}
    heap = bytes_in(said.get("server.memory.heap.max_size"))
    limits = [bytes_in(value) for name, value in said.items() if name in statements.MEMORY_LIMITS]
    shared = [limit for limit in limits if limit]
    if not shared and heap:
        shared = [int(heap * SHARE)]
    return min(shared, default=None)


def bytes_in(text: object) -> int | None:
    """A size as the server writes it (1.00GiB, 512m); None for none, which 0 means too."""
    match = _SIZE.fullmatch(str(text or "").strip())
    return int(float(match[1]) * _UNITS[match[2].lower()]) or None if match else None


def refuse_too_many(graph: Graph, facts: int) -> None:
    """Refuse what would exhaust the server half-way.

    Raises:
        RefusedError: it would; nothing was written.
    """
    limit = room(graph)
    needed = facts * FACT_BYTES
    if limit is not None and needed > limit:
        raise RefusedError(
            f"{facts} 条事实一次写入约需 {_mega(needed)} MB 事务内存，数据库只允许 {_mega(limit)} MB，这一步没有写入",
            hint="请调大数据库的 server.memory.heap.max_size 或 dbms.memory.transaction.total.max，或把文件分成几个",
        )


def _mega(size: int) -> int:
    return -(-size // 2**20)
