"""The posts that answer for a matter in and around a place: named in a duty, or of its kind, by the rule of responsibility."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from wushe.graph import Reader
from wushe.queries.contacts.duties_around import AroundRow, duties_around
from wushe.queries.contacts.levels import places_of_level
from wushe.queries.lists.ground import ANYWHERE, Ground
from wushe.queries.matter_line import matter_line
from wushe.queries.responsibility.candidates import bearers_at
from wushe.queries.responsibility.heads import head_of, heads_of
from wushe.queries.territory import territory
from wushe.schema.ids import organization_kind


def posts_bearing(reader: Reader, matter: str, where: Ground, as_of: date) -> list[str]:
    """Ids of the posts that bear a duty for the matter (id) or a broader one, within the place or above it."""
    steps = territory(reader, [where.owner], as_of).get(where.owner, []) if where.owner != ANYWHERE else []
    chain = {step.id: step.kind for step in steps}
    ranges = [*where.ranges, *((place, place) for place in chain)]
    line = [row.id for row in matter_line(reader, matter)]
    duties = duties_around(reader, line, sorted(set(ranges)), as_of)
    posts = {duty.bearer for duty in duties if duty.bearer and duty.bearer.startswith("post:")}
    bodies = {duty.bearer: duty.kind for duty in duties if duty.bearer and duty.kind and duty.bearer not in posts}
    for row in _of_kind(reader, duties, chain, where, as_of):
        if row[1] is None:
            bodies[row[0]] = organization_kind(row[0])
        else:
            posts.add(row[1])
    heads = (head_of(seats) for seats in heads_of(reader, bodies, as_of).values()) if bodies else ()
    return sorted({post for post in posts if post} | {seat.post for seat in heads if seat})


def _of_kind(
    reader: Reader, duties: Iterable[AroundRow], chain: dict[str, str], where: Ground, as_of: date
) -> Iterable[tuple[str, str | None]]:
    """The bearers by kind, as a body and a post, at the places of their level that are both within the duty's and the list's."""
    wanted: set[tuple[str, str]] = set()
    levels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for duty in duties:
        if duty.bearer_kind and duty.level:
            owner = where.owner if duty.within in chain or where.owner == ANYWHERE else duty.within
            owner = duty.within if owner == ANYWHERE else owner
            levels[owner, duty.level].add(duty.bearer_kind)
    for (owner, level), kinds in levels.items():
        wanted |= {(place, kind) for place in places_of_level(reader, owner, level, where, as_of) for kind in kinds}
    return [(row.body, row.post) for rows in bearers_at(reader, wanted, as_of).values() for row in rows]
