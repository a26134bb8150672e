"""Small random counties and questions to ask of them."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from hypothesis import strategies as st

from wushe.schema import schema

from .county import ALWAYS, COUNTY, County, Duty, Link, Post, Span, Tenure

FIRST, SECOND, THIRD = date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1)
DAYS = (date(2019, 6, 1), FIRST, date(2021, 6, 1), SECOND, date(2023, 6, 1), date(2024, 6, 1))
LATER = [Span(day, attested=attested) for day in (FIRST, SECOND, THIRD) for attested in (True, True, False)]
ENDED = [Span(until=SECOND), Span(FIRST, THIRD), Span(FIRST, THIRD, attested=True), Span(SECOND, THIRD)]
STATUSES = ("SUBSTANTIVE", "ACTING", "CONCURRENT", "SECONDED")
TWICE = list(permutations(STATUSES, 2))[::4]
PEOPLE = [f"person:{letter}" for letter in "abcdef"]

COUNTY_BODIES = ("government_department", "party_committee", "county_government", "party_department")
TOWN_BODIES = ("town_government", "party_working_committee", "party_committee", "dispatched_office", "centre")
VILLAGE_BODIES = (
    "general_branch",
    "party_branch",
    "enlarged_committee",
    "residents_committee",
    "villagers_committee",
    "supervision_committee",
    "womens_federation",
)
ESTATE_BODIES = ("estate_branch", "party_branch", "property_firm", "owners_committee")
BODIES_AT = {
    "county": COUNTY_BODIES,
    "town": TOWN_BODIES,
    "village": VILLAGE_BODIES,
    "grid": ("party_branch",),
    "estate": ESTATE_BODIES,
}
POSTS_OF_PLACE = {
    "grid": ("grid_head", "grid_officer", "grid_officer"),
    "group": ("group_leader",),
    "cell": ("good_neighbor",),
    "estate": ("secretary", "director"),
    "village": ("secretary", "director", "social_worker"),
    "town": ("secretary", "director", "duty_officer"),
    "county": ("director",),
}
EXTRA_POSTS = ("secretary", "director", "social_worker", "department_head")
KINDS = (
    ("grid_officer", "grid"),
    ("grid_head", "grid"),
    ("secretary", "village"),
    ("secretary", "town"),
    ("secretary", "estate"),
    ("director", "village"),
    ("director", "town"),
    ("group_leader", "group"),
    ("good_neighbor", "cell"),
    ("social_worker", "village"),
    ("department_head", "county"),
    ("town_government", "town"),
    ("residents_committee", "village"),
    ("party_branch", "estate"),
    ("government_department", "county"),
)
ROLES = ("LEAD", "LEAD", "LEAD", "ACCEPT", "SUPPORT", "SUPERVISE")


Question = tuple[str, str, date]
"""Matter, place, day."""


@st.composite
def counties(draw: st.DrawFn) -> County:
    """Two or three towns with their villages, bodies, posts, matters and duties."""
    county = County()
    _territory(draw, county)
    _organizations(draw, county)
    _posts(draw, county)
    _matters(draw, county)
    _duties(draw, county)
    return county


def questions(county: County) -> st.SearchStrategy[Question]:
    """A question to this county; the lowest places and the narrowest matters come up the most."""
    places = [p.id for p in county.places if p.kind not in {"province", "prefecture"}]
    places += [p.id for p in county.places if p.kind in {"grid", "group", "estate", "cell", "village"}] * 3
    matters = [m.id for m in county.matters if m.broader] + [d.matter for d in county.duties]
    return st.tuples(st.sampled_from(matters), st.sampled_from(places), st.sampled_from(DAYS))


def spans(often: int) -> st.SearchStrategy[Span]:
    """Mostly always; the higher `often` the more so."""
    return st.sampled_from([ALWAYS] * often + LATER + ENDED)


def _count(draw: st.DrawFn, least: int, most: int) -> int:
    return draw(st.integers(least, most))


def _territory(draw: st.DrawFn, county: County) -> None:
    top = None
    if draw(st.booleans()):
        top = county.place("51", "province")
        top = county.place("5119", "prefecture", top)
    whole = county.place(COUNTY, "county", top, draw(spans(60)))
    for town in range(1, _count(draw, 2, 3) + 1):
        code = f"{COUNTY}{town:03d}"
        street = county.place(code, "town", whole, draw(spans(50)))
        for village in range(1, (_count(draw, 1, 2) if town == 1 else 1) + 1):
            unit = county.place(f"{code}{village:03d}", "village", street, draw(spans(40)))
            _parts(draw, county, unit)
    divisions = [p.id for p in county.places if p.kind in {"town", "village"}]
    for old, new in draw(st.lists(st.tuples(st.sampled_from(divisions), st.sampled_from(divisions)), max_size=2)):
        if old != new and (old, new) not in [(x.start, x.end) for x in county.succeeded_by]:
            county.succeeded_by.append(Link(old, new, Span(SECOND, attested=True)))


def _parts(draw: st.DrawFn, county: County, village: str) -> None:
    code = village.removeprefix("place:")
    grids = [
        county.place(f"{code}-G{n:02d}", "grid", village, draw(spans(30))) for n in range(1, _count(draw, 0, 2) + 1)
    ]
    parts = [
        county.place(f"{code}-{letter}{n:02d}", kind, village, draw(spans(30)))
        for letter, kind in (("Z", "group"), ("E", "estate"), ("C", "cell"))
        for n in range(1, _count(draw, 0, 1) + 1)
    ]
    for grid in grids:
        for part in parts:
            if draw(st.sampled_from([True, True, False])):
                county.covers.append(Link(grid, part, draw(spans(30))))


def _organizations(draw: st.DrawFn, county: County) -> None:
    for place in county.places:
        kinds = draw(st.lists(st.sampled_from(BODIES_AT.get(place.kind, ("centre",))), max_size=4, unique=True))
        if place.kind in {"grid", "group", "cell", "estate"}:
            kinds = kinds[:1]
        for kind in kinds if place.kind in BODIES_AT else ():
            code = place.id.removeprefix("place:")
            body = county.organization(f"{code}:{kind}", kind, None, draw(spans(30)))
            county.located_in.append(Link(body, place.id, draw(spans(30))))
    _leads(draw, county)


def _leads(draw: st.DrawFn, county: County) -> None:
    bodies = [o.id for o in county.organizations]
    for number, body in enumerate(bodies[1:], start=1):
        leaders = draw(st.lists(st.sampled_from(bodies[:number]), max_size=2, unique=True))
        for order, leader in enumerate(leaders):
            county.leads.append(Link(leader, body, draw(spans(30)), primary=order == 0))


def _posts(draw: st.DrawFn, county: County) -> None:
    kinds_of = _kinds_of_post(county)
    for body, kinds in kinds_of.items():
        for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3, unique=True)) if kinds else ():
            span = draw(spans(20))
            within = draw(st.sampled_from([span] * 9 + LATER))
            county.posts.append(Post(f"post:{body}:{kind}", kind, body, span, within))
    for post in county.posts:
        statuses = draw(st.sampled_from([(), ("SUBSTANTIVE",), ("SUBSTANTIVE",), ("ACTING",), *TWICE]))
        for status in statuses:
            county.tenures.append(Tenure(draw(st.sampled_from(PEOPLE)), post.id, status, draw(spans(14))))


def _kinds_of_post(county: County) -> dict[str, list[str]]:
    """For every body the kinds of post that it may have, its own head the most likely."""
    kinds = {place.id: list(POSTS_OF_PLACE.get(place.kind, ())) for place in county.places}
    for body in county.organizations:
        head = schema().organizations[body.kind].head
        kinds[body.id] = ([head] * 6 if head else []) + list(EXTRA_POSTS)
    return kinds


def _matters(draw: st.DrawFn, county: County) -> None:
    county.matter("m0")
    for number in range(1, _count(draw, 3, 8)):
        parent = draw(st.sampled_from([m.id for m in county.matters]))
        county.matter(f"m{number}", None if draw(st.integers(0, 7)) == 0 else parent)


def _duties(draw: st.DrawFn, county: County) -> None:
    matters = [m.id for m in county.matters] + [m.id for m in county.matters[:2]] * 4
    divisions = [p.id for p in county.places if p.kind in {"county", "town", "village"}]
    withins = [p.id for p in county.places] + divisions * 3
    bearers = [o.id for o in county.organizations] + [p.id for p in county.posts] + divisions
    for number in range(_count(draw, 6, 12)):
        kind, level, bearer = None, None, None
        if draw(st.booleans()):
            kind, level = draw(st.sampled_from(KINDS))
        else:
            bearer = draw(st.sampled_from(bearers))
        county.duties.append(
            Duty(
                f"duty:{number:02d}",
                draw(st.sampled_from(matters)),
                draw(st.sampled_from(ROLES)),
                draw(st.sampled_from(withins)),
                bearer,
                kind,
                level,
                draw(spans(20)),
            )
        )
