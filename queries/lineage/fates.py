"""What became of places: by what kind of change, on which day, and of those that were in a place, where each is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.children import children
from wushe.queries.lineage.bodies_ended import bodies_ended
from wushe.queries.lineage.parents_on import parents_on
from wushe.queries.lineage.succession_rows import SuccessionRow, succession_rows
from wushe.queries.names_on import names_on
from wushe.schema.values import ChangeKind

STEPS = 4
"""Changes that are followed one after another."""
MOST = 2_000
"""Places in one place."""


@dataclass(frozen=True, slots=True)
class Fate:
    """`start` became `end` on a day; None where nothing is known to have followed it.

    A place that is still there is its own `end`: MOVED on the day it came to lie elsewhere, RENAMED, or (BEGAN) as it was.
    """

    start: str
    end: str | None
    on: date
    kind: ChangeKind
    inferred: bool = False
    rule: str | None = None
    by: tuple[str, ...] = ()


def successions_at(reader: Reader, place: str) -> tuple[list[Fate], list[Fate]]:
    """What a place (id) came from, and what it became: one step back, one step on."""
    rows = succession_rows(reader, [place])
    return [fate_of(row) for row in rows if row.end == place], [fate_of(row) for row in rows if row.start == place]


def fates(reader: Reader, place: str, then: date, today: date) -> list[Fate]:
    """What became by `today` of each place that lay in a place (id) `then`, by id; several of one that was divided."""
    rows = children(reader, [place], kinds=None, by="ID", descending=False, after=None, limit=MOST, as_of=then)
    ids = [row.id for row in rows]
    there = parents_on(reader, ids, today)
    names, later = names_on(reader, ids, then), names_on(reader, list(there), today)
    ends = _ends(reader, [one for one in ids if one not in there], today)
    found: list[Fate] = []
    for one in ids:
        row = there.get(one)
        if row is None:
            found += ends[one]
            continue
        kind = ChangeKind.RENAMED if names.get(one) != later.get(one) else ChangeKind.BEGAN
        kind, day = (ChangeKind.MOVED, row.lying) if row.parent != place else (kind, row.since)
        found.append(Fate(one, one, day, kind, by=tuple(row.by)))
    return found


def _ends(reader: Reader, gone: Collection[str], today: date) -> dict[str, list[Fate]]:
    """What is there today of places that are not."""
    onward: dict[str, list[SuccessionRow]] = defaultdict(list)
    frontier = list(gone)
    for _ in range(STEPS):
        rows = [row for row in succession_rows(reader, frontier) if row.start in frontier] if frontier else []
        for row in rows:
            onward[row.start].append(row)
        frontier = [row.end for row in rows if row.end not in onward]
    there = set(parents_on(reader, {row.end for rows in onward.values() for row in rows}, today))
    closed = _closed(reader, [one for one in gone if not onward[one]])
    return {one: _followed(one, onward, there, STEPS) or closed.get(one, []) for one in gone}


def _followed(start: str, onward: dict[str, list[SuccessionRow]], there: set[str], steps: int) -> list[Fate]:
    """The ends of every way from a place to what is there."""
    found: list[Fate] = []
    for row in onward.get(start, ()):
        own = fate_of(row)
        if row.end in there or steps == 1:
            found.append(own)
            continue
        later = _followed(row.end, onward, there, steps - 1)
        found += [Fate(start, end.end, own.on, own.kind, own.inferred, own.rule, own.by) for end in later] or [own]
    return list({fate.end: fate for fate in reversed(found)}.values())[::-1]


def _closed(reader: Reader, places: Collection[str]) -> dict[str, list[Fate]]:
    """Places that nothing is known to have followed: the day on which each was no more."""
    rows = bodies_ended(reader, places) if places else []
    return {row.id: [Fate(row.id, None, row.until, ChangeKind.ENDED, by=tuple(row.by))] for row in rows}


def fate_of(row: SuccessionRow) -> Fate:
    """A succession by its kind: divided, brought together, under another code or another name."""
    if row.parts > 1:
        kind = ChangeKind.SPLIT
    elif row.sources > 1:
        kind = ChangeKind.MERGED
    else:
        kind = ChangeKind.RECODED if row.before == row.after else ChangeKind.RENAMED
    return Fate(row.start, row.end, row.began, kind, row.inferred, row.rule, tuple(row.by))
