"""Needs that communities listed, one matter each (一事一项)."""

from __future__ import annotations

import asyncio
from datetime import date

import strawberry

from wushe.api.connections import Connection
from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.matters import Matter, load_matter
from wushe.api.types.node import Body, Node, load_body, the_body
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import text
from wushe.queries.needs import NeedRow


@strawberry.type(description="一项需求与认领。A listed need and who took it.")
class Need(Node):
    """A need."""

    row: strawberry.Private[NeedRow]
    as_of: strawberry.Private[date]
    text: str
    raised_on: date | None = strawberry.field(description="提出日期。Raised.")
    taken_on: date | None = strawberry.field(description="认领日期。Taken.")
    done_on: date | None = strawberry.field(description="办结日期。Done.")

    @described("事项。The matter.")
    async def matter(self, info: Info) -> Matter | None:
        """What it is about."""
        return await load_matter(info.context, self.row.matter, self.as_of) if self.row.matter else None

    @described("提出单位。Who raised it.")
    async def raised_by(self, info: Info) -> Body:
        """Who raised it."""
        return await the_body(info.context, self.row.raised_by, self.as_of)

    @described("认领单位。Who took it.")
    async def taken_by(self, info: Info) -> list[Body]:
        """Who took it."""
        found = await asyncio.gather(*(load_body(info.context, body, self.as_of) for body in self.row.taken_by))
        return [body for body in found if body is not None]

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class NeedEdge:
    """A need in a list."""

    node: Need
    cursor: str


@strawberry.type(description="需求的一页。A page of needs.")
class NeedConnection(Connection):
    """A page of needs."""

    edges: list[NeedEdge]


async def load_need(context: Context, identifier: str, as_of: date) -> Need | None:
    """A need by id."""
    row = await context.needs.load(identifier)
    if row is None:
        return None
    return Need(
        id=strawberry.ID(row.id),
        row=row,
        as_of=as_of,
        text=text(context.viewer, row.text),
        raised_on=row.raised_on,
        taken_on=row.taken_on,
        done_on=row.done_on,
    )
