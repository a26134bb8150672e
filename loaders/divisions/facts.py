"""The facts of a place that lists speak of: its node, its names, its place in the chain, what it became."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from wushe.graph import Fact, edge, node
from wushe.loaders.divisions.history import History, Run
from wushe.loaders.divisions.successions import Succession, successions
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import FOREVER, Precision
from wushe.schema.ids import scope_county
from wushe.schema.naming import form_of, short_name

FORMED = ("town", "village")


def division_facts(places: Sequence[History], told: Collection[str] = ()) -> list[Fact]:
    """Every fact about these places; `told` are the ids of successions that other documents state."""
    facts = [fact for place in places for fact in _facts(place)]
    return facts + [_succeeded_by(one, told) for one in successions(places)]


def _facts(place: History) -> Iterator[Fact]:
    yield _node(place)
    for run in place.names:
        yield from _name(place, run)
    for run in place.parents:
        yield _part_of(place, run)


def _ended(until: object) -> Precision:
    return Precision.UNKNOWN if until == FOREVER else Precision.ATTESTED


def _node(place: History) -> Fact:
    listed = place.names[-1].value
    name = short_name(place.kind, listed)
    form = form_of(place.kind, name)
    if form is None and place.kind in FORMED:
        form = ""  # said, so that a name without a form leaves none from an earlier name
    properties = {
        "kind": place.kind,
        "name": name,
        "fullName": listed,
        "form": form,
        "code": place.code,
        "county": scope_county(place.code),
    }
    return node(
        "Place",
        place.id,
        properties,
        attested=place.attested,
        by=place.by,
        since=place.since,
        until=place.until,
        since_precision=Precision.ATTESTED,
        until_precision=_ended(place.until),
        exact=True,
    )


def _name(place: History, run: Run) -> tuple[Fact, Fact]:
    naming = Naming(
        node=place.id,
        county=scope_county(place.code),
        kind=place.kind,
        text=short_name(place.kind, run.value),
        full=run.value,
    )
    span = Span(run.since, run.until, Precision.ATTESTED, _ended(run.until), exact=True)
    return name_facts(naming, span, attested=run.attested, by=run.by, again=run.again)


def again_number(again: str) -> int | None:
    """What tells an earlier edge of the same ends apart."""
    return int(again.replace("-", "")) if again else None


def _part_of(place: History, run: Run) -> Fact:
    return edge(
        "PART_OF",
        place.id,
        run.value,
        attested=run.attested,
        by=run.by,
        since=run.since,
        until=run.until,
        since_precision=Precision.ATTESTED,
        until_precision=_ended(run.until),
        number=again_number(run.again),
        exact=True,
    )


def _succeeded_by(one: Succession, told: Collection[str]) -> Fact:
    """A conclusion replaces an earlier one, but never the dates that a document gives."""
    fact = edge(
        "SUCCEEDED_BY",
        one.start,
        one.end,
        {"inferred": True, "rule": one.rule},
        attested=one.attested,
        by=one.by,
        since=one.since,
        since_precision=Precision.ATTESTED,
    )
    return replace(fact, exact=fact.id not in told)
