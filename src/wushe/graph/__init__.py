"""The graph: one connection, one shape of fact, one way to write, one fingerprint."""

from wushe.graph.connection import Graph, Reader, Sender, open_graph
from wushe.graph.facts import Attestation, Fact, edge, node
from wushe.graph.fingerprint import fingerprint
from wushe.graph.prepare import prepare
from wushe.graph.writing import LoadRecord, LoadResult, known_load, write_load

__all__ = [
    "Attestation",
    "Fact",
    "Graph",
    "LoadRecord",
    "LoadResult",
    "Reader",
    "Sender",
    "edge",
    "fingerprint",
    "known_load",
    "node",
    "open_graph",
    "prepare",
    "write_load",
]
