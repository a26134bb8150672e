"""A county small enough to be written down: plain records, and the facts that bring it into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wushe.graph import Fact, Graph, LoadRecord, Reader, edge, node, write_load
from wushe.loaders.names import Naming, name_facts
from wushe.loaders.names import Span as NameSpan
from wushe.schema import ANYWHERE, FOREVER, Precision

COUNTY = "511903"
LOAD = "load:county"
BY = (f"{LOAD}#表!1",)
ANCIENT = date(2010, 1, 1)


@dataclass(frozen=True)
class Span:
    """When something holds, half-open; `attested`: nothing is known about the days before `since`."""

    since: date = ANCIENT
    until: date = FOREVER
    attested: bool = False

    def holds(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.since <= day < self.until

    def only_later(self, day: date) -> bool:
        """Whether it is attested on some later day only, which says nothing about this one."""
        return self.attested and self.since > day


ALWAYS = Span()


@dataclass(frozen=True)
class Place:
    """A place of a kind."""

    id: str
    kind: str
    span: Span = ALWAYS


@dataclass(frozen=True)
class Organization:
    """An organisation of a kind."""

    id: str
    kind: str
    span: Span = ALWAYS


@dataclass(frozen=True)
class Link:
    """PART_OF, COVERS, LOCATED_IN, SUCCEEDED_BY or LEADS, from `start` to `end`; `primary` is said of LEADS."""

    start: str
    end: str
    span: Span = ALWAYS
    primary: bool = True


@dataclass(frozen=True)
class Post:
    """A post IN a body."""

    id: str
    kind: str
    body: str
    span: Span = ALWAYS
    within: Span = ALWAYS
    """When the post is IN its body."""


@dataclass(frozen=True)
class Tenure:
    """A person holds a post."""

    person: str
    post: str
    status: str = "SUBSTANTIVE"
    span: Span = ALWAYS


@dataclass(frozen=True)
class Matter:
    """A matter under a broader one."""

    id: str
    broader: str | None = None


@dataclass(frozen=True)
class Duty:
    """One line of a responsibility list: a named `bearer`, or a `kind` of post or organisation at a `level`."""

    id: str
    matter: str
    role: str
    within: str
    bearer: str | None = None
    kind: str | None = None
    level: str | None = None
    span: Span = ALWAYS


@dataclass
class County:
    """Everything there is."""

    places: list[Place] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    part_of: list[Link] = field(default_factory=list)
    covers: list[Link] = field(default_factory=list)
    located_in: list[Link] = field(default_factory=list)
    leads: list[Link] = field(default_factory=list)
    succeeded_by: list[Link] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    def place(self, number: str, kind: str, part_of: str | None = None, span: Span = ALWAYS) -> str:
        """Add the place of this code and its PART_OF; gives its id."""
        self.places.append(Place(f"place:{number}", kind, span))
        if part_of:
            self.part_of.append(Link(f"place:{number}", part_of, span))
        return f"place:{number}"

    def organization(self, name: str, kind: str, located: str | None = None, span: Span = ALWAYS) -> str:
        """Add an organisation and its LOCATED_IN; gives its id."""
        identifier = f"org:{kind}:{name}"
        self.organizations.append(Organization(identifier, kind, span))
        if located:
            self.located_in.append(Link(identifier, located, span))
        return identifier

    def post(self, body: str, kind: str, *holders: str, span: Span = ALWAYS) -> str:
        """Add a post of a body, held by these persons all the time; gives its id."""
        identifier = f"post:{body}:{kind}"
        self.posts.append(Post(identifier, kind, body, span, span))
        self.tenures += [Tenure(f"person:{holder}", identifier) for holder in holders]
        return identifier

    def matter(self, name: str, broader: str | None = None) -> str:
        """Add a matter; gives its id."""
        self.matters.append(Matter(f"matter:{name}", broader))
        return f"matter:{name}"

    def duty(
        self,
        matter: str,
        within: str,
        bearer: str,
        level: str | None = None,
        *,
        role: str = "LEAD",
        span: Span = ALWAYS,
    ) -> str:
        """Add a duty of a named bearer, or with a `level` of a kind of bearer; gives its id."""
        identifier = f"duty:{len(self.duties):02d}"
        named, kind = (None, bearer) if level else (bearer, None)
        self.duties.append(Duty(identifier, matter, role, within, named, kind, level, span))
        return identifier


def write(graph: Graph, county: County) -> None:
    """Empty the graph, but for its version, and write the county into it by the ordinary way."""
    graph.statement("MATCH (n) WHERE NOT n:Graph DETACH DELETE n")
    record = LoadRecord(LOAD, "source:county", "一个小县", "0", ANCIENT, county=COUNTY, scope=(COUNTY,))

    def build(_: Reader) -> list[Fact]:
        return list(facts(county))

    write_load(graph, record, build)


def facts(county: County) -> Iterator[Fact]:
    """The county as the loaders would hand it to the graph."""
    yield from _bodies(county)
    yield from _edges(county)
    yield from _posts(county)
    yield from _duties(county)


def _when(span: Span) -> dict[str, Any]:
    precision = Precision.ATTESTED if span.attested else Precision.DAY
    return {
        "attested": span.since,
        "by": BY,
        "since": span.since,
        "until": span.until,
        "since_precision": precision,
    }


def _named(identifier: str, kind: str, span: Span, county: str = COUNTY) -> tuple[Fact, Fact]:
    text = identifier.partition(":")[2]
    times = NameSpan(span.since, span.until, Precision.ATTESTED if span.attested else Precision.DAY)
    return name_facts(Naming(identifier, county, kind, text), times, attested=span.since, by=BY)


def _bodies(county: County) -> Iterator[Fact]:
    for place in county.places:
        code = place.id.removeprefix("place:")
        properties = {"kind": place.kind, "name": code, "code": code, "county": code[:6]}
        yield node("Place", place.id, properties, **_when(place.span))
        yield from _named(place.id, place.kind, place.span)
    for body in county.organizations:
        properties = {"kind": body.kind, "name": body.id, "county": COUNTY}
        yield node("Organization", body.id, properties, **_when(body.span))
        yield from _named(body.id, body.kind, body.span)


def _edges(county: County) -> Iterator[Fact]:
    structural = {
        "PART_OF": county.part_of,
        "COVERS": county.covers,
        "SUCCEEDED_BY": county.succeeded_by,
    }
    for kind, links in structural.items():
        for link in links:
            yield edge(kind, link.start, link.end, {}, **_when(link.span))
    kinds = {body.id: body.kind for body in county.organizations}
    for link in county.located_in:
        key = {"place": link.end, "kind": kinds[link.start]}
        yield edge("LOCATED_IN", link.start, link.end, key, **_when(link.span))
    for link in county.leads:
        yield edge("LEADS", link.start, link.end, {"axis": "BLOCK", "primary": link.primary}, **_when(link.span))


def _posts(county: County) -> Iterator[Fact]:
    for post in county.posts:
        properties = {"kind": post.kind, "name": post.kind, "county": COUNTY, "seats": 1}
        yield node("Post", post.id, properties, **_when(post.span))
        yield edge("IN", post.id, post.body, {}, **_when(post.within))
    for person in sorted({tenure.person for tenure in county.tenures}):
        yield node("Person", person, {"name": person, "county": COUNTY, "synthetic": True}, **_when(ALWAYS))
    for number, tenure in enumerate(county.tenures):
        held = {"status": tenure.status}
        yield edge("HOLDS", tenure.person, tenure.post, held, number=number, **_when(tenure.span))


def _duties(county: County) -> Iterator[Fact]:
    always = _when(ALWAYS)
    for matter in county.matters:
        properties = {"kind": "service", "name": matter.id, "code": matter.id, "county": ANYWHERE}
        yield node("Matter", matter.id, properties, attested=ANCIENT, by=BY)
        yield from _named(matter.id, "service", ALWAYS, ANYWHERE)
        if matter.broader:
            yield edge("BROADER", matter.id, matter.broader, {}, **always)
    for duty in county.duties:
        line: dict[str, Any] = {
            "role": duty.role,
            "within": duty.within,
            "matter": duty.matter,
            "bearer": duty.bearer,
            "bearerKind": duty.kind,
            "level": duty.level,
            "county": COUNTY,
        }
        when = _when(duty.span)
        yield node("Duty", duty.id, line, **when)
        yield edge("FOR", duty.id, duty.matter, {}, **when)
        yield edge("WITHIN", duty.id, duty.within, {}, **when)
        if duty.bearer:
            yield edge("BEARS", duty.bearer, duty.id, {}, **when)
