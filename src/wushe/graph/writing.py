"""Write facts: read what is there, work out the difference, write it in 10,000-row statements inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from wushe.errors import RefusedError
from wushe.graph.connection import Graph, Reader
from wushe.graph.facts import Fact
from wushe.graph.merging import Properties, check, fresh, merged
from wushe.schema import FOREVER, schema, statements

BATCH = 10_000
T = TypeVar("T")
Progress = Callable[[int, int], None]
"""Called with (rows written, rows to write)."""


@dataclass(slots=True)
class LoadRecord:
    """One run: what was read, from which source, for which day. Its id is a hash of content, date and options."""

    id: str
    source: str
    title: str
    sha256: str
    as_of: date
    county: str | None = None
    synthetic: bool = False
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    read: int = 0
    loaded: int = 0
    quarantined: int = 0
    refused: int = 0
    scope: tuple[str, ...] = ()
    """Counties that this load brings into the scope of questions."""
    area_codes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class LoadResult:
    """What a load did to the graph. `already` says that this very load was there and nothing was written."""

    added: int = 0
    changed: int = 0
    ended: int = 0
    attested: int = 0
    already: bool = False

    def add(self, other: LoadResult) -> None:
        """Add the counts of another unit of the same load."""
        self.added += other.added
        self.changed += other.changed
        self.ended += other.ended
        self.attested += other.attested


def known_load(reader: Reader, identifier: str) -> bool:
    """Whether this very load is in the graph, complete."""
    rows = reader.run(statements.nodes_by_id("Load"), ids=[identifier])
    return bool(rows) and rows[0]["properties"]["state"] == "ACTIVE"


def write_load(
    graph: Graph,
    record: LoadRecord,
    build: Callable[[Reader], Sequence[Fact]],
    progress: Progress | None = None,
) -> LoadResult:
    """Write one load in one transaction: the lock first, then what `build` makes of the graph as it then is.

    `build` runs under the lock, so what it reads cannot change before it is written; whatever it raises leaves
    the graph as it was.
    """

    def work(reader: Reader) -> LoadResult:
        locked = reader.run(statements.LOCK)[0]
        if known_load(reader, record.id):
            return LoadResult(already=True)
        result = apply(reader, build(reader), progress)
        widen_scope(reader, locked, record)
        save_record(reader, record, result, "ACTIVE")
        return result

    if graph.read(lambda reader: known_load(reader, record.id)):
        return LoadResult(already=True)
    return graph.write(work)


def widen_scope(reader: Reader, locked: dict[str, Any], record: LoadRecord) -> None:
    """Bring the load's counties into the scope and remember their area codes."""
    scope = list(dict.fromkeys((*locked["scope"], *record.scope)))
    codes = dict(item.split("=", 1) for item in locked["areaCodes"]) | record.area_codes
    area = [f"{county}={code}" for county, code in sorted(codes.items())]
    if scope != locked["scope"] or area != locked["areaCodes"]:
        reader.run(statements.SET_SCOPE, scope=scope, areaCodes=area)


def save_record(reader: Reader, record: LoadRecord, result: LoadResult, state: str) -> None:
    """Write the Source and the Load themselves."""
    source: Properties = {"id": record.source, "title": record.title, "sha256": record.sha256, "asOf": record.as_of}
    source["synthetic"] = record.synthetic
    load: Properties = {
        "id": record.id,
        "source": record.source,
        "state": state,
        "asOf": record.as_of,
        "startedAt": record.started,
        "finishedAt": datetime.now(UTC),
        "read": record.read,
        "loaded": record.loaded,
        "quarantined": record.quarantined,
        "refused": record.refused,
        "added": result.added,
        "changed": result.changed,
        "ended": result.ended,
    }
    if record.county:
        load["county"] = record.county
    reader.run(statements.merge_nodes("Source"), rows=[source])
    reader.run(statements.merge_nodes("Load"), rows=[load])


