"""Everything that happened within a place between two days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta

from wushe.graph import Reader
from wushe.graph.difference import batches
from wushe.queries.changes.bodies_during import bodies_during
from wushe.queries.changes.model import Change
from wushe.queries.changes.of_bodies import body_changes
from wushe.queries.changes.of_edges import edge_changes
from wushe.queries.changes.of_tenures import tenure_changes

TOGETHER = 5_000
"""Bodies looked at together."""
Part = Callable[[Reader], Iterable[Change]]


def changes(reader: Reader, place: str, start: date, to: date) -> list[Change]:
    """What happened from `start` to `to`, both days included, to whatever lay within a place (id) at some time then.

    In the order of their keys: the earliest first.
    """
    return ordered(part(reader) for part in parts(bodies_of(reader, place, start, to), start, to))


def bodies_of(reader: Reader, place: str, start: date, to: date) -> list[str]:
    """Whatever lay within a place (id) at some time from the day before `start` to `to`."""
    return sorted(row.id for row in bodies_during(reader, place, _day_before(start), to))


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def parts(bodies: Collection[str], start: date, to: date) -> Iterator[Part]:
    """Reads that together give what happened to these bodies (ids), none of them long."""
    for some in batches(list(bodies), TOGETHER):
        for work in (body_changes, edge_changes, tenure_changes):
            yield lambda reader, work=work, some=some: list(work(reader, some, start, to))  # type: ignore[misc]


def ordered(found: Iterable[Iterable[Change]]) -> list[Change]:
    """Each change once, in the order of their keys."""
    by_key = {change.key: change for some in found for change in some}
    return [by_key[key] for key in sorted(by_key)]
