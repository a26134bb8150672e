"""Entries of the sample by place, post and text, by way of its bodies and by way of the index, are what a slow reference finds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from tests.world import World
from wushe.graph import Graph, Reader
from wushe.queries.contacts.bearing import posts_bearing
from wushe.queries.contacts.contacts_by_id import contacts_by_id
from wushe.queries.contacts.contacts_by_kind import contacts_by_kind
from wushe.queries.contacts.contacts_of import contacts_of
from wushe.queries.contacts.contacts_within import contacts_within
from wushe.queries.contacts.levels import posts_of_level
from wushe.queries.contacts.lines import kept_forms
from wushe.queries.lists.ground import ground
from wushe.queries.responsibility import coverage
from wushe.schema import schema

DAYS = (date(2020, 12, 31), date(2023, 6, 1), date(2024, 8, 1))
COUNTY, TOWN, VILLAGE = "place:511903", "place:511903001", "place:511903001002"
KINDS: tuple[tuple[str, ...] | None, ...] = (
    None,
    ("secretary",),
    ("good_neighbor", "group_leader"),
    ("womens_chair", "duty_officer"),
)
ANYBODY: dict[str, Any] = {"text": None, "hidden": None, "open": None, "after": None, "limit": 100_000}


@pytest.mark.parametrize("day", DAYS)
def test_by_place_and_post(sample: Graph, day: date) -> None:
    """A village, a town, the district: at any depth, or the place alone."""
    world = World.of(sample).on(day)

    def work(reader: Reader) -> None:
        for place in (VILLAGE, TOWN, COUNTY):
            for kinds in KINDS:
                asked: dict[str, Any] = {**ANYBODY, "kinds": kinds, "today": day, "as_of": day}
                deep = expected(world, place, kinds, deep=True)
                found = contacts_within(reader, [place], deep=True, **asked)
                assert [(item.id, item.key) for item in found] == deep
                indexed = {**asked, "kinds": kinds or tuple(schema().posts)}
                assert contacts_by_kind(reader, [place], counties=["511903"], **indexed) == found
                every = {name: value for name, value in asked.items() if name != "kinds"}
                assert kinds or contacts_by_id(reader, [place], counties=["511903"], **every) == found
                alone = [(i.id, i.key) for i in contacts_within(reader, [place], deep=False, **asked)]
                assert alone == expected(world, place, kinds, deep=False)
                posts = [one.split(" ")[0] for _, one in deep]
                same = contacts_of(reader, [place], posts=sorted(set(posts)), lines=None, deep=True, **asked)
                assert same == found

    sample.read(work)


def test_pages_go_on_where_they_ended(sample: Graph) -> None:
    """By way of the index, in which one post may have several holders."""
    day = DAYS[-1]
    asked: dict[str, Any] = {
        **ANYBODY,
        "kinds": ("social_worker", "secretary", "duty_officer"),
        "today": day,
        "as_of": day,
    }

    def work(reader: Reader) -> None:
        whole = contacts_by_kind(reader, [COUNTY], counties=["511903"], **asked)
        seen: list[Any] = []
        while page := contacts_by_kind(
            reader, [COUNTY], counties=["511903"], **{**asked, "limit": 7, "after": seen[-1].key if seen else None}
        ):
            seen += page
        assert seen == whole
        assert len(whole) > 30

    sample.read(work)


def expected(world: World, place: str, kinds: tuple[str, ...] | None, *, deep: bool) -> list[tuple[str, str]]:
    """The same from every post: the id of its tenures, or of itself where it is vacant and has a line."""
    found: list[tuple[str, str]] = []
    for post in (one for one in world.bodies if one.startswith("post:")):
        body = next(iter(world.ends(post, "IN")), "")
        if not body or (kinds is not None and world.kind(post) not in kinds):
            continue
        homes = [body] if body.startswith("place:") else world.ends(body, "LOCATED_IN")
        near = {upper for home in homes for upper in (_upward(world, home) if deep else [home])}
        if place not in near:
            continue
        held = [edge.properties["id"] for edge in world.into(post, "HOLDS")]
        line = world.bodies[post].get("officePhone") or world.bodies[body].get("phone")
        found += [(one, f"{post} {one}") for one in held]
        if not held and line:
            found.append((post, f"{post} "))
    return sorted(found, key=lambda one: one[1])


def _upward(world: World, place: str) -> list[str]:
    found, left = [place], world.ends(place, "PART_OF")
    while left:
        found += left
        left = [upper for one in left for upper in world.ends(one, "PART_OF")]
    return found


PARTIES = ("party_committee", "general_branch", "party_branch")


@pytest.mark.parametrize("day", DAYS)
def test_by_level(sample: Graph, day: date) -> None:
    """The secretary of the Party organisation that leads in each village, and no other; its directors."""
    world = World.of(sample).on(day)
    villages = [one for one in world.bodies if one.startswith(f"{TOWN}") and world.kind(one) == "village"]

    def posts(bodies: Iterable[str], kind: str) -> set[str]:
        return {post for body in bodies for post in world.starts(body, "IN") if world.kind(post) == kind}

    def leading(village: str) -> list[str]:
        here = [org for org in world.starts(village, "LOCATED_IN") if world.kind(org) in PARTIES]
        top = [org for org in here if not set(world.starts(org, "LEADS")) & set(here)]
        return sorted(top, key=lambda org: (PARTIES.index(world.kind(org)), org))[:1]

    def located(village: str, *kinds: str) -> list[str]:
        return [org for org in world.starts(village, "LOCATED_IN") if world.kind(org) in kinds]

    expected = {
        "secretary": posts((body for village in villages for body in leading(village)), "secretary"),
        "director": posts(
            (body for one in villages for body in located(one, "villagers_committee", "residents_committee")),
            "director",
        ),
    }

    def work(reader: Reader) -> dict[str, list[str]]:
        where = ground(TOWN, ["511903"])
        return {kind: posts_of_level(reader, [kind], "village", where, day) for kind in expected}

    found = sample.read(work)
    assert {kind: set(some) for kind, some in found.items()} == expected
    assert len(found["secretary"]) == (16 if day == DAYS[-1] else len(expected["secretary"]))


@pytest.mark.parametrize("matter", ["matter:03", "matter:1201", "matter:040101", "matter:1304"])
def test_by_matter(sample: Graph, matter: str) -> None:
    """The posts that the rule names in any place of the town, as owners or beside them, where each itself stands."""
    day = DAYS[-1]
    world = World.of(sample).on(day)
    places = sorted(one for one in world.bodies if one.startswith("place:") and TOWN in _upward(world, one))

    def work(reader: Reader) -> None:
        rows = coverage(reader, matter, places, day)
        named = {one.post for row in rows for one in row.responsible if one.post and not one.stand_in}
        found = posts_bearing(reader, matter, ground(TOWN, ["511903"]), day)
        assert named <= set(found)
        kinds = {world.kind(post) for post in found}
        assert kinds <= {world.kind(post) for post in named} | {
            "grid_officer",
            "secretary",
            "director",
            "department_head",
            "centre_head",
        }

    sample.read(work)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("120 4304 9636", ("12043049636",)),
        ("+86 120-4304-9636", ("12043049636",)),
        ("0827-0183116", ("0827-0183116",)),
        ("（0827）0183116", ("0827-0183116",)),
        ("0183116", ("0183116", "0827-0183116")),
        ("96110", ("96110",)),
        ("1204304", ()),
        ("", ()),
        ("张俊", ()),
    ],
)
def test_numbers_as_they_are_typed(typed: str, kept: tuple[str, ...]) -> None:
    """In the form in which they are kept; what is no number has none."""
    assert kept_forms(typed, ["0827"]) == kept
