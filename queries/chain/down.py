"""Downward, level by level: whom an organisation leads and guides, or the places within a place and what leads there."""

from __future__ import annotations

from datetime import date

from wushe.graph import Reader
from wushe.queries.chain.breaks import with_breaks
from wushe.queries.chain.leaders import Leaders
from wushe.queries.chain.lower_ties import lower_ties
from wushe.queries.chain.model import MOST, ChainStep, Tree
from wushe.queries.children import children
from wushe.queries.responsibility.candidates import joint_kinds
from wushe.schema import Axis


def chain_down(reader: Reader, body: str, axis: str | None, depth: int, as_of: date) -> list[ChainStep]:
    """`depth` levels below a body (id) that is there on the day, itself first, along one axis or all; at most `MOST` steps.

    The level that has no more room is cut: whoever sees `MOST` steps asks anew from one of them.
    """
    tree = Tree(depth, MOST)
    tree.add(body)
    leaders, frontier = Leaders(reader, as_of), [body]
    for _ in range(depth):
        if not frontier or len(tree.steps) >= MOST:
            break
        if body.startswith("org:"):
            frontier = _organizations(reader, tree, frontier, axis, as_of)
        elif axis in (None, Axis.BLOCK.value):
            frontier = _places(reader, tree, frontier, leaders, as_of)
        else:
            break
    return with_breaks(reader, tree.steps.values(), leaders, as_of)


def _organizations(reader: Reader, tree: Tree, frontier: list[str], axis: str | None, as_of: date) -> list[str]:
    links = lower_ties(reader, frontier, joint_kinds(), axis=axis, limit=tree.room, as_of=as_of)
    return [
        link.other
        for link in links
        if tree.add(link.other, link.owner, tie=link.tie, axis=link.axis, primary=link.primary)
    ]


def _places(reader: Reader, tree: Tree, frontier: list[str], leaders: Leaders, as_of: date) -> list[str]:
    for place, leader in leaders.at(frontier).items():
        tree.add(leader, place)
    rows = children(reader, frontier, kinds=None, by="ID", descending=False, after=None, limit=tree.room, as_of=as_of)
    return [row.id for row in rows if tree.add(row.id, row.owner)]
