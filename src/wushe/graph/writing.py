"""Write facts: read what is there, work out the difference, write it in 10,000-row statements inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Protocol

from wushe.errors import RefusedError, UnavailableError
from wushe.graph.connection import Graph, Reader, Row, Sender
from wushe.graph.difference import Change, Effect, difference
from wushe.graph.facts import Fact
from wushe.graph.memory import refuse_too_many
from wushe.graph.merging import Properties, check
from wushe.graph.records import LABEL, Recorder
from wushe.schema import schema, statements

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
    version: int = 0
    """The version of the graph that it made, known once it has the lock."""
    series: dict[str, str] = field(default_factory=dict)
    """Which series of lists each sheet ("" in a text file) is of."""
    complete: bool = False
    """Whether it is the whole list of each of its series."""
    unit: int | None = None
    """Of a load by units: how many are written, and of how many."""
    units: int | None = None


@dataclass(slots=True)
class LoadResult:
    """What a load did to the graph. `already` says that this very load was there and nothing was written."""

    added: int = 0
    changed: int = 0
    ended: int = 0
    attested: int = 0
    already: bool = False

    def count(self, changes: Sequence[Change]) -> None:
        """Count what becomes of facts."""
        for change in changes:
            effect = change.effect
            self.added += effect is Effect.ADDED
            self.changed += effect is Effect.CHANGED
            self.ended += effect is Effect.ENDED
            self.attested += effect is Effect.ATTESTED

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

    def work(reader: Sender) -> LoadResult:
        locked = reader.run(statements.LOCK)[0]
        if known_load(reader, record.id):
            return LoadResult(already=True)
        refuse_beside_another(reader, record.id)
        record.version, recorder = locked["version"], recorder_of(reader, record.id)
        facts = build(reader)
        refuse_too_many(graph, len(facts))
        result = apply(reader, facts, progress, recorder)
        widen_scope(reader, locked, record)
        save_record(reader, record, result, "ACTIVE", recorder)
        return result

    if graph.read(lambda reader: known_load(reader, record.id)):
        return LoadResult(already=True)
    return graph.write(work)


def recorder_of(reader: Reader, load: str) -> Recorder:
    """A recorder that goes on from the pages an earlier unit of the load has written."""
    return Recorder(load, reader.run(statements.PAGE_COUNT_OF, load=load)[0]["pages"])


class HalfDoneError(UnavailableError):
    """Another load is half done."""


def refuse_beside_another(reader: Reader, *loads: str) -> None:
    """Nothing is written while another load is half done: what it still brings may be what this one rests on.

    Raises:
        HalfDoneError: there is one; the message names it.
    """
    for other in reader.run(statements.APPLYING, ids=list(loads)):
        raise HalfDoneError(
            f"{other['title']} 还没有载入完（{other['id']}），本次没有写入任何内容",
            hint="请先在原来的机器上运行 wushe load --resume，或把那个文件再载入一次，它会接着载完",
        )


def widen_scope(reader: Reader, locked: dict[str, Any], record: LoadRecord) -> None:
    """Bring the load's counties into the scope and remember their area codes."""
    scope = list(dict.fromkeys((*locked["scope"], *record.scope)))
    codes = dict(item.split("=", 1) for item in locked["areaCodes"]) | record.area_codes
    area = [f"{county}={code}" for county, code in sorted(codes.items())]
    if scope != locked["scope"] or area != locked["areaCodes"]:
        reader.run(statements.SET_SCOPE, scope=scope, areaCodes=area)


