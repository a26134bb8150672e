"""Territorial units, from the province down to the neighbour cell."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info, Slice
from wushe.api.types.basics import Order, worded_kinds
from wushe.api.types.fields import described
from wushe.api.types.node import Body, Node, load_body
from wushe.errors import BadInputError
from wushe.queries.ancestors import ancestors
from wushe.queries.children import children
from wushe.queries.covered import covered
from wushe.queries.covered_by import covered_by
from wushe.schema.ids import place_code

if TYPE_CHECKING:
    from wushe.api.types.organizations import OrganizationConnection

PREFECTURE = 4
"""Digits of the code of the widest place that is asked about at once."""
LazyOrganizations = Annotated["OrganizationConnection", strawberry.lazy("wushe.api.types.organizations")]


@strawberry.type(description="地点：省、市、区县、镇街、村（社区）、网格、小组、小区、好邻居片。A territorial unit.")
class Place(Body, Node):
    """A place on a day."""

    @described("统计用区划代码，2、4、6、9 或 12 位；村以下为 null。Statistical code; null below a village.")
    def code(self) -> str | None:
        """Its statistical code."""
        code: str | None = self.row.properties.get("code")
        return code

    @described("户数（只有数目）。Households: a count only.")
    def households(self) -> int | None:
        """How many households."""
        count: int | None = self.row.properties.get("households")
        return count

    @described("人口（只有数目）。Population: a count only.")
    def population(self) -> int | None:
        """How many people."""
        count: int | None = self.row.properties.get("population")
        return count

    @described("上一级地点。The place it is part of.")
    async def parent(self, info: Info) -> Place | None:
        """The place one step above."""
        above = await self._listed(info.context, ancestors)
        return above[0] if above else None

    @described("逐级上级，由近及远，最多 9 级。Nearest first, up to the province; at most 9.")
    async def ancestors(self, info: Info) -> list[Place]:
        """The places above."""
        return await self._listed(info.context, ancestors)

    @described("下一级地点。The places one step below.")
    async def children(
        self,
        info: Info,
        kind: list[str] | None = None,
        first: int | None = 20,
        after: str | None = None,
        order_by: Order | None = None,
    ) -> PlaceConnection:
        """The places one step below."""
        kinds = worded_kinds(kind, "places")
        return await CHILDREN.page(
            info.context, self.row.id, self.as_of, first, after, kinds=kinds, **Order.filters(order_by)
        )

    @described("覆盖它的网格（多对多）。Grids that cover this group, estate or cell.")
    async def covered_by(self, info: Info) -> list[Place]:
        """The grids that cover it."""
        return await self._listed(info.context, covered_by)

    @described("它覆盖的小组、小区、好邻居片。What this grid covers.")
    async def covers(self, info: Info, first: int | None = 20, after: str | None = None) -> PlaceConnection:
        """What it covers."""
        return await COVERED.page(info.context, self.row.id, self.as_of, first, after)

    @described("设在这里的组织（不含下级地点的）。Organisations located here, not those further down.")
    async def organizations(
        self,
        info: Info,
        kind: list[str] | None = None,
        first: int | None = 20,
        after: str | None = None,
        order_by: Order | None = None,
    ) -> LazyOrganizations:
        """The organisations located here."""
        from wushe.api.types.organizations import ORGANIZATIONS_AT  # noqa: PLC0415

        kinds = worded_kinds(kind, "organizations")
        return await ORGANIZATIONS_AT.page(
            info.context, self.row.id, self.as_of, first, after, kinds=kinds, **Order.filters(order_by)
        )

    async def _listed(self, context: Context, query: object) -> list[Place]:
        items = await context.items.load(Slice(query, self.row.id, (("as_of", self.as_of),)))  # type: ignore[arg-type]
        found = await asyncio.gather(*(load_place(context, item.id, self.as_of) for item in items))
        return [place for place in found if place is not None]


@strawberry.type
class PlaceEdge:
    """A place in a list."""

    node: Place
    cursor: str


@strawberry.type(description="地点的一页。A page of places.")
class PlaceConnection(Connection):
    """A page of places."""

    edges: list[PlaceEdge]


async def load_place(context: Context, identifier: str, as_of: date) -> Place | None:
    """A place by id."""
    body = await load_body(context, identifier, as_of)
    return body if isinstance(body, Place) else None


async def the_place(context: Context, identifier: str, as_of: date) -> Place:
    """A place that must be there."""
    place = await load_place(context, identifier, as_of)
    if place is None:
        raise LookupError("a place is missing")
    return place


_ORDER = {"by": "ID", "descending": False}
CHILDREN = Listing("children", children, PlaceConnection, PlaceEdge, load_place, defaults=_ORDER)
COVERED = Listing("covers", covered, PlaceConnection, PlaceEdge, load_place)


def checked_width(place: str) -> None:
    """Whether a question that reads everything within a place (id) may be asked about it.

    Raises:
        BadInputError: the place is a whole province.
    """
    if len(place_code(place)) < PREFECTURE:
        raise BadInputError("范围太大，一次最多问一个市", hint="请改问市、区县、镇街或村(社区)")