def apply(reader: Reader, facts: Sequence[Fact], progress: Progress | None) -> LoadResult:
    """Write the difference between `facts` and the graph; nodes before edges."""
    wanted: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        wanted[fact.type].append(fact)
    nodes = [kind for kind in schema().nodes if kind in wanted]
    edges = [kind for kind in schema().all_edges if kind in wanted]
    result, done, made = LoadResult(), 0, _Made()
    for kind in (*nodes, *edges):
        for batch in batches(wanted[kind], BATCH):
            changes = _difference(reader, kind, batch, made, result)
            _write(reader, kind, changes)
            made.add(kind, changes)
            done += len(batch)
            if progress:
                progress(done, len(facts))
    return result


@dataclass(frozen=True, slots=True)
class _Change:
    """A fact to be written with its properties; `new` for one that the graph does not have."""

    fact: Fact
    properties: Properties
    new: bool


@dataclass(slots=True)
class _Made:
    """What this very load has made: nodes, which had no edges before, and edges."""

    nodes: set[str] = field(default_factory=set)
    edges: set[str] = field(default_factory=set)

    def add(self, kind: str, changes: Sequence[_Change]) -> None:
        """Remember what was new."""
        ids = self.nodes if kind in schema().nodes else self.edges
        ids.update(change.fact.id for change in changes if change.new)

    def knows_absent(self, fact: Fact) -> bool:
        """Whether the graph cannot have this edge: one of its ends was not there, and no earlier batch wrote it."""
        return fact.id not in self.edges and (fact.start in self.nodes or fact.end in self.nodes)


def _difference(reader: Reader, kind: str, facts: Sequence[Fact], made: _Made, result: LoadResult) -> list[_Change]:
    before = _before(reader, kind, facts, made)
    after: dict[str, tuple[Fact, Properties]] = {}
    for fact in facts:
        old = after[fact.id][1] if fact.id in after else before.get(fact.id)
        after[fact.id] = (fact, fresh(fact) if old is None else merged(old, fact))
    return [
        _Change(fact, properties, identifier not in before)
        for identifier, (fact, properties) in after.items()
        if _counted(before.get(identifier), properties, result)
    ]


def _before(reader: Reader, kind: str, facts: Sequence[Fact], made: _Made) -> dict[str, Properties]:
    """What the graph has of these facts, asked only for those that may be there."""
    ids = {fact.id for fact in facts if not made.knows_absent(fact)}
    if not ids:
        return {}
    node = schema().nodes.get(kind)
    look_up = statements.nodes_by_id(node.key_label) if node else statements.edges_by_id(kind)
    return {row["properties"]["id"]: row["properties"] for row in reader.run(look_up, ids=list(ids))}


def _counted(old: Properties | None, new: Properties, result: LoadResult) -> bool:
    """Count what becomes of one fact; False when nothing is to be written."""
    if old == new:
        return False
    if old is None:
        result.added += 1
    elif new.get("until", FOREVER) < old.get("until", FOREVER):
        result.ended += 1
    elif {k: v for k, v in old.items() if k not in _BOOKKEEPING} != {
        k: v for k, v in new.items() if k not in _BOOKKEEPING
    }:
        result.changed += 1
    else:
        result.attested += 1
    return True


_BOOKKEEPING = frozenset({"by", "attestedOn", "load"})


def _write(reader: Reader, kind: str, changes: Sequence[_Change]) -> None:
    for change in changes:
        check(change.properties, kind)
    for new in (True, False):
        rows = [change for change in changes if change.new is new]
        if rows and kind in schema().nodes:
            statement = statements.create_nodes(kind) if new else statements.merge_nodes(kind)
            reader.run(statement, rows=[change.properties for change in rows])
        elif rows:
            _write_edges(reader, kind, rows, statements.create_edges if new else statements.merge_edges)


def _write_edges(
    reader: Reader, kind: str, changes: Sequence[_Change], statement: Callable[[str, str, str], str]
) -> None:
    ends: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for change in changes:
        start, end = change.fact.start or "", change.fact.end or ""
        row = {"start": start, "end": end, "properties": change.properties}
        ends[statements.key_label(start), statements.key_label(end)].append(row)
    for (start, end), group in ends.items():
        written = reader.run(statement(kind, start, end), rows=group)[0]["written"]
        if written != len(group):
            raise RefusedError(f"{kind} 有 {len(group) - written} 条关系的一端不存在", hint="整个文件没有载入")


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Slices of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
