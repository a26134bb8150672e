"""What facts would change: each against the properties that the graph has of it, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from wushe.graph.connection import Row, Sender
from wushe.graph.facts import Fact
from wushe.graph.merging import Properties, fresh, merged
from wushe.schema import FOREVER, schema, statements

BATCH = 10_000
BOOKKEEPING = frozenset({"by", "attestedOn", "load"})
"""Properties that say where a fact comes from, not what it says."""
T = TypeVar("T")


class Effect(StrEnum):
    """What a load does to one fact."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class Change:
    """A fact to be written: its properties before (None for one that the graph does not have) and after."""

    fact: Fact
    before: Properties | None
    after: Properties

    @property
    def effect(self) -> Effect:
        """What it comes to."""
        if self.before is None:
            return Effect.ADDED
        if self.after.get("until", FOREVER) < self.before.get("until", FOREVER):
            return Effect.ENDED
        return Effect.CHANGED if any(name not in BOOKKEEPING for name in self.fields) else Effect.ATTESTED

    @property
    def fields(self) -> dict[str, tuple[object, object]]:
        """The properties that differ: old and new, None for one that is not there."""
        before = self.before or {}
        names = dict.fromkeys((*before, *self.after))
        return {n: (before.get(n), self.after.get(n)) for n in names if before.get(n) != self.after.get(n)}


class Batch(NamedTuple):
    """Facts of one type: how many, and what they change."""

    kind: str
    size: int
    changes: list[Change]


def difference(reader: Sender, facts: Sequence[Fact]) -> Iterator[Batch]:
    """The changes that facts bring, kind by kind, nodes before edges, at most `BATCH` targets at a time.

    Each batch is worked out when it is asked for; all facts of one target are in one batch. What the graph has of a batch is
    asked before the batch ahead of it is given, and so never waits for that one to be written.
    """
    made: set[str] = set()
    parts = _parts(facts)
    asked = _ask(reader, *parts[0], made) if parts else _nothing
    for number, (kind, mine) in enumerate(parts, 1):
        changes = _changes(mine, {row["properties"]["id"]: row["properties"] for row in asked()})
        if kind in schema().nodes:
            made.update(change.fact.id for change in changes if change.before is None)
        if number < len(parts):
            asked = _ask(reader, *parts[number], made)
        yield Batch(kind, len(mine), changes)


def _parts(facts: Sequence[Fact]) -> list[tuple[str, list[Fact]]]:
    """The facts of each batch, with their type."""
    wanted: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        wanted[fact.type][fact.id].append(fact)
    return [
        (kind, [fact for one in ids for fact in wanted[kind][one]])
        for kind in (*schema().nodes, *schema().all_edges)
        for ids in batches(list(wanted.get(kind, ())), BATCH)
    ]


def _changes(facts: Sequence[Fact], before: dict[str, Properties]) -> list[Change]:
    after: dict[str, tuple[Fact, Properties]] = {}
    for fact in facts:
        old = after[fact.id][1] if fact.id in after else before.get(fact.id)
        after[fact.id] = (fact, fresh(fact) if old is None else merged(old, fact))
    changes = [Change(fact, before.get(one), properties) for one, (fact, properties) in after.items()]
    return [change for change in changes if change.before != change.after]


def _ask(reader: Sender, kind: str, facts: Sequence[Fact], made: set[str]) -> Callable[[], list[Row]]:
    """Ask what the graph has of these facts; edges of a node that was not there before are not asked for."""
    ids = {fact.id for fact in facts if fact.start not in made and fact.end not in made}
    if not ids:
        return _nothing
    node = schema().nodes.get(kind)
    look_up = statements.nodes_by_id(node.key_label) if node else statements.edges_by_id(kind)
    return reader.send(look_up, ids=list(ids))


def _nothing() -> list[Row]:
    return []


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Slices of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
