"""Posts, which are there whether or not somebody holds them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.types.basics import Contact, Kind
from wushe.api.types.fields import described
from wushe.api.types.node import Body, Node, the_body
from wushe.api.view import numbers, still, text, visibility
from wushe.queries.posts import PostRow
from wushe.queries.posts_in import posts_in
from wushe.schema import Visibility, schema

if TYPE_CHECKING:
    from wushe.api.types.duties import DutyConnection
    from wushe.api.types.people import TenureConnection

LazyTenures = Annotated["TenureConnection", strawberry.lazy("wushe.api.types.people")]
LazyDuties = Annotated["DutyConnection", strawberry.lazy("wushe.api.types.duties")]


@strawberry.type(description="岗位，不论有没有人任职。A post, held or not.")
class Post(Node):
    """A post on a day."""

    row: strawberry.Private[PostRow]
    as_of: strawberry.Private[date]
    name: str

    @described("岗位类型。Kind of post.")
    def kind(self) -> Kind:
        """Its kind."""
        return Kind.named(self.row.kind)

    @described("所属单位或地点。The body it is in.")
    async def body(self, info: Info) -> Body:
        """The body it is in."""
        return await the_body(info.context, self.row.body, self.as_of)

    @described("职数。Seats.")
    def seats(self) -> int:
        """How many may hold it at once."""
        declared = schema().posts.get(self.row.kind)
        return self.row.seats or (declared.seats if declared else 1)

    @described("当天无人任职。Nobody holds it on asOf.")
    def vacant(self) -> bool:
        """Whether nobody holds it on the day."""
        return self.row.vacant

    @described("任职人的公开程度。Who may see its holder.")
    def visibility(self) -> Visibility:
        """By its kind."""
        return visibility([self.row.kind])

    @described("岗位的办公电话。The post's office phone.")
    def contact(self, info: Info) -> Contact | None:
        """How whoever holds the post is reached."""
        return post_contact(info.context, self.row)

    @described("起始日期。First day.")
    def since(self) -> date | None:
        """The first day."""
        return self.row.since

    @described("终止日期（不含），至今为 null。The day it no longer holds.")
    def until(self) -> date | None:
        """The first day it is no more."""
        return still(self.row.until)

    @described("当天的任职；history 为 true 时给出历任，由近及远。Holders on asOf, or all, newest first.")
    async def tenures(
        self, info: Info, history: bool = False, first: int | None = 20, after: str | None = None
    ) -> LazyTenures:
        """Who holds it, or held it."""
        from wushe.api.types.people import TENURES_OF  # noqa: PLC0415

        return await TENURES_OF.page(info.context, self.row.id, self.as_of, first, after, history=history)

    @described("点名由这个岗位承担的责任。Duties that it bears by name.")
    async def duties(self, info: Info, first: int | None = 20, after: str | None = None) -> LazyDuties:
        """Its duties."""
        from wushe.api.types.duties import DUTIES_OF  # noqa: PLC0415

        return await DUTIES_OF.page(info.context, self.row.id, self.as_of, first, after, role=None)


@strawberry.type
class PostEdge:
    """A post in a list."""

    node: Post
    cursor: str


@strawberry.type(description="岗位的一页。A page of posts.")
class PostConnection(Connection):
    """A page of posts."""

    edges: list[PostEdge]


def post_contact(context: Context, row: PostRow) -> Contact | None:
    """The office phone of a post, else of its body."""
    found = numbers(context.viewer, [row.office_phone or row.body_phone], visibility([row.kind]))
    return Contact.of(found, hours=text(context.viewer, row.hours) if row.hours else None)


async def load_post(context: Context, identifier: str, as_of: date) -> Post | None:
    """A post by id."""
    row = await context.posts.load((identifier, as_of))
    if row is None:
        return None
    return Post(id=strawberry.ID(row.id), row=row, as_of=as_of, name=text(context.viewer, row.name))


async def the_post(context: Context, identifier: str, as_of: date) -> Post:
    """A post that must be there."""
    post = await load_post(context, identifier, as_of)
    if post is None:
        raise LookupError("a post is missing")
    return post


POSTS_IN = Listing("posts", posts_in, PostConnection, PostEdge, load_post)
