"""Contacts of one level: the secretaries of a street's communities, and not those of their branches, estates and firms."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wushe.graph import Reader
from wushe.queries.chain.leaders import bodies_of_post
from wushe.queries.lists.ground import Ground
from wushe.queries.lists.places_by_id import places_by_id
from wushe.queries.posts_in import posts_in
from wushe.queries.territory import territory
from wushe.schema import schema

MOST = 10_000
"""Places of one level that are looked at."""
OF_ONE = 100
"""Posts in one body that are looked at."""


def posts_of_level(reader: Reader, kinds: Collection[str], level: str, where: Ground, as_of: date) -> list[str]:
    """Ids of the posts of these kinds that each place of a level within the place has itself, or that its own bodies have.

    *The* secretary is that of the Party organisation that leads there, as in the rule of responsibility.
    """
    places = places_of_level(reader, where.owner, level, where, as_of)
    found: set[str] = set()
    for kind in kinds:
        bodies = [*places, *bodies_of_post(reader, places, kind, as_of)]
        found |= {row.id for row in posts_in(reader, bodies, [kind], None, None, OF_ONE, as_of)}
    return sorted(found)


def places_of_level(reader: Reader, owner: str, level: str, where: Ground, as_of: date) -> list[str]:
    """The places of a level within a place, itself among them."""
    chain = territory(reader, [owner], as_of).get(owner, [])
    own = [step.id for step in chain if step.step == 0 and step.kind == level]
    if own or not chain or schema().places[level].rank < schema().places[chain[0].kind].rank:
        return own
    below = places_by_id(
        reader,
        [owner],
        kinds=(level,),
        ranges=[(owner, owner + "~~")] if owner != where.owner else where.ranges,
        text=None,
        hidden=None,
        after=None,
        limit=MOST,
        as_of=as_of,
    )
    return [item.id for item in below]
