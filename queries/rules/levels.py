"""The rules that the chain and the matrix of the five societies find: they mean what `chain` and `fiveSocieties` say.

A level or a village of which no roster speaks, in which no organisation at all is located on the day, breaks neither: what is
missing there is the roster.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from wushe.graph import Reader
from wushe.graph.difference import batches
from wushe.queries.attested import attested
from wushe.queries.chain.breaks import with_breaks
from wushe.queries.chain.leaders import Leaders
from wushe.queries.chain.model import ChainStep
from wushe.queries.five import LABELS, matrix
from wushe.queries.places_with_organizations import places_with_organizations
from wushe.queries.rules.broken import Broken

TOGETHER = 500
"""Bodies looked at together."""
NO_PARTY, NOT_LED = "没有自己的党组织", "没有上级党组织领导"


def chain_breaks(reader: Reader, bodies: Collection[str], as_of: date) -> list[Broken]:
    """Those of these bodies at which a chain is broken."""
    return list(_broken_chains(reader, bodies, as_of))


def _broken_chains(reader: Reader, bodies: Collection[str], as_of: date) -> Iterator[Broken]:
    leaders = Leaders(reader, as_of)
    for some in batches(sorted(bodies), TOGETHER):
        there = attested(reader, some, as_of)
        steps = [ChainStep(0, body) for body in there]
        broken = [step.body for step in with_breaks(reader, steps, leaders, as_of) if step.broken]
        known = {row.id for row in places_with_organizations(reader, broken, as_of)}
        for body in broken:
            level, row = body.startswith("place:"), there[body]
            if body in known or not level:
                words = {"reason": NO_PARTY if level else NOT_LED}
                yield Broken({"id": body, "name": row.name}, {}, words, tuple(row.by))


def lacking_societies(reader: Reader, villages: Collection[str], as_of: date) -> list[Broken]:
    """Those of these villages that lack some of the five societies."""
    return list(_lacking(reader, villages, as_of))


def _lacking(reader: Reader, villages: Collection[str], as_of: date) -> Iterator[Broken]:
    for some in batches(sorted(villages), TOGETHER):
        known = [row.id for row in places_with_organizations(reader, some, as_of)]
        there = attested(reader, known, as_of)
        for row in matrix(reader, known, as_of):
            if row.missing:
                missing = "、".join(LABELS[society] for society in row.missing)
                subject = there[row.place]
                yield Broken({"id": row.place, "name": subject.name}, {}, {"missing": missing}, tuple(subject.by))
