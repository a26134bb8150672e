"""The shortest ways from one body, post or person to another, each step with its sentence and how to reach whoever it leads to."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types import link
from wushe.api.types.basics import Contact, Kind
from wushe.api.types.fields import described
from wushe.api.types.heads import Heads
from wushe.api.types.node import Node
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import still
from wushe.errors import BadInputError
from wushe.queries import linkage as question
from wushe.queries.linkage import Nothing
from wushe.schema import Axis
from wushe.schema.values import AXIS_LABELS

FARTHEST = 6
"""Hops of the longest path that is looked for: nobody telephones further."""
MOST_PATHS = 10


@strawberry.type(
    description="联络路径的一步：两头是单位、地点、岗位或人；人与单位之间的一步是一次任职。A hop of a path; between a person and a body it is a tenure."
)
class LinkageStep:
    """A hop of a path."""

    row: strawberry.Private[question.Step]
    heads: strawberry.Private[Heads]
    axis: Axis | None = strawberry.field(description="条、块、联；任职的一步为 null。Null for a tenure.")

    @described("从哪里。From.", name="from")
    async def from_(self, info: Info) -> Node:
        """Where it starts."""
        return await link.node(info.context, self.row.start, self.heads.as_of)

    @described("到哪里。To.")
    async def to(self, info: Info) -> Node:
        """Where it ends."""
        return await link.node(info.context, self.row.end, self.heads.as_of)

    @described("关系的类型；任职为 HOLDS，属于、设在、覆盖为 PART_OF、LOCATED_IN、COVERS。Kind of edge.")
    def kind(self) -> Kind:
        """The kind of the edge."""
        return Kind.named(self.row.kind)

    @described("一句话。In a sentence.")
    async def text(self, info: Info) -> str:
        """The sentence, with persons named as the viewer may see them."""
        return await link.sentence(info.context, self.row, self.heads.as_of)

    @described("怎样联系这一步到达的一方：单位的负责人、任职人，否则单位自身。How to reach whoever the step leads to.")
    async def contact(self, info: Info) -> Contact | None:
        """How to reach them."""
        return await link.contact(info.context, self.row, self.heads)

    @described("起始日期。First day.")
    async def since(self, info: Info) -> date | None:
        """The first day."""
        return (await link.facts(info.context, self.row, self.heads.as_of)).since

    @described("终止日期（不含），至今为 null。The day it no longer holds.")
    async def until(self, info: Info) -> date | None:
        """The first day it is no more."""
        return still((await link.facts(info.context, self.row, self.heads.as_of)).until)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, (await link.facts(info.context, self.row, self.heads.as_of)).by)


@strawberry.type(
    description="一条联络路径；人算一步，岗位不另算（岗位在两头时除外）。A path; posts are hops of their own only at its ends."
)
class LinkagePath:
    """A path."""

    hops: int
    steps: list[LinkageStep]

    @described("一行话，可以在电话里念。One line that can be read out on the telephone.")
    async def text(self, info: Info) -> str:
        """The sentences of its steps."""
        said = await asyncio.gather(*(link.sentence(info.context, s.row, s.heads.as_of) for s in self.steps))
        return "；".join(said) + "。"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked."""

    start: str
    end: str
    axes: tuple[str, ...] | None
    hops: int
    as_of: date


@strawberry.type(
    description="联络路径：都是最短的，同样短的以经过的关系少者在前；更长的不列。The shortest paths; of equals those through less busy nodes first."
)
class Linkage:
    """The shortest paths."""

    row: strawberry.Private[question.Linkage]
    asked: strawberry.Private[Asked]
    paths: list[LinkagePath]
    searched_hops: int = strawberry.field(
        description="在这个步数之内已经查全。Hops within which nothing was left out.",
    )
    truncated: bool = strawberry.field(
        description="经过的单位关系太多，没有看完：可能还有更短或同样短的。A hub or the budget cut the search."
    )

    @described("起点。From.", name="from")
    async def from_(self, info: Info) -> Node:
        """Where it starts."""
        return await link.node(info.context, self.asked.start, self.asked.as_of)

    @described("终点。To.")
    async def to(self, info: Info) -> Node:
        """Where it ends."""
        return await link.node(info.context, self.asked.end, self.asked.as_of)

    @described("没有路径或没有看完的原因；否则为 null。Why there is no path, or not all was looked at.")
    async def reason(self, info: Info) -> str | None:
        """A sentence."""
        asked, nothing = self.asked, self.row.nothing
        start, end = [await link.name(info.context, one, asked.as_of) for one in (asked.start, asked.end)]
        if nothing is Nothing.SAME:
            return f"起点和终点是同一个：{start}"
        if nothing is Nothing.NOT_THERE:
            gone = [await link.name(info.context, one, asked.as_of) for one in self.row.missing]
            return f"{'、'.join(gone)}在 {asked.as_of} 还没有，或已经没有"
        along = f"只走{'、'.join(AXIS_LABELS[Axis(axis)] for axis in asked.axes)}，" if asked.axes is not None else ""
        if nothing is Nothing.NO_PATH:
            return f"{along}{start}到{end}，{asked.hops} 步之内没有路径"
        if nothing is Nothing.BUDGET:
            found = "可能还有更短或同样短的路径" if self.paths else "没有找到路径"
            return f"{along}经过的单位关系太多，只看全了 {self.searched_hops} 步之内，{found}；可以用 axes 缩小范围"
        return None


async def linkage_of(
    context: Context, start: str, end: str, *, axes: Collection[Axis] | None, hops: int, limit: int, as_of: date
) -> Linkage:
    """The paths between two nodes (ids).

    Raises:
        BadInputError: such paths, or so many, are never looked for.
    """
    if not 1 <= hops <= FARTHEST:
        raise BadInputError(f"maxHops 要在 1 到 {FARTHEST} 之间", hint="更远的路径没有实际用处")
    if not 1 <= limit <= MOST_PATHS:
        raise BadInputError(f"limit 要在 1 到 {MOST_PATHS} 之间")
    if axes is not None and not axes:
        raise BadInputError("axes 是空的", hint="不限条、块、联时请不要写 axes")
    along = None if axes is None else tuple(dict.fromkeys(axis.value for axis in axes))

    row = await context.read(
        lambda reader: question.linkage(reader, start, end, axes=along, hops=hops, limit=limit, as_of=as_of)
    )
    bodies = dict.fromkeys(s.end for path in row.paths for s in path.steps if s.end.startswith(("place:", "org:")))
    heads = Heads(tuple(bodies), as_of)
    paths = [
        LinkagePath(
            hops=len(path.steps),
            steps=[
                LinkageStep(row=step, heads=heads, axis=Axis(step.axis) if step.axis else None) for step in path.steps
            ],
        )
        for path in row.paths
    ]
    asked = Asked(start, end, along, hops, as_of)
    return Linkage(row=row, asked=asked, paths=paths, searched_hops=row.searched, truncated=row.truncated)
