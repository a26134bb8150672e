"""Matters: what somebody is responsible for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.named import named
from wushe.api.types.basics import Kind
from wushe.api.types.fields import described
from wushe.api.types.node import Node
from wushe.api.view import text
from wushe.queries.matters import MatterFacts
from wushe.queries.matters_below import matters_below
from wushe.schema import schema

if TYPE_CHECKING:
    from wushe.api.types.duties import DutyConnection

LazyDuties = Annotated["DutyConnection", strawberry.lazy("wushe.api.types.duties")]


@strawberry.type(description="事项。A matter.")
class Matter(Node):
    """A matter; matters always hold, its duties those of the day."""

    row: strawberry.Private[MatterFacts]
    as_of: strawberry.Private[date]
    name: str
    code: str | None
    aliases: list[str]
    ordinal: int | None = strawberry.field(
        description="成序列时的次序，从 1 起（七步）。1-based where matters form a sequence."
    )
    emergency: bool = strawberry.field(description="紧急事项。An emergency.")
    note: str | None = strawberry.field(description="说明。A note.")

    @described("类型。Kind.")
    def kind(self) -> Kind:
        """Its kind."""
        return Kind.named(self.row.kind)

    @described("上级事项。The broader matter.")
    async def broader(self, info: Info) -> Matter | None:
        """The broader matter."""
        return await load_matter(info.context, self.row.broader, self.as_of) if self.row.broader else None

    @described("下级事项。Narrower matters.")
    async def narrower(self, info: Info, first: int | None = 20, after: str | None = None) -> MatterConnection:
        """The matters one step narrower."""
        return await NARROWER.page(info.context, self.row.id, self.as_of, first, after)

    @described("这一事项的责任；place 之内，不论层级。Duties for it, within `place` at any depth.")
    async def duties(
        self, info: Info, place: str | None = None, first: int | None = 20, after: str | None = None
    ) -> LazyDuties:
        """Who has which duty in it."""
        from wushe.api.types.duties import DUTIES_IN  # noqa: PLC0415

        found = await named(info.context, place, "地点", self.as_of) if place is not None else None
        return await DUTIES_IN.page(info.context, self.row.id, self.as_of, first, after, place=found)


@strawberry.type
class MatterEdge:
    """A matter in a list."""

    node: Matter
    cursor: str


@strawberry.type(description="事项的一页。A page of matters.")
class MatterConnection(Connection):
    """A page of matters."""

    edges: list[MatterEdge]


async def load_matter(context: Context, identifier: str, as_of: date) -> Matter | None:
    """A matter by id."""
    row = await context.matters.load(identifier)
    if row is None:
        return None
    return Matter(
        id=strawberry.ID(row.id),
        row=row,
        as_of=as_of,
        name=text(context.viewer, row.name),
        code=row.code,
        aliases=[text(context.viewer, alias) for alias in row.aliases],
        ordinal=row.ordinal if schema().matters[row.kind].ordered else None,
        emergency=row.emergency,
        note=text(context.viewer, row.note) if row.note else None,
    )


async def the_matter(context: Context, identifier: str, as_of: date) -> Matter:
    """A matter that must be there."""
    matter = await load_matter(context, identifier, as_of)
    if matter is None:
        raise LookupError("a matter is missing")
    return matter


NARROWER = Listing("narrower", matters_below, MatterConnection, MatterEdge, load_matter, dated=False)
