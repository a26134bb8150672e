"""The vertical chain of a body, step by step."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types.enums import Direction
from wushe.api.types.fields import described
from wushe.api.types.heads import Heads
from wushe.api.types.node import Body, the_body
from wushe.api.types.responsibility import Responsible, responsible
from wushe.api.types.ties import Tie, load_tie
from wushe.errors import BadInputError
from wushe.queries import chain as question
from wushe.schema import Axis

DEEPEST = 12


@strawberry.type(
    description="链条的一级；parent 是离起点近一步的单位，可还原为树。A step of the chain; `parent` is one step nearer to the start."
)
class ChainStep:
    """A step of the chain."""

    row: strawberry.Private[question.ChainStep]
    heads: strawberry.Private[Heads]
    depth: int = strawberry.field(description="离起点几步；起点为 0。Steps from the start, which is 0.")
    parent: strawberry.ID | None
    axis: Axis | None = strawberry.field(description="这一步是条还是块；起点为 null。Line or block.")
    primary: bool = strawberry.field(
        description="领导它的主要一方；双重领导中的次要一方和业务指导为 false。Who leads first of all; false for the other side of dual leadership, and for guidance."
    )
    broken: bool = strawberry.field(
        description="四级（区、镇、村、小区）在此断开：应有的上级党组织没有，或没有领导关系。The four-level chain is broken here."
    )

    @described("单位或地点。The body.")
    async def body(self, info: Info) -> Body:
        """The body."""
        return await the_body(info.context, self.row.body, self.heads.as_of)

    @described("领导或指导关系；沿地域的一步为 null。LEADS or GUIDES; null for a step along the territory.")
    async def tie(self, info: Info) -> Tie | None:
        """What joins it to its parent."""
        return await load_tie(info.context, self.row.tie, self.heads.as_of) if self.row.tie else None

    @described("当天的负责人。Who heads it.")
    async def head(self, info: Info) -> Responsible | None:
        """Who heads it."""
        found = await self.heads.of(info.context, self.row.body)
        return responsible(found, self.heads.as_of) if found else None


async def chain_of(
    context: Context, body: str, direction: Direction, *, axis: Axis | None, depth: int, as_of: date
) -> list[ChainStep]:
    """The chain of a body (id); of one that is not there on the day, nothing but itself.

    Raises:
        BadInputError: so many levels are never asked for.
    """
    if not 0 <= depth <= DEEPEST:
        raise BadInputError(f"maxDepth 要在 0 到 {DEEPEST} 之间", hint="向下时可以从最下一级的 body 接着问")
    row = (await the_body(context, body, as_of)).row
    steps = [question.ChainStep(0, body)]
    if row.since <= as_of < row.until:
        ask = question.chain_up if direction is Direction.UP else question.chain_down
        steps = await context.read(ask, body, axis.value if axis else None, depth, as_of)
    heads = Heads(tuple(step.body for step in steps), as_of)
    return [
        ChainStep(
            row=step,
            heads=heads,
            depth=step.depth,
            parent=strawberry.ID(step.parent) if step.parent else None,
            axis=Axis(step.axis) if step.axis else None,
            primary=step.primary,
            broken=step.broken,
        )
        for step in steps
    ]
