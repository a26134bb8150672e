"""Take out of the graph what no longer follows from the lists: a new list can split one place into two."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from wushe.graph import Fact, Reader
from wushe.loaders.divisions.claims import is_division_attestation
from wushe.queries.county_divisions import DivisionRow
from wushe.schema import statements


@dataclass(frozen=True, slots=True)
class _Held:
    """A node or an edge in the graph with its attestations."""

    type: str
    id: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What goes (ids by type), and what stays with fewer attestations (rows of {id, by, load} by type)."""

    removed: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def forgetting(rows: Iterable[DivisionRow], facts: Collection[Fact]) -> Forgetting:
    """What the graph has of these places that no longer follows from the lists, whose facts these are."""
    wanted = {fact.id: fact.by for fact in facts}
    found = Forgetting()
    for held in _held(rows):
        kept = [t for t in held.by if not is_division_attestation(t) or t in wanted.get(held.id, ())]
        if len(kept) == len(held.by):
            continue
        if not kept and held.id not in wanted:
            found.removed.setdefault(held.type, []).append(held.id)
        else:
            by = kept or list(wanted[held.id])
            row = {"id": held.id, "by": by, "load": by[0].partition("#")[0]}
            found.changed.setdefault(held.type, []).append(row)
    return found


def carry_out(reader: Reader, found: Forgetting) -> None:
    """Write it."""
    for kind, items in found.changed.items():
        reader.run(statements.set_attestations(kind), rows=items)
    for kind in ("SUCCEEDED_BY", "NAMES", "PART_OF", "Name", "Place"):
        if kind in found.removed:
            reader.run(statements.delete_by_id(kind), ids=found.removed[kind])


def _held(rows: Iterable[DivisionRow]) -> Iterable[_Held]:
    for row in rows:
        yield _Held("Place", row.id, row.by)
        for name in row.names:
            yield _Held("Name", name.id, name.by)
            yield _Held("NAMES", name.edge, name.by)
        for parent in row.parents:
            yield _Held("PART_OF", parent.id, parent.by)
        for successor in row.successors:
            yield _Held("SUCCEEDED_BY", successor.id, successor.by)