def save_record(
    reader: Reader, record: LoadRecord, result: LoadResult, state: str, recorder: Recorder | None = None
) -> None:
    """Write the Source, the Load itself, and the pages of what it wrote."""
    source: Properties = {"id": record.source, "title": record.title, "sha256": record.sha256, "asOf": record.as_of}
    source["synthetic"] = record.synthetic
    load: Properties = {
        "id": record.id,
        "source": record.source,
        "title": record.title,
        "state": state,
        "asOf": record.as_of,
        "version": record.version,
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
    if record.unit is not None:
        load |= {"unit": record.unit, "units": record.units}
    if record.county:
        load["county"] = record.county
    if record.series:
        load |= {"complete": record.complete, "sheets": list(record.series), "series": list(record.series.values())}
    reader.run(statements.merge_nodes("Source"), rows=[source])
    reader.run(statements.merge_nodes("Load"), rows=[load])
    if recorder and (pages := list(recorder.rows())):
        reader.run(statements.merge_nodes(LABEL), rows=pages)


class Listener(Protocol):
    """Is told of changes as they are written."""

    def add(self, changes: Sequence[Change]) -> None:
        """These were written."""


def apply(
    reader: Sender, facts: Sequence[Fact], progress: Progress | None, recorder: Listener | None = None
) -> LoadResult:
    """Write the difference between `facts` and the graph; nodes before edges.

    Rows are got ready while the server writes those before them.
    """
    result, done, behind = LoadResult(), 0, _nothing_behind
    for kind, size, changes in difference(reader, facts):
        for statement in _statements(kind, changes):
            behind()
            behind = statement.sent(reader)
        result.count(changes)
        if recorder:
            recorder.add(changes)
        done += size
        if progress:
            progress(done, len(facts))
    behind()
    return result


def preview(reader: Sender, facts: Sequence[Fact]) -> list[Change]:
    """What `apply` would write, and nothing is written."""
    return [change for batch in difference(reader, facts) for change in batch.changes]


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement that writes rows of a kind and gives back how many it has written."""

    kind: str
    text: str
    rows: Sequence[Any]
    common: Properties

    def sent(self, reader: Sender) -> Callable[[], None]:
        """Send it; what is given waits for it.

        Raises:
            RefusedError (when waited for): an end of an edge is not there.
        """
        told = reader.send(self.text, rows=self.rows, common=self.common)
        return lambda: self._all_there(told())

    def _all_there(self, told: Sequence[Row]) -> None:
        if missing := len(self.rows) - told[0]["written"]:
            raise RefusedError(f"{self.kind} 有 {missing} 条关系的一端不存在", hint="整个文件没有载入")


def _nothing_behind() -> None:
    """There is no statement to wait for."""


def _statements(kind: str, changes: Sequence[Change]) -> Iterator[_Statement]:
    for change in changes:
        check(change.after, kind)
    new = [change for change in changes if change.before is None]
    known = [change for change in changes if change.before is not None]
    common = in_common([change.after for change in new])
    if kind in schema().nodes:
        if new:
            yield _Statement(kind, statements.create_nodes(kind), [own(c.after, common) for c in new], common)
        if known:
            yield _Statement(kind, statements.merge_nodes(kind), [change.after for change in known], {})
        return
    for (start, end), group in _by_ends(new, common).items():
        yield _Statement(kind, statements.create_edges(kind, start, end), group, common)
    for (start, end), group in _by_ends(known, {}).items():
        yield _Statement(kind, statements.merge_edges(kind, start, end), group, {})


def in_common(rows: Sequence[Properties]) -> Properties:
    """The very values that all rows share (the days of a file, mostly): told to the server once, not with every row."""
    common, unsaid = dict(rows[0]) if rows else {}, object()
    for row in rows:
        if unlike := [name for name, value in common.items() if row.get(name, unsaid) is not value]:
            common = {name: value for name, value in common.items() if name not in unlike}
    return common


def own(row: Properties, common: Properties) -> Properties:
    """What a row has besides."""
    return {name: value for name, value in row.items() if name not in common}


def _by_ends(changes: Sequence[Change], common: Properties) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Edges as rows, by the labels under which the ids of their ends are unique."""
    ends: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for change in changes:
        start, end = change.fact.start or "", change.fact.end or ""
        row = {"start": start, "end": end, "properties": own(change.after, common)}
        ends[statements.key_label(start), statements.key_label(end)].append(row)
    return ends
