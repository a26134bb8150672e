"""The rules worked out slowly from every node and edge of a day: the subjects that each must find in a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.chain.reference import is_broken as chain_is_broken
from tests.five.test_against_reference import expected as five_at
from tests.world import World
from wushe.queries.five import Society
from wushe.schema import schema

PARTY = {"party_committee", "general_branch", "party_branch", "estate_branch"}
FOUR = ("county", "town", "village")
Subjects = set[str]


@dataclass(frozen=True)
class Asked:
    """What is there on a day, the place that is asked about, and the bodies that lie in it."""

    world: World
    place: str
    day: date
    bodies: tuple[str, ...]

    @classmethod
    def of(cls, whole: World, place: str, day: date) -> Asked:
        """What lies in a place: for the county everything, else what stands below it, and what lies nowhere and is named after it."""
        world = whole.on(day)
        bodies = [one for one in world.bodies if one.startswith(("place:", "org:"))]
        code = place.removeprefix("place:")
        if len(code) > len("511903"):
            inside = below(world, place)
            inside |= {org for home in set(inside) for org in world.starts(home, "LOCATED_IN")}
            lost = [one for one in bodies if not world.ends(one, "PART_OF") and not world.ends(one, "LOCATED_IN")]
            inside |= {
                one
                for one in lost
                if one.startswith(place) or (one.split(":")[2:3] and one.split(":")[2].startswith(code))
            }
            bodies = [one for one in bodies if one in inside]
        return cls(world, place, day, tuple(bodies))

    def at(self, *kinds: str) -> list[str]:
        """The bodies of these kinds."""
        return [body for body in self.bodies if self.world.kind(body) in kinds]

    def posts(self, bodies: Iterable[str], kind: str | None = None) -> list[str]:
        """The posts in bodies."""
        return [p for body in bodies for p in self.world.starts(body, "IN") if kind in (None, self.world.kind(p))]

    def held(self, posts: Iterable[str]) -> bool:
        """Whether any of these posts is held."""
        return any(self.world.starts(post, "HOLDS") for post in posts)


def below(world: World, place: str) -> set[str]:
    """A place and all that is part of it, however far down."""
    found, frontier = {place} & set(world.bodies), [place]
    while frontier:
        frontier = [part for one in frontier for part in world.starts(one, "PART_OF") if part not in found]
        found.update(frontier)
    return found


def above(world: World, place: str) -> list[str]:
    """A place and every place it is part of, by whatever way."""
    found = [place]
    for one in found:
        found += [upper for upper in world.ends(one, "PART_OF") if upper not in found]
    return found


def vacant_grid(asked: Asked) -> Subjects:
    """Nobody holds a post of grid officer, where the grid or another of its town has such a post."""
    world, found = asked.world, set()
    for grid in asked.at("grid"):
        towns = [town for village in world.ends(grid, "PART_OF") for town in world.ends(village, "PART_OF")]
        grids = {g for town in towns for v in world.starts(town, "PART_OF") for g in world.starts(v, "PART_OF")} | {
            grid
        }
        if asked.posts(grids, "grid_officer") and not asked.held(asked.posts([grid], "grid_officer")):
            found.add(grid)
    return found


def duties(world: World) -> list[str]:
    """Every duty of the day."""
    return [one for one in world.bodies if one.startswith("duty:")]


def grid_without_duty(asked: Asked) -> Subjects:
    """None of the duties within the chain stands at or above the grid; none loaded at all is no finding."""
    world, ranks = asked.world, {kind.code: kind.rank for kind in schema().places.values()}
    if not duties(world):
        return set()

    def reaches(duty: str) -> bool:
        level = world.bodies[duty].get("level")
        return ranks[level] <= ranks["grid"] if level else bool(world.starts(duty, "BEARS"))

    return {
        grid
        for grid in asked.at("grid")
        if not any(reaches(duty) for place in above(world, grid) for duty in world.starts(place, "WITHIN"))
    }


def impossible_duty(asked: Asked) -> Subjects:
    """Its named bearer is not there, or a post that nobody holds; or there is no body, nor a held post, of its kind in its scope, above it, or in a grid
    that covers it.
    """
    world, found = asked.world, set()
    for duty in duties(world):
        (within,) = world.ends(duty, "WITHIN") or [""]
        if within not in asked.bodies:
            continue
        kind, level = world.bodies[duty].get("bearerKind"), world.bodies[duty].get("level")
        if kind:
            near = {*below(world, within), *above(world, within), *world.starts(within, "COVERS")}
            homes = [place for place in near if world.kind(place) == level]
            orgs = [org for home in homes for org in world.starts(home, "LOCATED_IN")]
            able = any(world.kind(org) == kind for org in orgs) or asked.held(asked.posts([*homes, *orgs], kind))
        else:
            bearers = world.starts(duty, "BEARS")
            able = bool(bearers) and (not bearers[0].startswith("post:") or asked.held(bearers))
        if not able:
            found.add(duty)
    return found


def chain_broken(asked: Asked) -> Subjects:
    """Where the chain says so, estates aside; at a level, where some organisation is located."""
    world = asked.world
    return {
        body
        for body in asked.bodies
        if chain_is_broken(world, body)
        and (body.startswith("org:") or (world.kind(body) in FOUR and world.starts(body, "LOCATED_IN")))
    }


def five_societies(asked: Asked) -> Subjects:
    """Where the matrix lacks one, and some organisation is located."""
    return {
        village
        for village in asked.at("village")
        if asked.world.starts(village, "LOCATED_IN") and len(five_at(asked.world, village)[1]) < len(Society)
    }


def estate_without_party(asked: Asked) -> Subjects:
    """No Party organisation of any kind is located there."""
    world = asked.world
    return {
        estate
        for estate in asked.at("estate")
        if not any(world.kind(org) in PARTY for org in world.starts(estate, "LOCATED_IN"))
    }


def post_over_term(asked: Asked) -> Subjects:
    """Somebody's term ended before the day."""
    return {
        post
        for post in asked.posts(asked.bodies)
        for held in asked.world.into(post, "HOLDS")
        if (held.properties.get("termEnds") or date.max) < asked.day
    }


