"""Every chain of the sample, up and down, along any axis, on any day, is what a slow reference works out."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from tests.chain.reference import chain, tree_of
from tests.world import World
from wushe.graph import Graph, Reader
from wushe.queries.chain import ChainStep, chain_down, chain_up
from wushe.queries.responsibility.candidates import joint_kinds
from wushe.schema import Axis

CASES = 150
FIRST, LAST = date(2021, 1, 1), date(2024, 12, 31)
AXES = (None, None, *(axis.value for axis in Axis))


@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_chains_of_the_sample(sample: Graph, up: bool) -> None:
    """Bodies, days, axes and depths drawn by chance; joint bodies are in no chain but their own."""
    rng, whole = Random(31), World.of(sample)  # noqa: S311 - chance that is the same every time
    ask, sizes = chain_up if up else chain_down, list[int]()

    def work(reader: Reader) -> None:
        for _ in range(CASES):
            day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
            world = whole.on(day)
            bodies = sorted(one for one in world.bodies if one.startswith(("org:", "place:")))
            body, axis, depth = rng.choice(bodies), rng.choice(AXES), rng.choice((12, 12, 2, 0))
            found = ask(reader, body, axis, depth, day)
            expected = chain(world, body, up=up, axis=axis, depth=depth)
            assert tree_of(found) == tree_of(expected), (body, axis, depth, day)
            assert not [step for step in found[1:] if world.kind(step.body) in joint_kinds()]
            check_tree(found)
            sizes.append(len(found))

    sample.read(work, timeout=600)
    assert max(sizes) > 5


def check_tree(steps: list[ChainStep]) -> None:
    """The start has no parent; everybody else's is in the tree, one step nearer."""
    depths = {step.body: step.depth for step in steps}
    assert (steps[0].depth, steps[0].parent) == (0, None)
    assert all(step.parent is not None and depths[step.parent] == step.depth - 1 for step in steps[1:])
    assert len(depths) == len(steps) <= 200
