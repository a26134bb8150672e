"""Holders that followed each other, came or left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.changes.model import Change, What, joined
from wushe.queries.changes.tenures_changed import TenureChangeRow, tenures_changed
from wushe.schema import Precision
from wushe.schema.values import ChangeKind


def tenure_changes(reader: Reader, bodies: Collection[str], start: date, to: date) -> Iterator[Change]:
    """What happened at the posts of these bodies (ids) from `start` to `to`."""
    left: dict[tuple[str, date], list[TenureChangeRow]] = defaultdict(list)
    came: dict[tuple[str, date], list[TenureChangeRow]] = defaultdict(list)
    for row in tenures_changed(reader, bodies, start, to):
        if start <= row.until <= to:
            left[row.post, row.until].append(row)
        if start <= row.since <= to:
            came[row.post, row.since].append(row)
    for post, day in sorted({*left, *came}):
        yield from _at(post, day, left[post, day], came[post, day])


def _at(post: str, day: date, left: Sequence[TenureChangeRow], came: Sequence[TenureChangeRow]) -> Iterator[Change]:
    """What happened at a post on a day. Somebody whom a roster shows for the first time follows whoever left on that very day;
    else the roster says nothing of the day before."""
    stated = [row for row in came if left or row.precision != Precision.ATTESTED]
    stayed = {row.person for row in left} & {row.person for row in stated}
    for person in sorted(stayed):
        old, new = (next(row for row in rows if row.person == person) for rows in (left, stated))
        if old.status != new.status:
            status = {"before": (old.status,), "after": (new.status,)}
            by, ids = joined(old.by, new.by), {"began": (new.id,), "ended": (old.id,)}
            yield Change(day, ChangeKind.ATTRIBUTE_CHANGED, new.id, What.STATUS, by, **status, **ids)
    gone = [row for row in left if row.person not in stayed]
    new_ones = [row for row in stated if row.person not in stayed]
    if gone and new_ones:
        yield Change(
            day,
            ChangeKind.HOLDER_CHANGED,
            post,
            What.HOLDER,
            joined(*(row.by for row in (*gone, *new_ones))),
            before=tuple(row.person for row in gone),
            after=tuple(row.person for row in new_ones),
            began=tuple(row.id for row in new_ones),
            ended=tuple(row.id for row in gone),
        )
        return
    for row in gone:
        yield Change(day, ChangeKind.ENDED, row.id, What.TENURE, tuple(row.by), ended=(row.id,))
    for row in new_ones:
        yield Change(day, ChangeKind.BEGAN, row.id, What.TENURE, tuple(row.by), began=(row.id,))