def contact_not_verified(asked: Asked) -> Subjects:
    """A number, of the holder or of the post, that was verified more than a year before the day."""
    limit, found = asked.day - timedelta(days=365), set()
    for post in asked.posts(asked.bodies):
        for held in asked.world.into(post, "HOLDS"):
            number = held.properties.get("phone") or asked.world.bodies[post].get("officePhone")
            if number and (held.properties.get("verifiedOn") or date.max) < limit:
                found.add(post)
    return found


def overloaded_holder(asked: Asked) -> Subjects:
    """More than two posts in full, one of them here."""
    world, limit = asked.world, schema().rules["overloaded_holder"].limit or 0
    here = set(asked.posts(asked.bodies))
    found = set()
    for person in (one for one in world.bodies if one.startswith("person:")):
        full = {held.end for held in world.out_of(person, "HOLDS") if held.properties["status"] == "SUBSTANTIVE"}
        if len(full) > limit and full & here:
            found.add(person)
    return found


def orphan(asked: Asked) -> Subjects:
    """Neither an edge to another body nor a post."""
    world, tied = asked.world, set()
    for edge in world.edges:
        if edge.kind == "IN":
            tied.add(edge.end)
        elif not {edge.start.split(":")[0], edge.end.split(":")[0]} - {"place", "org"}:
            tied |= {edge.start, edge.end}
    return set(asked.bodies) - tied


def disputed_post(asked: Asked) -> Subjects:
    """More substantive holders than seats."""
    world = asked.world
    return {
        post
        for post in asked.posts(asked.bodies)
        if len({h.start for h in world.into(post, "HOLDS") if h.properties["status"] == "SUBSTANTIVE"})
        > world.bodies[post]["seats"]
    }


def leads_cycle(asked: Asked) -> Subjects:
    """Whoever leads itself, through others whose ids are greater."""
    world, found = asked.world, set()
    for body in asked.bodies:
        reached, frontier = set[str](), [body]
        while frontier:
            frontier = [
                end for one in frontier for end in world.ends(one, "LEADS") if end >= body and end not in reached
            ]
            reached.update(frontier)
        if body in reached:
            found.add(body)
    return found


def local_place_parents(asked: Asked) -> Subjects:
    """Below a village and not part of exactly one."""
    world = asked.world
    return {
        place
        for place in asked.at("grid", "group", "estate", "cell")
        if [world.kind(upper) for upper in world.ends(place, "PART_OF")].count("village") != 1
    }


REFERENCES: dict[str, Callable[[Asked], Subjects]] = {
    rule.__name__: rule
    for rule in (
        vacant_grid, grid_without_duty, impossible_duty, chain_broken, five_societies, estate_without_party, post_over_term,
        contact_not_verified, overloaded_holder, orphan, disputed_post, leads_cycle, local_place_parents,
    )
}  # fmt: skip
