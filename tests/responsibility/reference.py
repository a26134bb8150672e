"""The rule "who is responsible", slow and obvious: every step looks through the whole lists again.

It is written from the text of the rule alone and shares nothing with `wushe.queries` but the declarations.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from wushe.schema import schema

from .county import County, Duty, Organization, Place, Post, Span, Tenure

GRAVITY = ("PLACE_NOT_VALID", "BEFORE_DATA", "NO_DUTY", "NARROWER_ONLY", "VACANT", "OVERLAPPING")
STATUSES = ("SUBSTANTIVE", "ACTING", "CONCURRENT", "SECONDED")
OTHER_ROLES = ("ACCEPT", "SUPPORT", "SUPERVISE")
DIRECTING = schema().posts["director"].bodies
TOP_PARTY = [k.code for k in schema().organizations.values() if k.sector == "党" and k.territorial and not k.functional]
LIKE_A_DIVISION = [k.code for k in schema().places.values() if k.division] + ["estate"]
MOST_FINER, MOST_NARROWER, MOST_STEPS = 200, 50, 6

Shown = tuple[str, str, str | None, str | None, bool, str | None]
"""Role, body, post, holder, whether it stands in, duty."""


@dataclass
class Answer:
    """What the rule says; `gaps` are in their order of gravity."""

    gaps: list[str] = field(default_factory=list)
    leading: list[Shown] = field(default_factory=list)
    others: list[Shown] = field(default_factory=list)
    escalation: list[tuple[str, str, str]] = field(default_factory=list)
    considered: set[tuple[str, str]] = field(default_factory=set)
    narrower: list[str] = field(default_factory=list)
    finer: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Candidate:
    """A bearer of a duty, and where it stands."""

    duty: Duty
    distance: int
    step: int
    by_kind: bool
    body: str
    post: Post | None
    id: str
    """The post or the body that bears it, as the duty or its kind says."""
    body_known: bool = True

    @property
    def rank(self) -> tuple[int, int, bool]:
        """Nearer matter, then nearer place, then a name before a kind."""
        return (self.distance, self.step, self.by_kind)

    @property
    def order(self) -> tuple[tuple[int, int, bool], str, str]:
        """The rank, and ids where it is equal."""
        return (self.rank, self.id, self.duty.id)

    @property
    def bearer(self) -> tuple[str, str, str]:
        """Two candidates with equal bearers are one: the same post of the same body in the same role."""
        return (self.duty.role, *((self.post.body, self.post.id) if self.post else (self.body, "")))


def who(county: County, matter: str, place: str, day: date) -> Answer:
    """Who is responsible for this matter in this place on this day."""
    return Question(county, matter, place, day).answer()


@dataclass
class Question:
    """One question to one county."""

    county: County
    matter: str
    place: str
    day: date

    # The territory

    def known_place(self, identifier: str) -> Place:
        """The place of this id."""
        return next(p for p in self.county.places if p.id == identifier)

    def is_valid(self, body: str) -> bool:
        """Whether this place, organisation or post holds on the day."""
        spans = [(place.id, place.span) for place in self.county.places]
        spans += [(organization.id, organization.span) for organization in self.county.organizations]
        spans += [(post.id, post.span) for post in self.county.posts]
        return any(span.holds(self.day) for identifier, span in spans if identifier == body)

    def chain(self) -> list[tuple[int, Place]]:
        """The place, the grids that cover it, and what it is part of, upward."""
        chain = [(0, self.known_place(self.place))]
        for link in sorted(self.county.covers, key=lambda link: link.start):
            if link.end == self.place and link.span.holds(self.day) and self.is_valid(link.start):
                chain += [(1, p) for p in self.county.places if p.id == link.start and p.kind == "grid"]
        step, at = 2, self.place
        while parents := [
            link.end
            for link in self.county.part_of
            if link.start == at and link.span.holds(self.day) and self.is_valid(link.end)
        ]:
            at = parents[0]
            chain.append((step, self.known_place(at)))
            step += 1
        return chain

    def below(self, top: str, levels: int) -> list[str]:
        """The places that are part of this one, down to so many levels."""
        found: list[str] = []
        for link in self.county.part_of:
            if link.end == top and link.span.holds(self.day) and self.is_valid(link.start):
                found.append(link.start)
                if levels > 1:
                    found += self.below(link.start, levels - 1)
        return found

    def located_at(self, place: str, *, later: bool = False) -> list[Organization]:
        """The organisations that are located in a place; `later`: also those of which only a later day tells."""
        at = [link for link in self.county.located_in if link.end == place and self.counts(link.span, later=later)]
        starts = [link.start for link in at]
        found = [o for o in self.county.organizations if o.id in starts and self.counts(o.span, later=later)]
        return sorted(found, key=lambda o: o.id)

    def counts(self, span: Span, *, later: bool) -> bool:
        """Whether this holds on the day or, with `later`, may have held as far as anybody knows."""
        return span.holds(self.day) or (later and span.only_later(self.day))

    # Posts and who holds them

    def posts_in(self, body: str, kind: str) -> list[Post]:
        """The posts of a kind in a body, those told of only on a later day too."""
        return sorted(
            (
                p
                for p in self.county.posts
                if p.body == body
                and p.kind == kind
                and self.counts(p.span, later=True)
                and self.counts(p.within, later=True)
            ),
            key=lambda p: p.id,
        )

    def tenure(self, post: Post | None) -> Tenure | None:
        """Who holds a post on the day: substantive before acting before concurrent before seconded."""
        held = [t for t in self.county.tenures if post is not None and t.post == post.id and t.span.holds(self.day)]
        return min(held, key=lambda t: (STATUSES.index(t.status), t.person)) if held else None

    def is_led_there(self, body: str, place: str) -> bool:
        """Whether an organisation that stands at this place leads this body."""
        there = [o.id for o in self.located_at(place)]
        return any(link.end == body and link.start in there and link.span.holds(self.day) for link in self.county.leads)

    def top_party(self, place: str, *, later: bool = False) -> list[Organization]:
        """The top Party organisations of a place: not functional, and led by none that stands there."""
        found = [o for kind in TOP_PARTY for o in self.located_at(place, later=later) if o.kind == kind]
        return [o for o in found if not self.is_led_there(o.id, place)]

    def directed(self, place: str, *, later: bool = False) -> list[Organization]:
        """The committees and governments of a place whose director is the director."""
        return [o for kind in DIRECTING for o in self.located_at(place, later=later) if o.kind == kind]

    def top_bodies(self, place: str) -> list[Organization]:
        """The organisations that head a place: the top ones of the Party, then those that direct."""
        return [*self.top_party(place), *self.directed(place)]

    def heads_line(self, body: str) -> list[Post]:
        """The posts that head a body, the first to answer first."""
        for organization in self.county.organizations:
            if organization.id == body:
                head = schema().organizations[organization.kind].head
                return self.posts_in(body, head) if head else []
        kind = self.known_place(body).kind
        if kind not in LIKE_A_DIVISION:
            return [p for head in schema().places[kind].heads for p in self.posts_in(body, head)]
        line = [p for o in self.top_bodies(body) for p in self.heads_line(o.id)]
        return [*line, *self.posts_in(body, "secretary"), *self.posts_in(body, "director")]

    def first_held(self, line: list[Post], but: Post | None = None) -> Post | None:
        """The first post of a line that somebody holds."""
        return next((p for p in line if p != but and self.tenure(p)), None)

    def head(self, body: str) -> Post | None:
        """The post that answers for a body: the first that is held, else the first."""
        line = self.heads_line(body)
        return self.first_held(line) or (line[0] if line else None)

    # Candidates

    def matter_line(self) -> list[str]:
        """The matter and the broader ones, the nearest first."""
        line = [self.matter]
        while parent := next(m for m in self.county.matters if m.id == line[-1]).broader:
            line.append(parent)
        return line

    def duties(self) -> list[Duty]:
        """The duties of the day for the matter or a broader one, within a place of the chain."""
        return [d for d in self.duties_ever() if d.span.holds(self.day)]

    def duties_ever(self) -> list[Duty]:
        """The duties of any day for the matter or a broader one, within a place of the chain."""
        within = [place.id for _, place in self.chain()]
        return [d for d in self.county.duties if d.matter in self.matter_line() and d.within in within]

    def is_finer(self, duty: Duty) -> bool:
        """Whether a duty by kind stands at a level below the place asked about."""
        if duty.level is None:
            return False
        ranks = schema().places
        return ranks[duty.level].rank > ranks[self.known_place(self.place).kind].rank

    def bearers(self, duty: Duty) -> list[Candidate]:
        """Those who bear a duty."""
        distance = self.matter_line().index(duty.matter)
        if duty.bearer:
            step = next(step for step, place in self.chain() if place.id == duty.within)
            return [
                Candidate(duty, distance, step, False, body, post, duty.bearer)
                for body, post in self.named_bearer(duty.bearer)
            ]
        return [
            Candidate(duty, distance, step, True, body, post, bearer, known)
            for step, place in self.chain()
            if place.kind == duty.level and self.reaches(duty, place)
            for body, post, bearer, known in self.of_kind(duty.kind or "", place)
        ]

    def reaches(self, duty: Duty, place: Place) -> bool:
        """Whether a duty within one of several grids that cover a place is this grid's."""
        return place.id == duty.within or place.kind != self.known_place(duty.within).kind

    def named_bearer(self, bearer: str) -> list[tuple[str, Post | None]]:
        """A named post and its body, or a named body and its head."""
        if not self.is_valid(bearer):
            return []
        for post in self.county.posts:
            if post.id == bearer:
                return [(post.body, post)] if post.within.holds(self.day) and self.is_valid(post.body) else []
        return [(bearer, self.head(bearer))]

    def of_kind(self, kind: str, place: Place) -> list[tuple[str, Post | None, str, bool]]:
        """Those of a kind at a place: body, post, id of what is of the kind, and whether the body is known on the day."""
        if kind in schema().organizations:
            found = [o for o in self.located_at(place.id, later=True) if o.kind == kind]
            return [(o.id, self.head(o.id), o.id, o.span.holds(self.day)) for o in found]
        return [(post.body, post, post.id, True) for post in self.posts_of_kind(kind, place)]

    def posts_of_kind(self, kind: str, place: Place) -> list[Post]:
        """The posts of a kind that a duty at this place means."""
        rule = schema().posts[kind].stands_in
        if rule == "top_party":
            bodies = self.top_party(place.id, later=True)
        elif rule == "bodies":
            bodies = self.directed(place.id, later=True)
        else:
            bodies = self.located_at(place.id, later=True)
        posts = [post for body in bodies for post in self.posts_in(body.id, kind)]
        return posts or self.posts_in(place.id, kind)

    def is_before_data(self, candidate: Candidate) -> bool:
        """Whether nothing is known of a candidate's seat on the day but that somebody spoke of it later."""
        if candidate.post is None:
            return not candidate.body_known
        return self.tenure(candidate.post) is None and candidate.post.span.since > self.day

    # The answer

    def answer(self) -> Answer:
        """The whole rule."""
        if not self.known_place(self.place).span.holds(self.day):
            return self.answer_of_absent_place()
        duties = [d for d in self.duties() if not self.is_finer(d)]
        candidates = sorted((c for d in duties for c in self.bearers(d)), key=lambda c: c.order)
        missing = {(d.bearer or d.within, d.id) for d in duties if not self.bearers(d)}
        answer = Answer(finer=self.finer(), considered=missing)
        if not candidates and not missing and not any(self.is_finer(d) for d in self.duties()):
            return self.answer_without_duty(answer)
        self.lead(answer, [c for c in candidates if c.duty.role == "LEAD"])
        if "BEFORE_DATA" not in answer.gaps:
            answer.others = self.other_roles(candidates)
        return answer

    def answer_of_absent_place(self) -> Answer:
        """A place that was not there on the day."""
        place = self.known_place(self.place)
        if place.span.only_later(self.day):
            county = f"place:{place.id.removeprefix('place:')[:6]}"
            known = any(p.id == county and p.span.since <= self.day for p in self.county.places)
            if not (schema().places[place.kind].division and known):
                return Answer(gaps=["BEFORE_DATA"])
        ways = [(x.start, x.end) for x in self.county.succeeded_by]
        related = {*reached(place.id, ways), *reached(place.id, [(end, start) for start, end in ways])}
        return Answer(gaps=["PLACE_NOT_VALID"], finer=sorted(p for p in related if self.is_valid(p)))

    def answer_without_duty(self, answer: Answer) -> Answer:
        """Nothing at the matter or broader: not yet known, known of narrower matters only, or nothing."""
        if any(d.span.only_later(self.day) for d in self.duties_ever()):
            return Answer(gaps=["BEFORE_DATA"], finer=answer.finer)
        answer.narrower = self.narrower()
        answer.gaps = ["NARROWER_ONLY" if answer.narrower else "NO_DUTY"]
        answer.escalation = self.escalation(None, [])
        return answer

    def finer(self) -> list[str]:
        """The places below this one where the question has an answer of its own."""
        kinds = [d.level for d in self.duties() if self.is_finer(d)]
        covered = [x.end for x in self.county.covers if x.start == self.place and x.span.holds(self.day)]
        lower = [*self.below(self.place, 9), *covered]
        found = {p.id for p in self.county.places if p.id in lower and p.kind in kinds and self.is_valid(p.id)}
        own = [d.within for d in self.county.duties if d.matter == self.matter and d.span.holds(self.day)]
        found |= {p for p in self.below(self.place, 2) if p in own}
        return sorted(found)[:MOST_FINER]

    def narrower(self) -> list[str]:
        """The narrower matters with duties within the chain."""
        within = [place.id for _, place in self.chain()]
        lower, last = [], [self.matter]
        for _ in range(MOST_STEPS):
            last = [m.id for m in self.county.matters if m.broader in last]
            lower += last
        found = {d.matter for d in self.county.duties if d.within in within and d.span.holds(self.day)}
        return sorted(found & set(lower))[:MOST_NARROWER]

    def lead(self, answer: Answer, candidates: list[Candidate]) -> None:
        """The winners, those who stand in for them, the gaps and the escalation."""
        distinct = distinct_bearers(candidates)
        best = [c for c in distinct if c.rank == distinct[0].rank]
        answer.considered |= {(c.body, c.duty.id) for c in distinct if c.rank != distinct[0].rank}
        winners = [c for c in best if not self.is_before_data(c)]
        if best and not winners:
            answer.gaps = ["BEFORE_DATA"]
            return
        for winner in winners:
            answer.leading.append(self.shown(winner))
            if winner.post and not self.tenure(winner.post):
                answer.gaps.append("VACANT")
                answer.leading += self.stand_in(winner, distinct)
        if not winners:
            answer.gaps.append("NO_DUTY")
        if len(winners) > 1:
            answer.gaps.append("OVERLAPPING")
        answer.gaps = [gap for gap in GRAVITY if gap in answer.gaps]
        named = [name for _, _, post, holder, _, _ in answer.leading if post and holder for name in (post, holder)]
        answer.escalation = self.escalation(winners[0] if winners else None, named)

    def shown(self, candidate: Candidate) -> Shown:
        """A candidate as the answer lists it."""
        tenure = self.tenure(candidate.post)
        holder = tenure.person if tenure else None
        post, body = (candidate.post.id, candidate.post.body) if candidate.post else (None, candidate.body)
        return (candidate.duty.role, body, post, holder, False, candidate.duty.id)

    def stand_in(self, vacant: Candidate, candidates: list[Candidate]) -> list[Shown]:
        """Who answers while a seat is vacant: the head of the body, the next candidate, the nearest head upward."""
        lines = [self.heads_line(place.id) for step, place in self.chain() if step >= vacant.step]
        later = candidates[candidates.index(vacant) + 1 :]
        if post := self.first_held(self.heads_line(vacant.body), vacant.post):
            found = replace(vacant, body=post.body, post=post)
        elif held := [c for c in later if c.post != vacant.post and self.tenure(c.post)]:
            found = held[0]
        elif posts := [post for line in lines if (post := self.first_held(line, vacant.post))]:
            found = replace(vacant, body=posts[0].body, post=posts[0])
        else:
            return []
        role, body, identifier, holder, _, duty = self.shown(found)
        return [(role, body, identifier, holder, True, duty)]

    def other_roles(self, candidates: list[Candidate]) -> list[Shown]:
        """Who accepts, supports and supervises."""
        return [
            self.shown(c)
            for role in OTHER_ROLES
            for c in distinct_bearers([c for c in candidates if c.duty.role == role])
            if not self.is_before_data(c)
        ]

    def escalation(self, winner: Candidate | None, named: list[str]) -> list[tuple[str, str, str]]:
        """The heads of the bodies that lead the winner's, unless it is of the territory itself; then of the places upward."""
        bodies = [place.id for step, place in self.chain() if step >= (winner.step if winner else 0)]
        kind = next((o.kind for o in self.county.organizations if winner and o.id == winner.body), None)
        if winner and kind and not schema().organizations[kind].territorial:
            bodies = self.superiors(winner.body) + bodies
        steps: list[tuple[str, str, str]] = []
        for body in bodies:
            taken = [*named, *(step[1] for step in steps), *(step[2] for step in steps)]
            line = [p for p in self.heads_line(body) if (held := self.tenure(p)) and held.person not in taken]
            post = self.first_held([p for p in line if p.id not in taken])
            tenure = self.tenure(post)
            if post and tenure:
                steps.append((post.body, post.id, tenure.person))
        return steps

    def superiors(self, body: str) -> list[str]:
        """The bodies that lead this one, the nearest first, of equally near ones the primary first."""
        seen, last = [body], [body]
        for _ in range(MOST_STEPS):
            links = [x for x in self.county.leads if x.end in last and x.span.holds(self.day)]
            links = sorted((x for x in links if self.is_valid(x.start)), key=lambda x: (not x.primary, x.start))
            last = list(dict.fromkeys(x.start for x in links if x.start not in seen))
            seen += last
        return seen[1:]


def distinct_bearers(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for every bearer: its best."""
    best: dict[tuple[str, str, str], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: c.order):
        best.setdefault(candidate.bearer, candidate)
    return list(best.values())


def reached(start: str, ways: list[tuple[str, str]]) -> list[str]:
    """Everything that some ways in a row lead to."""
    found: list[str] = []
    last = [start]
    while last := [end for at, end in ways if at in last and end not in found]:
        found += last
    return found
