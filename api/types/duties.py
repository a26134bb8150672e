"""Lines of responsibility lists."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.types.basics import Kind
from wushe.api.types.fields import described
from wushe.api.types.matters import Matter, the_matter
from wushe.api.types.node import Body, Node, load_body
from wushe.api.types.places import Place, load_place
from wushe.api.types.posts import Post, load_post
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import still, text
from wushe.queries.duties import DutyFacts
from wushe.queries.duties_in import duties_in
from wushe.queries.duties_of import duties_of
from wushe.schema import DutyRole


@strawberry.type(
    description="责任清单的一行：点名（body 或 post），或按类型（bearerKind 在 level 一级），不会两者都有。"
    "By name or by kind at a level, never both."
)
class Duty(Node):
    """One line of a responsibility list."""

    row: strawberry.Private[DutyFacts]
    as_of: strawberry.Private[date]
    role: DutyRole
    time_limit_hours: float | None = strawberry.field(description="时限，小时。Time limit in hours.")
    basis: str | None = strawberry.field(description="依据的文件或条款。Legal basis.")

    @described("事项。The matter.")
    async def matter(self, info: Info) -> Matter:
        """What it is about."""
        return await the_matter(info.context, self.row.matter, self.as_of)

    @described("点名的单位。The body named.")
    async def body(self, info: Info) -> Body | None:
        """The body that bears it by name."""
        named = self.row.bearer
        return await load_body(info.context, named, self.as_of) if named and not named.startswith("post:") else None

    @described("点名的岗位。The post named.")
    async def post(self, info: Info) -> Post | None:
        """The post that bears it by name."""
        named = self.row.bearer
        return await load_post(info.context, named, self.as_of) if named and named.startswith("post:") else None

    @described("按类型的责任主体。The kind of post or body that bears it.")
    def bearer_kind(self) -> Kind | None:
        """The kind that bears it."""
        return Kind.named(self.row.bearer_kind) if self.row.bearer_kind else None

    @described("按类型时的层级。The level at which the kind bears it.")
    def level(self) -> Kind | None:
        """The level of that kind."""
        return Kind.named(self.row.level) if self.row.level else None

    @described("适用范围。Where it holds.")
    async def within(self, info: Info) -> Place:
        """The place within which it holds."""
        place = await load_place(info.context, self.row.within, self.as_of)
        if place is None:
            raise LookupError("the place of a duty is missing")
        return place

    @described("起始日期。First day.")
    def since(self) -> date | None:
        """The first day."""
        return self.row.since

    @described("终止日期（不含），至今为 null。The day it no longer holds.")
    def until(self) -> date | None:
        """The first day it is no more."""
        return still(self.row.until)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class DutyEdge:
    """A duty in a list."""

    node: Duty
    cursor: str


@strawberry.type(description="责任的一页。A page of duties.")
class DutyConnection(Connection):
    """A page of duties."""

    edges: list[DutyEdge]


async def load_duty(context: Context, identifier: str, as_of: date) -> Duty | None:
    """A duty by id."""
    row = await context.duties.load(identifier)
    if row is None:
        return None
    return Duty(
        id=strawberry.ID(row.id),
        row=row,
        as_of=as_of,
        role=DutyRole(row.role),
        time_limit_hours=row.time_limit_hours,
        basis=text(context.viewer, row.basis) if row.basis else None,
    )


DUTIES_OF = Listing("duties", duties_of, DutyConnection, DutyEdge, load_duty)
DUTIES_IN = Listing("duties_in", duties_in, DutyConnection, DutyEdge, load_duty)
