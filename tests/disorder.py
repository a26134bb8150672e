"""A small county in which much is out of order: everything drawn by chance, with times of its own, written as facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from wushe.graph import Fact, Graph, LoadRecord, edge, node, write_load
from wushe.loaders.names import Naming, Span, name_facts
from wushe.schema import ANYWHERE, FOREVER, Precision
from wushe.schema.ids import matter_id, organization_id, post_id

COUNTY, CODE = "place:511903", "511903"
FIRST, LAST = date(2020, 1, 1), date(2023, 12, 31)
DAYS = [FIRST + timedelta(days=90 * number) for number in range(17)]
"""The days on which things change, so that many change together."""
MATTER = matter_id("矛盾纠纷", "03")
DIVISIONS = ("load:divisions:x#!1",)
ROSTER = ("load:roster#表!1",)
KINDS = (
    "party_committee", "general_branch", "party_branch", "estate_branch", "enlarged_committee", "villagers_committee",
    "town_government", "social_organization", "volunteer_team", "charity_fund", "social_work_station",
)  # fmt: skip
POSTS = ("secretary", "director", "grid_officer", "grid_head", "social_worker")
TIES = ("LEADS", "GUIDES", "MEMBER_OF", "SERVES", "PARTNERS_WITH")


@dataclass
class Disorder:
    """A county in the making; equal seeds make equal counties."""

    seed: int
    facts: list[Fact] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311 - chance that is the same every time

    def write(self, graph: Graph) -> None:
        """Make it and write it."""
        places = list(self._places())
        bodies = places + self._organizations(places)
        self._ties(bodies)
        posts = self._posts(bodies)
        self._tenures(posts)
        self._duties(places, bodies, posts)
        record = LoadRecord("load:roster", "source:roster", "名册.xlsx", "0", FIRST, county=CODE, synthetic=True)
        record.scope = (CODE,)
        write_load(graph, record, lambda _: self.facts)

    def _span(self, *, often: float = 0.7) -> dict[str, Any]:
        """Mostly from the first day on; else from and until days of the list, whole or only attested."""
        if self.chance.random() < often:
            return {"since": FIRST}
        since, until = sorted(self.chance.sample([*DAYS, FOREVER], 2))
        precision = self.chance.choice([Precision.DAY, Precision.MONTH, Precision.ATTESTED])
        return {"since": since, "until": until, "since_precision": precision}

    def _node(
        self, label: str, identifier: str, by: tuple[str, ...], span: dict[str, Any], /, **properties: Any
    ) -> None:
        made = {"county": CODE, **properties}
        self.facts.append(node(label, identifier, made, attested=FIRST, by=by, **span))

    def _edge(self, type_: str, start: str, end: str, span: dict[str, Any], /, **properties: Any) -> None:
        number = properties.pop("number", None)
        self.facts.append(edge(type_, start, end, properties, attested=FIRST, by=ROSTER, number=number, **span))

    def _named(self, identifier: str, kind: str, name: str) -> None:
        """One name, or another from some day on."""
        spans = [(name, FIRST, FOREVER)]
        if self.chance.random() < 0.2:
            day = self.chance.choice(DAYS[1:])
            spans = [(f"旧{name}", FIRST, day), (name, day, FOREVER)]
        for text, since, until in spans:
            naming = Naming(identifier, CODE, kind, text)
            self.facts.extend(name_facts(naming, Span(since, until), attested=FIRST, by=ROSTER))

    def _place(self, identifier: str, kind: str, parents: list[str], *, often: float = 0.8) -> str:
        listed = kind in {"county", "town", "village"}
        span = self._span(often=1 if kind in {"county", "town"} else often)
        name = f"{kind}{identifier[-4:]}"
        code = identifier.removeprefix("place:") if listed else None
        self._node(
            "Place", identifier, DIVISIONS if listed else ROSTER, span, kind=kind, name=name, code=code, fullName=name
        )
        self._named(identifier, kind, name)
        if len(parents) > 1 and self.chance.random() < 0.2:
            day = self.chance.choice(DAYS[1:])
            before, after = self.chance.sample(parents, 2)
            self._edge("PART_OF", identifier, before, {"since": FIRST, "until": day})
            self._edge("PART_OF", identifier, after, {"since": day})
        elif parents:
            self._edge("PART_OF", identifier, self.chance.choice(parents), self._span(often=0.95))
        return identifier

    def _places(self) -> Iterator[str]:
        yield self._place(COUNTY, "county", [])
        towns = [self._place(f"{COUNTY}{number:03}", "town", [COUNTY]) for number in (1, 101)]
        villages = [self._place(f"{town}{number:03}", "village", [town]) for town in towns for number in (1, 2, 200)]
        grids = [
            self._place(f"{village}-G{number:02}", "grid", [village, *villages])
            for village in villages
            for number in (1, 2)
        ]
        groups = [self._place(f"{village}-Z01", "group", [village]) for village in villages]
        estates = [self._place(f"{village}-E-苑", "estate", [village]) for village in villages[::2]]
        for covered in [*groups, *estates]:
            if self.chance.random() < 0.4:
                day = self.chance.choice(DAYS[1:])
                before, after = self.chance.sample(grids, 2)
                self._edge("COVERS", before, covered, {"since": FIRST, "until": day, "until_precision": Precision.DAY})
                self._edge("COVERS", after, covered, {"since": day, "since_precision": Precision.ATTESTED})
            elif self.chance.random() < 0.7:
                self._edge("COVERS", self.chance.choice(grids), covered, self._span())
        for _ in range(4):
            before, after = self.chance.sample(villages, 2)
            if not any(
                fact.type == "SUCCEEDED_BY" and (fact.start, fact.end) == (before, after) for fact in self.facts
            ):
                self._edge("SUCCEEDED_BY", before, after, {"since": self.chance.choice(DAYS)})
        yield from [*towns, *villages, *grids, *groups, *estates]

    def _organizations(self, places: list[str]) -> list[str]:
        found = []
        for number in range(40):
            kind, home = self.chance.choice(KINDS), self.chance.choice(places)
            identifier = organization_id(kind, home, f"单位{number}")
            self._node("Organization", identifier, ROSTER, self._span(often=0.8), kind=kind, name=f"单位{number}")
            self._named(identifier, kind, f"单位{number}")
            if self.chance.random() < 0.85:
                self._edge("LOCATED_IN", identifier, home, self._span(often=0.9), place=home, kind=kind)
            found.append(identifier)
        return found

    def _ties(self, bodies: list[str]) -> None:
        drawn = set()
        for _ in range(70):
            kind = self.chance.choice(TIES)
            start, end = self.chance.sample([body for body in bodies if body.startswith("org:")], 2)
            if (kind, start, end) in drawn:
                continue
            drawn.add((kind, start, end))
            extra = {"primary": True} if kind == "LEADS" else {"role": "member"} if kind == "MEMBER_OF" else {}
            self._edge(kind, start, end, self._span(often=0.6), axis="LINE", **extra)

    def _posts(self, bodies: list[str]) -> list[str]:
        found = []
        for body in bodies:
            kinds = ("grid_officer", "grid_head") if "-G" in body.split(":")[1] else POSTS
            for kind in self.chance.sample(kinds, self.chance.choice([0, 1, 1, 2])):
                post = post_id(body, kind, "")
                self._node("Post", post, ROSTER, self._span(often=0.95), kind=kind, name=kind, seats=1)
                self._edge("IN", post, body, {"since": FIRST})
                found.append(post)
        return found

    def _tenures(self, posts: list[str]) -> None:
        people = [f"person:{number:03}" for number in range(30)]
        for number, person in enumerate(people):
            self._node("Person", person, ROSTER, {"since": FIRST}, name=f"人{number % 20}", synthetic=True)
        for post in posts:
            days, person = (
                sorted(self.chance.sample(DAYS, self.chance.choice([0, 1, 2, 3]))),
                self.chance.choice(people),
            )
            for number, (since, next_) in enumerate(zip(days, [*days[1:], FOREVER], strict=False)):
                shift = timedelta(days=self.chance.choice([0, 0, 0, 0, -30, -30, 90]))
                until = next_ if next_ == FOREVER else next_ + shift
                person = person if self.chance.random() < 0.2 else self.chance.choice(people)
                precision = self.chance.choice([Precision.DAY, Precision.ATTESTED])
                self._edge(
                    "HOLDS",
                    person,
                    post,
                    {"since": since, "until": until, "since_precision": precision},
                    number=number + 1,
                    status=self.chance.choice(["SUBSTANTIVE", "SUBSTANTIVE", "ACTING", "CONCURRENT"]),
                    phone=self.chance.choice([None, "12000000001", f"1200000{self.chance.randrange(9000) + 1000}"]),
                    verifiedOn=self.chance.choice([None, *DAYS]),
                    termEnds=self.chance.choice([None, *DAYS]),
                )

    def _duties(self, places: list[str], bodies: list[str], posts: list[str]) -> None:
        self._node("Matter", MATTER, ROSTER, {}, kind="service", name="矛盾纠纷", code="03", county=ANYWHERE)
        bearers: list[tuple[str | None, str | None, str | None]] = [
            (None, kind, level)
            for kind, level in (
                ("grid_officer", "grid"), ("secretary", "village"), ("group_leader", "group"), ("charity_fund", "town"),
            )
        ]  # fmt: skip
        bearers += [(one, None, None) for one in self.chance.sample([*bodies, *posts], 6)]
        for number, (named, kind, level) in enumerate(bearers):
            within = self.chance.choice([place for place in places if "-" not in place and place != COUNTY])
            duty, span = f"duty:03:LEAD:{number}:{within[6:]}", self._span(often=0.8)
            self._node(
                "Duty", duty, ROSTER, span, role="LEAD", within=within, matter=MATTER, bearer=named, bearerKind=kind, level=level
            )  # fmt: skip
            self._edge("FOR", duty, MATTER, span)
            self._edge("WITHIN", duty, within, span)
            if named:
                self._edge("BEARS", named, duty, span)
