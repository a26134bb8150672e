"""Take a load back: its attestations, the facts that lose their last one, and its changes, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain

from wushe.errors import BadInputError, RefusedError
from wushe.graph.connection import Graph, Reader
from wushe.graph.difference import BATCH, batches
from wushe.graph.facts import Attestation
from wushe.graph.merging import Properties
from wushe.graph.records import Write, unpacked
from wushe.graph.writing import refuse_beside_another
from wushe.schema import Precision, schema, statements

NAMED = 3
"""Facts that are named in a refusal."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: facts removed, facts set back, facts that stay because others attest them."""

    load: str
    title: str
    removed: int
    restored: int
    kept: int

    @property
    def counts(self) -> dict[str, int]:
        """The three numbers by name."""
        return {"removed": self.removed, "restored": self.restored, "kept": self.kept}


def undo_load(graph: Graph, identifier: str) -> Undone:
    """Take a load back, to the graph as it was before it.

    Raises:
        BadInputError: no such load, or it is not in force.
        RefusedError: a later load changed what it wrote, says it again, or stands on it; the message names that load.
    """

    def work(reader: Reader) -> Undone:
        locked = reader.run(statements.LOCK)[0]
        load = load_in_force(reader, identifier)
        refuse_beside_another(reader, identifier)
        undone = take_back(reader, load)
        close(reader, load, locked["version"])
        return undone

    return graph.write(work)


def load_in_force(reader: Reader, identifier: str) -> Properties:
    """The properties of a load that may be undone.

    Raises:
        BadInputError: there is none.
    """
    rows = reader.run(statements.nodes_by_id("Load"), ids=[identifier])
    if not rows:
        raise BadInputError(f"没有这次载入：{identifier}", hint="载入的编号见 wushe load 的报告，或 GraphQL 的 loads")
    load: Properties = rows[0]["properties"]
    if load["state"] == "UNDONE":
        raise BadInputError(f"{load['title']} 的这次载入已经撤销过", hint="图没有改动")
    return load


def close(reader: Reader, load: Properties, version: int) -> None:
    """Mark a load as undone; its pages go, and its source if no other load read it."""
    load = {**load, "state": "UNDONE", "undoneAt": datetime.now(UTC), "version": version}
    reader.run(statements.merge_nodes("Load"), rows=[load])
    reader.run(statements.DELETE_PAGES_OF, load=load["id"])
    reader.run(statements.DELETE_UNUSED_SOURCE, source=load["source"])


def take_back(reader: Reader, load: Properties) -> Undone:
    """Set every fact that a load wrote back, and remove those that it alone attests."""
    writes = one_each(writes_of(reader, load["id"]))
    _refuse_touched(reader, load, {write.target for write in writes})
    removed: dict[str, list[str]] = defaultdict(list)
    restored: dict[str, list[Properties]] = defaultdict(list)
    changed = 0
    for write, after in _afterwards(reader, load, writes):
        if after is None:
            removed[write.type].append(write.target)
        else:
            restored[write.type].append(after)
            changed += bool(write.told)
    refuse_bearing(reader, removed)
    for kind, rows in restored.items():
        for batch in batches(rows, BATCH):
            reader.run(statements.replace_by_id(kind), rows=batch)
    remove(reader, removed)
    gone = sum(map(len, removed.values()))
    return Undone(load["id"], load["title"], gone, changed, sum(map(len, restored.values())) - changed)


def writes_of(reader: Reader, load: str) -> Iterator[Write]:
    """Everything that a load wrote or attested, in the order in which it did."""
    return chain.from_iterable(unpacked(page["content"]) for page in reader.run(statements.PAGES_OF, load=load))


def one_each(writes: Iterable[Write]) -> list[Write]:
    """One write for each target, which parts of one load may have written in turn: from what it was before the first."""
    found: dict[str, Write] = {}
    for write in writes:
        first = found.get(write.target)
        found[write.target] = write if first is None else _joined(first, write)
    return list(found.values())


def _joined(first: Write, then: Write) -> Write:
    if first.made:
        return first
    fields = {**first.fields, **then.fields}
    return replace(first, fields={n: (first.fields.get(n, values)[0], values[1]) for n, values in fields.items()})


def remove(reader: Reader, ids: Mapping[str, Sequence[str]]) -> None:
    """Delete edges, then nodes, by id."""
    for kind in sorted(ids, key=lambda kind: kind in schema().nodes):
        for batch in batches(ids[kind], BATCH):
            reader.run(statements.delete_by_id(kind), ids=batch)


