"""The whole graph in memory, for references that work answers out slowly from every node and edge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from wushe.graph import Graph, Reader
from wushe.schema import schema, statements

Properties = dict[str, Any]
LABELS = ("Body", "Post", "Person", "Duty")


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two of them."""

    kind: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True)
class World:
    """Every body, post, person and duty, and every edge between them, of all times."""

    bodies: dict[str, Properties]
    edges: list[Edge]

    @classmethod
    def of(cls, graph: Graph) -> World:
        """Read a small graph whole."""

        def work(reader: Reader) -> World:
            rows = [row["properties"] for label in LABELS for row in reader.run(statements.all_nodes(label))]
            bodies = {row["id"]: row for row in rows}
            edges = [
                Edge(kind, row["start"], row["end"], row["properties"])
                for kind in schema().all_edges
                for row in reader.run(statements.all_edges(kind))
                if row["start"] in bodies and row["end"] in bodies
            ]
            return cls(bodies, edges)

        return graph.read(work)

    def on(self, day: date) -> World:
        """What is there on a day."""
        bodies = {key: body for key, body in self.bodies.items() if _holds(body, day)}
        edges = [
            edge for edge in self.edges if _holds(edge.properties, day) and edge.start in bodies and edge.end in bodies
        ]
        return World(bodies, edges)

    def kind(self, body: str) -> str:
        """The kind of a body."""
        return str(self.bodies[body]["kind"])

    def ends(self, start: str, kind: str) -> list[str]:
        """Where edges of a kind lead from a body."""
        return sorted(edge.end for edge in self._from[kind, start])

    def starts(self, end: str, kind: str) -> list[str]:
        """From where edges of a kind come to a body."""
        return sorted(edge.start for edge in self._to[kind, end])

    def into(self, end: str, kind: str) -> list[Edge]:
        """The edges of a kind that come to a body."""
        return list(self._to[kind, end])

    def out_of(self, start: str, kind: str) -> list[Edge]:
        """The edges of a kind that lead from a body."""
        return list(self._from[kind, start])

    @cached_property
    def _from(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.kind, edge.start].append(edge)
        return found

    @cached_property
    def _to(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.kind, edge.end].append(edge)
        return found


def _holds(properties: Properties, day: date) -> bool:
    return bool(properties["since"] <= day < properties["until"])
