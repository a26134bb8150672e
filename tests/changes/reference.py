"""Changes worked out slowly: what is there on each day, compared with the day before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.world import Edge, World
from wushe.graph import Graph, Reader
from wushe.queries.changes import Change, What
from wushe.schema import schema, statements
from wushe.schema.values import ChangeKind

Told = tuple[date, str, str, str, frozenset[str], frozenset[str], frozenset[str], frozenset[str]]
"""Day, kind, what, subject; what was before and is after; what began and ended."""
LIES = {"PART_OF": What.PART, "LOCATED_IN": What.SEAT, "COVERS": What.COVER}
SAME = {ChangeKind.RECODED, ChangeKind.RENAMED}


@dataclass(frozen=True)
class Past:
    """The whole graph, and every name of every body with its days."""

    world: World
    names: dict[str, list[tuple[str, date, date]]]

    @classmethod
    def of(cls, graph: Graph) -> Past:
        """Read it."""

        def work(reader: Reader) -> dict[str, list[tuple[str, date, date]]]:
            nodes = {row["properties"]["id"]: row["properties"] for row in reader.run(statements.all_nodes("Name"))}
            found = defaultdict(list)
            for row in reader.run(statements.all_edges("NAMES")):
                if nodes[row["start"]]["form"] == "name":
                    days = row["properties"]["since"], row["properties"]["until"]
                    found[row["end"]].append((nodes[row["start"]]["text"], *days))
            return found

        return cls(World.of(graph), graph.read(work))

    def territory(self, place: str, before: date, to: date) -> set[str]:
        """What lay in a place at some time of these days, by edges that each held at some time of them."""
        edges = [e for e in self.world.edges if e.properties["since"] <= to and before < e.properties["until"]]
        found, size = {place}, 0
        while size < len(found):
            size = len(found)
            found |= {edge.start for edge in edges if edge.kind == "PART_OF" and edge.end in found}
        return found | {edge.start for edge in edges if edge.kind == "LOCATED_IN" and edge.end in found}


def told(change: Change) -> Told:
    """A change, whatever the order of its parts."""
    sets = (frozenset(some) for some in (change.before, change.after, change.began, change.ended))
    before, after, began, ended = sets
    return change.on, str(change.kind), str(change.what), change.subject, before, after, began, ended


def changes(past: Past, place: str, start: date, to: date) -> set[Told]:
    """Everything that happened within a place from `start` to `to`."""
    inside = past.territory(place, start - timedelta(days=1), to) & set(past.world.bodies)
    days = {day for one in past.world.bodies.values() for day in (one["since"], one["until"])}
    days |= {day for edge in past.world.edges for day in (edge.properties["since"], edge.properties["until"])}
    days |= {day for names in past.names.values() for _, *some in names for day in some}
    found: set[Told] = set()
    for day in sorted(day for day in days if start <= day <= to):
        yesterday = day - timedelta(days=1)
        for work in (_bodies, _names, _moves, _tenures, _ties):
            found |= set(work(past, inside, yesterday, day))
    return found


def _is(one: dict[str, Any], day: date) -> bool:
    return bool(one["since"] <= day < one["until"])


def _told(day: date, kind: ChangeKind, what: What, subject: str, **sets: set[str]) -> Told:
    before, after, began, ended = (frozenset(sets.get(key, ())) for key in ("before", "after", "began", "ended"))
    return day, str(kind), str(what), subject, before, after, began, ended


def _bodies(past: Past, inside: set[str], yesterday: date, day: date) -> Iterator[Told]:
    world = past.world
    came = {one for one in inside if _is(world.bodies[one], day) and not _is(world.bodies[one], yesterday)}
    gone = {one for one in inside if _is(world.bodies[one], yesterday) and not _is(world.bodies[one], day)}
    turned = [e for e in world.edges if e.kind == "SUCCEEDED_BY" and e.properties["since"] == day]
    for start in {edge.start for edge in turned if {edge.start, edge.end} & inside}:
        ties = [edge for edge in turned if edge.start == start]
        ends, kind = {edge.end for edge in ties}, _kind(world, ties)
        new = {end for end in ends if kind in SAME and world.bodies[end]["since"] == day}
        old = {start} if world.bodies[start]["until"] == day else set()
        yield _told(day, kind, What.SUCCESSION, start, after=ends, began=new, ended=old)
        came, gone = came - new, gone - old
    for one in came:
        if world.bodies[one]["sincePrecision"] != "ATTESTED" or _shown(world, one, day):
            yield _told(day, ChangeKind.BEGAN, What.BODY, one, began={one})
    for one in gone:
        yield _told(day, ChangeKind.ENDED, What.BODY, one, ended={one})


def _kind(world: World, ties: list[Edge]) -> ChangeKind:
    start, end = world.bodies[ties[0].start], world.bodies[ties[0].end]
    if len(world.out_of(ties[0].start, "SUCCEEDED_BY")) > 1:
        return ChangeKind.SPLIT
    if len(world.into(ties[0].end, "SUCCEEDED_BY")) > 1:
        return ChangeKind.MERGED
    return ChangeKind.RECODED if start["name"] == end["name"] else ChangeKind.RENAMED


def _shown(world: World, one: str, day: date) -> bool:
    """An earlier list of the county has units of the level."""
    body = world.bodies[one]
    listed = any(text.startswith("load:divisions") for text in body["by"])
    alike = [b for b in world.bodies.values() if b.get("kind") == body["kind"] and b["id"].startswith("place:")]
    return listed and schema().places[body["kind"]].division and any(b["since"] < day for b in alike)


def _names(past: Past, inside: set[str], yesterday: date, day: date) -> Iterator[Told]:
    for one in inside:
        if _there(past, one, yesterday, day):
            before, after = (
                {text for text, since, until in past.names[one] if since <= on < until} for on in (yesterday, day)
            )
            lost = {text for text, _, until in past.names[one] if until == day}
            if lost and after - before:
                yield _told(day, ChangeKind.RENAMED, What.NAME, one, before=before - after, after=after - before)


def _there(past: Past, one: str, yesterday: date, day: date) -> bool:
    return _is(past.world.bodies[one], yesterday) and _is(past.world.bodies[one], day)


def _moves(past: Past, inside: set[str], yesterday: date, day: date) -> Iterator[Told]:
    world = past.world
    for one in inside:
        for kind, what in LIES.items():
            edges = world.into(one, kind) if kind == "COVERS" else world.out_of(one, kind)
            here, there = {}, {}
            for edge in edges:
                other = edge.start if kind == "COVERS" else edge.end
                if _is(edge.properties, yesterday):
                    here[other] = edge
                if _is(edge.properties, day):
                    there[other] = edge
            body = world.bodies[one]
            lost = set(here) - set(there) if day < body["until"] else set()
            new = set(there) - set(here) if body["since"] < day else set()
            new = {n for n in new if lost or there[n].properties["sincePrecision"] != "ATTESTED"}
            if lost or new:
                yield _told(day, ChangeKind.MOVED, what, one, before=lost, after=new)


def _tenures(past: Past, inside: set[str], yesterday: date, day: date) -> Iterator[Told]:
    world = past.world
    for post in {post for one in inside for post in world.starts(one, "IN")}:
        held = world.into(post, "HOLDS")
        left = [e for e in held if _is(e.properties, yesterday) and not _is(e.properties, day)]
        came = [e for e in held if _is(e.properties, day) and not _is(e.properties, yesterday)]
        came = [e for e in came if left or e.properties["sincePrecision"] != "ATTESTED"]
        for old in list(left):
            for new in [e for e in came if e.start == old.start]:
                was, now = old.properties["status"], new.properties["status"]
                ids = {"began": {new.properties["id"]}, "ended": {old.properties["id"]}}
                if was != now:
                    subject = new.properties["id"]
                    yield _told(
                        day, ChangeKind.ATTRIBUTE_CHANGED, What.STATUS, subject, before={was}, after={now}, **ids
                    )
                left, came = [e for e in left if e != old], [e for e in came if e != new]
        before, after = {e.start for e in left}, {e.start for e in came}
        began, ended = {e.properties["id"] for e in came}, {e.properties["id"] for e in left}
        if began and ended:
            yield _told(
                day, ChangeKind.HOLDER_CHANGED, What.HOLDER, post, before=before, after=after, began=began, ended=ended
            )
            continue
        for one in began:
            yield _told(day, ChangeKind.BEGAN, What.TENURE, one, began={one})
        for one in ended:
            yield _told(day, ChangeKind.ENDED, What.TENURE, one, ended={one})


def _ties(past: Past, inside: set[str], yesterday: date, day: date) -> Iterator[Told]:
    for edge in past.world.edges:
        if edge.kind not in schema().ties or edge.kind == "SUCCEEDED_BY" or not {edge.start, edge.end} & inside:
            continue
        one, ends = edge.properties, [past.world.bodies[end] for end in (edge.start, edge.end)]
        if one["since"] == day and one["sincePrecision"] != "ATTESTED" and all(end["since"] != day for end in ends):
            yield _told(day, ChangeKind.BEGAN, What.TIE, one["id"], began={one["id"]})
        if one["until"] == day and all(end["until"] != day for end in ends):
            yield _told(day, ChangeKind.ENDED, What.TIE, one["id"], ended={one["id"]})