def refuse_bearing(reader: Reader, removed: Mapping[str, Collection[str]]) -> None:
    """Nothing that stays may hang on what goes.

    Raises:
        RefusedError: an edge that another load attests does; the message names the load.
    """
    going = {one for ids in removed.values() for one in ids}
    for kind, ids in removed.items():
        if kind not in schema().nodes:
            continue
        for batch in batches(list(ids), BATCH):
            edges = reader.run(statements.edges_at(kind), ids=batch)
            if loads := {Attestation.parse(by).load for edge in edges if edge["id"] not in going for by in edge["by"]}:
                raise RefusedError(f"后来的载入依托于它写的内容，不能撤销：{_titles(reader, loads)}", hint=_FIRST)


def _titles(reader: Reader, loads: Iterable[str]) -> str:
    rows = reader.run(statements.nodes_by_id("Load"), ids=sorted(loads)[:NAMED])
    return "；".join(f"{row['properties'].get('title', '')}（{row['properties']['id']}）" for row in rows)


_FIRST = "请先撤销那次载入"


def _refuse_touched(reader: Reader, load: Properties, targets: Collection[str]) -> None:
    """Stop where a later load changed, and did not merely attest again, what this one wrote."""
    for later in reader.run(statements.LATER_LOADS, version=load["version"]):
        pages = (page for page in reader.run(statements.PAGES_OF, load=later["id"]) if not page["attested"])
        touched = [w for page in pages for w in unpacked(page["content"]) if not w.made and w.target in targets]
        if touched:
            raise RefusedError(
                f"后来的载入 {later['title']}（{later['id']}）又改了其中 {len(touched)} 条，不能撤销",
                hint=_FIRST,
            )


def _afterwards(reader: Reader, load: Properties, writes: Sequence[Write]) -> Iterator[tuple[Write, Properties | None]]:
    """Each write with what its target becomes: None for one that nothing attests any more."""
    of_type: dict[str, list[Write]] = defaultdict(list)
    for write in writes:
        of_type[write.type].append(write)
    for kind, mine in of_type.items():
        node = schema().nodes.get(kind)
        look_up = statements.nodes_by_id(node.key_label) if node else statements.edges_by_id(kind)
        for batch in batches(mine, BATCH):
            rows = reader.run(look_up, ids=[write.target for write in batch])
            now = {row["properties"]["id"]: row["properties"] for row in rows}
            days = _days(reader, now.values())
            for write in batch:
                if write.target in now:
                    _refuse_vouched(reader, now[write.target], write, load, days)
                    yield write, _without(now[write.target], write, load, days)


def _days(reader: Reader, found: Iterable[Properties]) -> dict[str, date]:
    loads = {Attestation.parse(by).load for properties in found for by in properties["by"]}
    return {row["id"]: row["asOf"] for row in reader.run(statements.DAYS_OF_LOADS, ids=sorted(loads))}


def _refuse_vouched(reader: Reader, now: Properties, write: Write, load: Properties, days: Mapping[str, date]) -> None:
    """Stop where a later load, of the same day or a newer one, says again what this one changed: it would be untold.

    Raises:
        RefusedError: one does; the message names it.
    """
    said = set(write.told)
    if now.get("sincePrecision") == Precision.ATTESTED:
        said -= {"since", "sincePrecision"}  # the day of an older file: a newer one says nothing of it
    if said and (later := [one for one in _after(now, load) if days.get(one, date.min) >= load["asOf"]]):
        raise RefusedError(f"后来的载入也写明了它改动的内容，不能撤销：{_titles(reader, later)}", hint=_FIRST)


def _after(now: Properties, load: Properties) -> list[str]:
    """The loads that attest a fact and came after this one."""
    loads = [Attestation.parse(by).load for by in now["by"]]
    last = max((position for position, one in enumerate(loads) if one == load["id"]), default=-1)
    return list(dict.fromkeys(loads[last + 1 :]))


def _without(now: Properties, write: Write, load: Properties, days: Mapping[str, date]) -> Properties | None:
    """The properties of a fact without what a load did to it."""
    loads = [Attestation.parse(by).load for by in now["by"]]
    kept = [by for by, one in zip(now["by"], loads, strict=True) if one != load["id"]]
    if not kept:
        return None
    later = [days[one] for one in _after(now, load) if one in days]
    before = {**now, **{name: old for name, (old, _) in write.fields.items()}}
    before |= {"by": kept, "load": Attestation.parse(kept[0]).load}
    if write.made and later:
        before |= _attested_by(now, later, load["asOf"])
    elif "attestedOn" in write.fields:
        before["attestedOn"] = max([write.fields["attestedOn"][0], *later])
    return {name: value for name, value in before.items() if value is not None}


def _attested_by(now: Properties, later: Sequence[date], day: date) -> Properties:
    """A fact that this load made and later ones attested: it was first seen when they saw it."""
    found: Properties = {"attestedOn": max(later)}
    if now.get("sincePrecision") == Precision.ATTESTED and now["since"] == day:
        found["since"] = min(later)
    return found
