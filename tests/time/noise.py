"""What was before a day and what comes after it: everything of the day again, and edges that could be, once over and once to be.

The one has ended on the day itself, for `until` is exclusive; the other begins on the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from tests.time.district import DAY, NEXT
from wushe.graph import Fact, Graph, LoadRecord, Reader, write_load
from wushe.schema import Precision, schema, statements
from wushe.schema.ids import edge_id, name_id, named_by

DOUBLE = "~"
"""Stands in the id of a double."""
LONG_AGO = date(2021, 6, 1)
SIDES = {"before": (LONG_AGO, DAY), "after": (NEXT, date.max)}
"""The days on which what was before, and what comes after, holds."""
BOOKKEEPING = {"id", "since", "until", "sincePrecision", "untilPrecision", "attestedOn", "by", "load"}
SEATS = {
    "IN": "a post has one body for ever: its id holds it",
    "NAMES": "a name has the dates of its edge: see `_names`",
}
"""Edges that are not put between all that they could join, and why."""
OTHERS = 3
"""To how many others of its kind each node is joined."""
UNDATED = {edge.type for edge in schema().all_edges.values() if edge.type == "BROADER"}

Properties = dict[str, Any]
Joined = tuple[str, str, str, Properties]
"""The kind of an edge, its ends and its properties."""


@dataclass
class Things:
    """Every node by id with its label, and the edges of the district itself that hold on the day."""

    labels: dict[str, str] = field(default_factory=dict)
    nodes: dict[str, Properties] = field(default_factory=dict)
    edges: list[Joined] = field(default_factory=list)

    @classmethod
    def of(cls, graph: Graph) -> Things:
        """Read a small graph whole."""
        return graph.read(cls._read)

    @classmethod
    def _read(cls, reader: Reader) -> Things:
        things = cls()
        for declared in schema().nodes.values():
            if declared.dated or declared.label == "Matter":
                for row in reader.run(statements.all_nodes(declared.label)):
                    things.labels[row["properties"]["id"]] = declared.label
                    things.nodes[row["properties"]["id"]] = row["properties"]
        for kind in schema().all_edges:
            for row in reader.run(statements.all_edges(kind)):
                if kind not in UNDATED and _holds(row["properties"]) and DOUBLE not in row["start"] + row["end"]:
                    things.edges.append((kind, row["start"], row["end"], row["properties"]))
        return things

    def there(self) -> set[str]:
        """The dated nodes that hold on the day, but for names."""
        return {
            one for one, label in self.labels.items() if label not in {"Name", "Matter"} and _holds(self.nodes[one])
        }

    def sort(self, identifier: str) -> tuple[str, str]:
        """Label and kind of a node."""
        return self.labels[identifier], str(self.nodes[identifier].get("kind", ""))


def add_noise(graph: Graph, side: str) -> None:
    """Add what was before the day, or what comes after it."""
    things, span = Things.of(graph), SIDES[side]
    source = f"source:{side}"
    record = LoadRecord(f"load:{side}", source, f"{side}.xlsx", side, span[0], county="511903", synthetic=True)
    write_load(graph, record, lambda _: list(_noise(things, Maker(side, span))))


@dataclass
class Maker:
    """Makes facts of one side, each with an id of its own."""

    side: str
    span: tuple[date, date]
    numbers: Iterator[int] = field(default_factory=lambda: count(900))

    def edge(self, kind: str, start: str, end: str, properties: Properties, *, left: bool = False) -> Fact:
        """An edge like another; one that was `left` holds on the day itself, though an end of it does not."""
        if kind == "LOCATED_IN":
            properties = {**properties, "place": end}
        span = (LONG_AGO, date.max) if left else self.span
        return self._fact(kind, edge_id(kind, start, end, next(self.numbers)), properties, span, start, end)

    def node(self, label: str, identifier: str, properties: Properties) -> Fact:
        """A node like another."""
        return self._fact(label, identifier, properties, self.span)

    def other(self, identifier: str) -> str:
        """The id of the double of a node: in the same ranges of the indexes."""
        return f"{identifier}{DOUBLE}{self.side}"

    def _fact(self, kind: str, identifier: str, properties: Properties, span: tuple[date, date], *ends: str) -> Fact:
        (since, until), (start, end) = span, ends or (None, None)
        own = {name: value for name, value in properties.items() if name not in BOOKKEEPING}
        by = (f"load:{self.side}#{self.side}!1",)
        day = Precision.DAY
        return Fact(kind, identifier, own, since, by, since, until, day, day, start, end)


def _noise(things: Things, maker: Maker) -> Iterator[Fact]:
    yield from _doubles(things, maker)
    yield from _pairs(things, maker)
    yield from _names(things, maker)


def _doubles(things: Things, maker: Maker) -> Iterator[Fact]:
    """Every dated node once more, joined to all that the node itself is joined to; and each post again in the body's double.

    Lists end a village, and not what is located in it: these edges hold on the day, and only their ends tell that they count no more.
    """
    dated = things.there()
    for one in sorted(dated):
        yield maker.node(things.labels[one], maker.other(one), things.nodes[one])
    for kind, start, end, properties in things.edges:
        if kind == "NAMES":
            continue
        if start in dated:
            yield maker.edge(kind, maker.other(start), end, properties, left=True)
        if end in dated:
            yield maker.edge(kind, start, maker.other(end), properties, left=kind not in SEATS)
    yield from _posts_of_doubles(things, maker)


def _posts_of_doubles(things: Things, maker: Maker) -> Iterator[Fact]:
    holders: dict[str, list[tuple[str, Properties]]] = defaultdict(list)
    for kind, start, end, properties in things.edges:
        if kind == "HOLDS":
            holders[end].append((start, properties))
    for kind, post, body, properties in things.edges:
        if kind == "IN":
            moved = post.replace(f"post:{body}:", f"post:{maker.other(body)}:")
            yield maker.node("Post", moved, things.nodes[post])
            yield maker.edge(kind, moved, maker.other(body), properties, left=True)
            for person, held in holders[post]:
                yield maker.edge("HOLDS", person, moved, held, left=True)


def _pairs(things: Things, maker: Maker) -> Iterator[Fact]:
    """For every edge, ones like it from each node of its start's kind to some of its end's kind, and beside all that are there."""
    by_sort: dict[tuple[str, str], list[str]] = defaultdict(list)
    for identifier in things.nodes:
        by_sort[things.sort(identifier)].append(identifier)
    done: set[tuple[object, ...]] = set()
    for kind, start, end, properties in things.edges:
        own = {name: value for name, value in properties.items() if name not in {*BOOKKEEPING, "place"}}
        told = (kind, things.sort(start), things.sort(end), tuple(sorted(own.items(), key=str)))
        if kind in SEATS or told in done:
            continue
        done.add(told)
        joined = {(one, two) for like, one, two, _ in things.edges if like == kind}
        starts, ends = by_sort[things.sort(start)], by_sort[things.sort(end)]
        for number, one in enumerate(starts):
            others = {ends[(number + step) % len(ends)] for step in range(OTHERS)}
            for two in ends:
                if one != two and (two in others or (one, two) in joined):
                    yield maker.edge(kind, one, two, properties)


def _names(things: Things, maker: Maker) -> Iterator[Fact]:
    """Every body under the name of every other of its kind and of its double, and every double under that of its own."""
    named: dict[tuple[str, str], list[Properties]] = defaultdict(list)
    for identifier, label in things.labels.items():
        if label == "Name" and _holds(things.nodes[identifier]):
            named[things.sort(named_by(identifier))].append(things.nodes[identifier])
    for one in sorted(one for one in things.there() if things.labels[one] in {"Place", "Organization"}):
        for name in named[things.sort(one)]:
            for bearer in (one, maker.other(one)):
                identifier = maker.other(name_id(bearer, name["form"], name["text"]))
                yield maker.node("Name", identifier, name)
                yield maker.edge("NAMES", identifier, bearer, {})


def _holds(properties: Properties) -> bool:
    return bool(properties["since"] <= DAY < properties["until"])
