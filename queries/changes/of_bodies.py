"""Places and organisations that began, ended, or became others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.changes.bodies_changed import BodyChangeRow, bodies_changed
from wushe.queries.changes.first_listed import first_listed
from wushe.queries.changes.model import Change, What, joined
from wushe.queries.changes.successions_during import TurnRow, successions_during
from wushe.queries.lineage.fates import fate_of
from wushe.schema import Precision, schema
from wushe.schema.ids import place_code, scope_county
from wushe.schema.values import ChangeKind

SAME = (ChangeKind.RECODED, ChangeKind.RENAMED)
"""What a place that goes on under another code went through: it did not begin anew."""
LISTS = "load:divisions"


def body_changes(reader: Reader, bodies: Collection[str], start: date, to: date) -> Iterator[Change]:
    """What happened to these bodies (ids) from `start` to `to`."""
    places = [body for body in bodies if body.startswith("place:")]
    rows = bodies_changed(reader, bodies, start, to)
    began = {row.id: row.since for row in rows if start <= row.since <= to}
    ended = {row.id: row.until for row in rows if start <= row.until <= to}
    became = list(_became(successions_during(reader, places, start, to)))
    yield from became
    told = {(one, change.on) for change in became for one in (*change.began, *change.ended)}
    stated = {row.id for row in rows if row.precision != Precision.ATTESTED} | _shown(reader, rows)
    for row in rows:
        if row.id in began and row.id in stated and (row.id, row.since) not in told:
            yield Change(row.since, ChangeKind.BEGAN, row.id, What.BODY, tuple(row.by), began=(row.id,))
        if row.id in ended and (row.id, row.until) not in told:
            yield Change(row.until, ChangeKind.ENDED, row.id, What.BODY, tuple(row.by), ended=(row.id,))


def _shown(reader: Reader, rows: Sequence[BodyChangeRow]) -> set[str]:
    """Places that lists of divisions show to be new: an earlier one of the county has units of the level, and lacks them.

    A day on which a document first speaks of anything else says nothing of the day before.
    """
    divisions = {kind.code for kind in schema().places.values() if kind.division}
    listed = [row for row in rows if row.kind in divisions and any(text.startswith(LISTS) for text in row.by)]
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in listed:
        kinds[scope_county(place_code(row.id))].add(row.kind)
    first = {
        (county, kind): day
        for county, some in kinds.items()
        for kind, day in first_listed(reader, county, some).items()
    }
    return {row.id for row in listed if row.since > first[scope_county(place_code(row.id)), row.kind]}


def _became(rows: Sequence[TurnRow]) -> Iterator[Change]:
    """What each place became on a day, in one change; its end is told with it, and the beginning of what only took another code."""
    together: dict[tuple[str, date], list[TurnRow]] = defaultdict(list)
    for row in rows:
        together[row.start, row.began].append(row)
    for (place, day), some in together.items():
        kind = fate_of(some[0]).kind
        new = [row.end for row in some if kind in SAME and row.end_since == day]
        gone = (place,) if some[0].start_until == day else ()
        ends, by = tuple(row.end for row in some), joined(*(row.by for row in some))
        yield Change(day, kind, place, What.SUCCESSION, by, after=ends, began=tuple(new), ended=gone)
