"""Bodies that were renamed or came to lie elsewhere, and ties that began or ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.changes.edges_changed import EdgeChangeRow, edges_changed
from wushe.queries.changes.model import Change, What, joined
from wushe.schema import Precision, schema
from wushe.schema.values import ChangeKind

WHERE = {"PART_OF": What.PART, "LOCATED_IN": What.SEAT, "COVERS": What.COVER}
NAMES, SUCCEEDED = "NAMES", "SUCCEEDED_BY"


def edge_changes(reader: Reader, bodies: Collection[str], start: date, to: date) -> Iterator[Change]:
    """What happened to names, places and ties of these bodies (ids) from `start` to `to`."""
    ties = [kind for kind in schema().ties if kind != SUCCEEDED]
    rows = edges_changed(reader, bodies, [NAMES, *WHERE, *ties], start, to)
    for row in rows:
        if row.kind in ties:
            yield from _of_tie(row, start, to)
    lost: Turns = defaultdict(list)
    found: Turns = defaultdict(list)
    for row in rows:
        own = 0 if row.kind in {"PART_OF", "LOCATED_IN"} else 1
        if row.kind not in ties and row.id == (row.start, row.end)[own]:
            if start <= row.until <= to and row.until < row.ended[own]:
                lost[row.id, row.kind, row.until].append(row)
            if start <= row.since <= to and row.since > row.began[own]:
                found[row.id, row.kind, row.since].append(row)
    for key in sorted({*lost, *found}):
        yield from (_renamed if key[1] == NAMES else _moved)(key, lost[key], found[key])


Turns = defaultdict[tuple[str, str, date], list[EdgeChangeRow]]
"""Edges of one kind of a body that turned on one day."""


def _of_tie(row: EdgeChangeRow, start: date, to: date) -> Iterator[Change]:
    """A tie that came or went, unless it came or went with one of its ends."""
    if start <= row.since <= to and row.precision != Precision.ATTESTED and row.since not in row.began:
        yield Change(row.since, ChangeKind.BEGAN, row.edge, What.TIE, tuple(row.by), began=(row.edge,))
    if start <= row.until <= to and row.until not in row.ended:
        yield Change(row.until, ChangeKind.ENDED, row.edge, What.TIE, tuple(row.by), ended=(row.edge,))


def _renamed(
    key: tuple[str, str, date], lost: Sequence[EdgeChangeRow], found: Sequence[EdgeChangeRow]
) -> Iterator[Change]:
    """Another name on the day on which the last one ended."""
    before = sorted(row.text or "" for row in lost)
    after = sorted(row.text or "" for row in found)
    if before and after and before != after:
        by = joined(*(row.by for row in (*lost, *found)))
        yield Change(key[2], ChangeKind.RENAMED, key[0], What.NAME, by, before=tuple(before), after=tuple(after))


def _moved(
    key: tuple[str, str, date], lost: Sequence[EdgeChangeRow], found: Sequence[EdgeChangeRow]
) -> Iterator[Change]:
    """Where a body that was there before and after came to lie on a day; to lie nowhere is a change too.

    What a document only shows from that day on is new where something else ended on that very day.
    """
    stated = [row for row in found if lost or row.precision != Precision.ATTESTED]
    before, after = {_other(row) for row in lost}, {_other(row) for row in stated}
    if before != after:
        by = joined(*(row.by for row in (*lost, *stated)))
        ends = {"before": tuple(sorted(before - after)), "after": tuple(sorted(after - before))}
        yield Change(key[2], ChangeKind.MOVED, key[0], WHERE[key[1]], by, **ends)


def _other(row: EdgeChangeRow) -> str:
    return row.end if row.id == row.start else row.start
