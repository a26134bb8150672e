"""Ties between bodies: 条, 块 and 联."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.types.basics import Kind
from wushe.api.types.fields import described
from wushe.api.types.naming import name_on
from wushe.api.types.node import Body, Node, the_body
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import still, text
from wushe.queries.ties import TieRow
from wushe.queries.ties_of import ties_of
from wushe.schema import Axis, schema


@strawberry.type(description="联动关系。A tie between two bodies.")
class Tie(Node):
    """A tie."""

    row: strawberry.Private[TieRow]
    as_of: strawberry.Private[date]
    axis: Axis | None
    primary: bool | None = strawberry.field(description="双重领导中的主要一方。The primary side of dual leadership.")
    role: str | None = strawberry.field(description="召集人、成员、兼职。Convener, member, part-time.")
    contribution: str | None = strawberry.field(description="可提供的资源。What it contributes.")
    inferred: bool = strawberry.field(description="推断得出。Inferred.")
    rule: str | None = strawberry.field(description="推断所依的规则。The rule by which it was inferred.")

    @described("关系的类型。Kind of tie.")
    def kind(self) -> Kind:
        """Its kind."""
        return Kind.named(self.row.kind)

    @described("甲方。From.", name="from")
    async def from_(self, info: Info) -> Body:
        """Where it starts."""
        return await the_body(info.context, self.row.start, self.as_of)

    @described("乙方。To.")
    async def to(self, info: Info) -> Body:
        """Where it ends."""
        return await the_body(info.context, self.row.end, self.as_of)

    @described("共建机制；有几种时为第一种。How the two work together; the first of several.")
    def mechanism(self, info: Info) -> Kind | None:
        """The mechanism, where there is one."""
        return next(iter(self.mechanisms(info)), None)

    @described("全部共建机制。Every way in which the two work together.")
    def mechanisms(self, info: Info) -> list[Kind]:
        """The mechanisms, those that this program does not know by their words."""
        written = self.row.mechanism.split("、") if self.row.mechanism else []
        return [Kind.worded("mechanisms", text(info.context.viewer, words)) for words in written]

    @described("起始日期。First day.")
    def since(self) -> date | None:
        """The first day."""
        return self.row.since

    @described("终止日期（不含），至今为 null。The day it no longer holds.")
    def until(self) -> date | None:
        """The first day it is no more."""
        return still(self.row.until)

    @described("一句话。In a sentence.")
    async def text(self, info: Info) -> str:
        """The tie as a sentence."""
        start, end = await info.context.bodies.load_many([(end, self.as_of) for end in (self.row.start, self.row.end)])
        if start is None or end is None:
            raise LookupError("an end of a tie is missing")
        phrase = schema().ties[self.row.kind].phrase
        return text(info.context.viewer, f"{name_on(start, self.as_of)}{phrase}{name_on(end, self.as_of)}")

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class TieEdge:
    """A tie in a list."""

    node: Tie
    cursor: str


@strawberry.type(description="联动关系的一页。A page of ties.")
class TieConnection(Connection):
    """A page of ties."""

    edges: list[TieEdge]


async def load_tie(context: Context, identifier: str, as_of: date) -> Tie | None:
    """A tie by id."""
    row = await context.ties.load(identifier)
    if row is None:
        return None
    return Tie(
        id=strawberry.ID(row.id),
        row=row,
        as_of=as_of,
        axis=Axis(row.axis) if row.axis else None,
        primary=row.primary,
        role=row.role,
        contribution=text(context.viewer, row.contribution) if row.contribution else None,
        inferred=row.inferred,
        rule=row.rule,
    )


TIES_OF = Listing("ties", ties_of, TieConnection, TieEdge, load_tie)
