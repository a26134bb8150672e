"""The one shape in which loaders hand facts to the graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.schema import FOREVER, Precision
from wushe.schema.ids import edge_id


@dataclass(frozen=True, slots=True)
class Attestation:
    """Where a fact was read: the load, the sheet (None in text files) and the row a person sees, from 1."""

    load: str
    sheet: str | None
    row: int | None

    def __str__(self) -> str:
        return f"{self.load}#{self.sheet or ''}!{self.row or ''}"

    @classmethod
    def parse(cls, text: str) -> Attestation:
        """The reverse of `str`; sheet names may hold any character."""
        load, _, place = text.partition("#")
        sheet, _, row = place.rpartition("!")
        return cls(load, sheet or None, int(row) if row else None)


@dataclass(slots=True)
class Fact:
    """A node or an edge to be in the graph. `since` and `until` are half-open; `attested` is the day its source speaks for."""

    type: str
    """The node's label or the edge's type."""
    id: str
    properties: dict[str, Any]
    attested: date
    by: tuple[str, ...]
    since: date
    until: date = FOREVER
    since_precision: Precision = Precision.ATTESTED
    until_precision: Precision = Precision.UNKNOWN
    start: str | None = None
    end: str | None = None
    exact: bool = False
    """The dates are the whole truth, worked out from all lists: they replace what is there."""
    widen: bool = False
    """It began at the latest on `since`: the earliest day that any source gives stands (a post is as old as its first tenure)."""

    @property
    def is_edge(self) -> bool:
        """Whether this is an edge."""
        return self.start is not None


def node(
    label: str,
    identifier: str,
    properties: dict[str, Any],
    *,
    attested: date,
    by: tuple[str, ...],
    since: date | None = None,
    until: date = FOREVER,
    since_precision: Precision | None = None,
    until_precision: Precision = Precision.UNKNOWN,
    exact: bool = False,
    widen: bool = False,
) -> Fact:
    """A node fact; without `since` it is attested on the day its source speaks for."""
    return Fact(
        label,
        identifier,
        {k: v for k, v in properties.items() if v is not None},
        attested,
        by,
        since or attested,
        until,
        since_precision or (Precision.DAY if since else Precision.ATTESTED),
        until_precision,
        exact=exact,
        widen=widen,
    )


def edge(
    kind: str,
    start: str,
    end: str,
    properties: dict[str, Any] | None = None,
    *,
    attested: date,
    by: tuple[str, ...],
    since: date | None = None,
    until: date = FOREVER,
    since_precision: Precision | None = None,
    until_precision: Precision = Precision.UNKNOWN,
    number: int | None = None,
    exact: bool = False,
    widen: bool = False,
) -> Fact:
    """An edge fact from `start` to `end` (ids); its id is made from its type, its ends and `number`."""
    return Fact(
        kind,
        edge_id(kind, start, end, number),
        {k: v for k, v in (properties or {}).items() if v is not None},
        attested,
        by,
        since or attested,
        until,
        since_precision or (Precision.DAY if since else Precision.ATTESTED),
        until_precision,
        start,
        end,
        exact,
        widen,
    )
