"""The two interfaces: whatever has an id, and whatever posts belong to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types.basics import Attribute, Contact, Kind, Name, checked_kinds, worded_kinds
from wushe.api.types.enums import Direction
from wushe.api.types.fields import described
from wushe.api.types.naming import aliases_on, attributes_of, brief, name_on, names_of
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import numbers, still, text
from wushe.queries.bodies import BodyRow
from wushe.schema import Axis, DutyRole

if TYPE_CHECKING:
    from wushe.api.types.duties import DutyConnection
    from wushe.api.types.places import Place
    from wushe.api.types.posts import PostConnection
    from wushe.api.types.ties import TieConnection

LazyPlace = Annotated["Place", strawberry.lazy("wushe.api.types.places")]
LazyPosts = Annotated["PostConnection", strawberry.lazy("wushe.api.types.posts")]
LazyTies = Annotated["TieConnection", strawberry.lazy("wushe.api.types.ties")]
LazyDuties = Annotated["DutyConnection", strawberry.lazy("wushe.api.types.duties")]


@strawberry.interface(description="有标识、可以重新取得的事物。Anything with an id that can be refetched.")
class Node:
    """Anything with an id."""

    id: strawberry.ID


@strawberry.interface(
    description="地点或组织：设有岗位、与其他单位联动、承担责任。A place or an organisation: has posts, ties and duties."
)
class Body(Node):
    """A place or an organisation on a day."""

    row: strawberry.Private[BodyRow]
    as_of: strawberry.Private[date]

    def shown_name(self, context: Context) -> str:
        """The name on the day as the viewer may see it."""
        return text(context.viewer, name_on(self.row, self.as_of))

    def spoken_name(self, context: Context) -> str:
        """The name that people say."""
        return text(context.viewer, brief(name_on(self.row, self.as_of), aliases_on(self.row, self.as_of)))

    @described("当天有效的名称。The name valid on asOf.")
    def name(self, info: Info) -> str:
        """The name on the day, else the latest."""
        return self.shown_name(info.context)

    @described("类型。Kind.")
    def kind(self) -> Kind:
        """Its kind."""
        return Kind.named(self.row.kind)

    @described("当天的其他名称。Other names on asOf.")
    def aliases(self, info: Info) -> list[str]:
        """Every other name on the day."""
        return [text(info.context.viewer, alias) for alias in aliases_on(self.row, self.as_of)]

    @described("用过的全部名称。Every name it ever bore.")
    def names(self, info: Info) -> list[Name]:
        """All names with their dates."""
        return names_of(info.context.viewer, self.row, self.as_of)

    @described("起始日期。First day.")
    def since(self) -> date | None:
        """The first day."""
        return self.row.since

    @described("终止日期（不含），至今为 null。The day it no longer holds.")
    def until(self) -> date | None:
        """The first day it is no more."""
        return still(self.row.until)

    @described("它本身是或所在的区划。The division it is, or sits in.")
    async def place(self, info: Info) -> LazyPlace | None:
        """Its division."""
        from wushe.api.types.places import load_place  # noqa: PLC0415

        return await load_place(info.context, self.row.place, self.as_of) if self.row.place else None

    @described("单位自身的办公电话。Office phone of the body itself.")
    def contact(self, info: Info) -> Contact | None:
        """Its own phone."""
        return body_contact(info.context, self.row)

    @described("地址。Address.")
    def address(self, info: Info) -> str | None:
        """Where its office is."""
        address = self.row.properties.get("address")
        return text(info.context.viewer, address) if address else None

    @described("模式声明的其他属性。Other declared attributes.")
    def attributes(self, info: Info) -> list[Attribute]:
        """What its declaration has beyond the fields here."""
        return attributes_of(info.context.viewer, self.row)

    @described("岗位。Posts in it.")
    async def posts(
        self,
        info: Info,
        kind: list[str] | None = None,
        vacant: bool | None = None,
        first: int | None = 20,
        after: str | None = None,
    ) -> LazyPosts:
        """Its posts."""
        from wushe.api.types.posts import POSTS_IN  # noqa: PLC0415

        kinds = worded_kinds(kind, "posts")
        return await POSTS_IN.page(info.context, self.row.id, self.as_of, first, after, kinds=kinds, vacant=vacant)

    @described(
        "联动关系；UP 为指向它的（领导、指导：上级；参加：成员；服务：服务它的），DOWN 为由它发出的。Ties: UP into it, DOWN from it."
    )
    async def ties(
        self,
        info: Info,
        *,
        axis: Axis | None = None,
        kinds: list[str] | None = None,
        direction: Direction | None = None,
        first: int | None = 20,
        after: str | None = None,
    ) -> LazyTies:
        """Its ties."""
        from wushe.api.types.ties import TIES_OF  # noqa: PLC0415

        types = checked_kinds([kind.upper() for kind in kinds] if kinds is not None else None, "ties")
        return await TIES_OF.page(
            info.context,
            self.row.id,
            self.as_of,
            first,
            after,
            types=types,
            axis=axis.value if axis else None,
            direction=direction.value if direction else None,
        )

    @described("点名由它承担的责任。Duties that it bears by name.")
    async def duties(
        self, info: Info, role: DutyRole | None = None, first: int | None = 20, after: str | None = None
    ) -> LazyDuties:
        """Its duties."""
        from wushe.api.types.duties import DUTIES_OF  # noqa: PLC0415

        chosen = role.value if role else None
        return await DUTIES_OF.page(info.context, self.row.id, self.as_of, first, after, role=chosen)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


def body_contact(context: Context, row: BodyRow) -> Contact | None:
    """The office phone of a body itself."""
    return Contact.of(numbers(context.viewer, [row.properties.get("phone")]))


async def load_body(context: Context, identifier: str, as_of: date) -> Body | None:
    """A body by id."""
    from wushe.api.types.organizations import Organization  # noqa: PLC0415
    from wushe.api.types.places import Place  # noqa: PLC0415

    row = await context.bodies.load((identifier, as_of))
    if row is None:
        return None
    made: Body = (Place if row.label == "Place" else Organization)(id=strawberry.ID(row.id), row=row, as_of=as_of)
    return made


async def the_body(context: Context, identifier: str, as_of: date) -> Body:
    """A body that must be there."""
    body = await load_body(context, identifier, as_of)
    if body is None:
        raise LookupError("a body is missing")
    return body
