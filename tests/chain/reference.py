"""Chains worked out slowly, from every node and edge of the graph in memory: what the queries must give."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tests.world import Edge, World
from wushe.queries.chain import MOST, ChainStep
from wushe.schema import schema

UPPER = frozenset({"province", "prefecture", "county"})
"""Levels whose Party organisations need no other above them here."""
PARTY = ("党", True, False)
"""Sector, territorial and functional of the Party organisations that head a territory."""


def chain(world: World, body: str, *, up: bool, axis: str | None, depth: int) -> list[ChainStep]:
    """The chain of a body in what is there on a day."""
    tree = {body: ChainStep(0, body)}
    if body not in world.bodies:
        return list(tree.values())
    if up and body.startswith("org:"):
        _up_from_organization(world, tree, body, axis, depth)
    elif up and axis in (None, "BLOCK"):
        _up_from_place(world, tree, body, depth)
    elif not up:
        _down(world, tree, body, axis, depth)
    return [replace(step, broken=is_broken(world, step.body)) for step in tree.values()]


def _add(tree: dict[str, ChainStep], step: ChainStep, depth: int) -> bool:
    if step.body in tree or step.depth > depth or len(tree) >= MOST:
        return False
    tree[step.body] = step
    return True


def leader_at(world: World, place: str) -> str | None:
    """The top Party organisation at a place."""
    order = list(schema().organizations)
    tops = []
    for organization in world.starts(place, "LOCATED_IN"):
        if _is_party(world, organization):
            above = [upper for upper in world.starts(organization, "LEADS") if upper.startswith("org:")]
            if not any(place in world.ends(upper, "LOCATED_IN") for upper in above):
                tops.append((order.index(world.kind(organization)), organization))
    return min(tops)[1] if tops else None


def _is_party(world: World, body: str) -> bool:
    kind = schema().organizations.get(world.kind(body))
    return kind is not None and (kind.sector, kind.territorial, kind.functional) == PARTY


def _territory(world: World, place: str) -> list[str]:
    """A place and those above it, nearest first."""
    found = [place]
    while parents := world.ends(found[-1], "PART_OF"):
        found.append(parents[0])
    return found


def _up_from_place(world: World, tree: dict[str, ChainStep], place: str, depth: int) -> None:
    upward = _territory(world, place)
    grids = [grid for grid in world.starts(place, "COVERS") if grid.startswith("place:")]
    for grid in grids:
        _add(tree, ChainStep(1, grid, place, axis="BLOCK"), depth)
    for number, (lower, upper) in enumerate(pairwise(upward), 1):
        _add(tree, ChainStep(number, upper, lower, axis="BLOCK"), depth)
    for one in sorted((*upward, *grids)):
        leader = leader_at(world, one)
        if leader is not None and one in tree:
            _add(tree, ChainStep(tree[one].depth + 1, leader, one, axis="BLOCK"), depth)


def is_broken(world: World, body: str) -> bool:
    """A level of the four without its Party organisation; or such an organisation below the county that nobody leads."""
    if world.kind(body) in {"county", "town", "village", "estate"}:
        return leader_at(world, body) is None
    lower = [home for home in world.ends(body, "LOCATED_IN") if world.kind(home) not in UPPER]
    return _is_party(world, body) and bool(lower) and not _uppers(world, body, ("LEADS",))


def _uppers(world: World, body: str, kinds: tuple[str, ...] = ("LEADS", "GUIDES")) -> list[Edge]:
    return [edge for kind in kinds for edge in world.into(body, kind) if not _is_joint(world, edge.start)]


def _is_joint(world: World, body: str) -> bool:
    kind = schema().organizations.get(world.kind(body))
    return kind is not None and kind.functional


def _first(edge: Edge, owner: str, other: str) -> tuple[bool, bool, str, str]:
    leads = edge.kind == "LEADS"
    return not leads, not (leads and edge.properties.get("primary", True)), owner, other


def _step(tree: dict[str, ChainStep], parent: str, other: str, edge: Edge) -> ChainStep:
    return ChainStep(
        tree[parent].depth + 1,
        other,
        parent,
        edge.properties["id"],
        edge.properties["axis"],
        edge.kind == "LEADS" and edge.properties.get("primary", True),
    )


def _up_from_organization(world: World, tree: dict[str, ChainStep], start: str, axis: str | None, depth: int) -> None:
    frontier = [start]
    while frontier:
        links = [(edge, body) for body in frontier for edge in _uppers(world, body)]
        reached = []
        for edge, body in sorted(links, key=lambda link: _first(link[0], link[1], link[0].start)):
            if axis in (None, edge.properties["axis"]) and _add(tree, _step(tree, body, edge.start, edge), depth):
                reached.append(edge.start)
        for body in frontier:
            needed = ("LEADS",) if _is_party(world, body) else ("LEADS", "GUIDES")
            if _uppers(world, body, needed) or axis not in (None, "BLOCK"):
                continue
            homes = world.ends(body, "LOCATED_IN") if body.startswith("org:") else [body]
            chains = sorted((_territory(world, home) for home in homes), key=len)
            leaders = [leader for place in (chains[-1] if chains else []) if (leader := leader_at(world, place))]
            above = leaders[leaders.index(body) + 1 :] if body in leaders else leaders
            if above and _add(tree, ChainStep(tree[body].depth + 1, above[0], body, axis="BLOCK"), depth):
                reached.append(above[0])
        frontier = reached


def _down(world: World, tree: dict[str, ChainStep], start: str, axis: str | None, depth: int) -> None:
    frontier = [start]
    while frontier:
        reached = []
        if start.startswith("place:"):
            if axis not in (None, "BLOCK"):
                return
            for place in sorted(frontier):
                if leader := leader_at(world, place):
                    _add(tree, ChainStep(tree[place].depth + 1, leader, place, axis="BLOCK"), depth)
            lower = [(place, part) for place in sorted(frontier) for part in world.starts(place, "PART_OF")]
            reached = [p for o, p in lower if _add(tree, ChainStep(tree[o].depth + 1, p, o, axis="BLOCK"), depth)]
        else:
            able = [body for body in frontier if not _is_joint(world, body)]
            edges = [edge for body in able for kind in ("LEADS", "GUIDES") for edge in world.out_of(body, kind)]
            edges = [edge for edge in edges if axis in (None, edge.properties["axis"])]
            for edge in sorted(edges, key=lambda edge: _first(edge, edge.start, edge.end)):
                if _add(tree, _step(tree, edge.start, edge.end, edge), depth):
                    reached.append(edge.end)
        frontier = reached


def tree_of(steps: list[ChainStep]) -> dict[str, tuple[Any, ...]]:
    """What a chain says of each body, whatever the order of equals."""
    found: dict[str, tuple[Any, ...]] = defaultdict(tuple)
    for step in steps:
        found[step.body] = (step.depth, step.parent, step.tie, step.axis, step.primary, step.broken)
    return dict(found)
