"""Holders of posts, and their holding them. Names and numbers pass through `view`."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.types.basics import Contact
from wushe.api.types.fields import described
from wushe.api.types.node import Node
from wushe.api.types.posts import Post, the_post
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import numbers, person_name, still, text, visibility
from wushe.queries.people import PersonRow
from wushe.queries.tenures import TenureRow
from wushe.queries.tenures_of import tenures_of
from wushe.schema import Precision, TenureStatus


@strawberry.type(description="任职的人：姓名与任职，别无其他。A holder of posts.")
class Person(Node):
    """A person, named as the viewer may see it."""

    row: strawberry.Private[PersonRow]
    as_of: strawberry.Private[date]
    synthetic: bool = strawberry.field(description="合成数据。Synthetic.")

    @described("姓名：完整或遮盖（张**），依读者权限与岗位公开程度。Whole or masked.")
    def name(self, info: Info) -> str:
        """The name that the viewer may see."""
        return person_name(info.context.viewer, self.row)[0]

    @described("姓名是否遮盖。Whether the name is masked.")
    def masked(self, info: Info) -> bool:
        """Whether the name is not whole."""
        return person_name(info.context.viewer, self.row)[1]

    @described("当天的任职；history 为 true 时给出全部，由近及远。Posts held on asOf, or ever.")
    async def tenures(
        self, info: Info, history: bool = False, first: int | None = 20, after: str | None = None
    ) -> TenureConnection:
        """What posts the person holds, or held."""
        return await TENURES_OF.page(info.context, self.row.id, self.as_of, first, after, history=history)


@strawberry.type(description="任职：某人任某岗位。A person holding a post.")
class Tenure(Node):
    """A tenure."""

    row: strawberry.Private[TenureRow]
    as_of: strawberry.Private[date]
    status: TenureStatus
    elected: bool | None
    disputed: bool
    since_precision: Precision
    until_precision: Precision

    @described("任职的人。Who holds it.")
    async def person(self, info: Info) -> Person:
        """Who holds the post."""
        return await the_person(info.context, self.row.person, self.as_of)

    @described("岗位。What is held.")
    async def post(self, info: Info) -> Post:
        """The post that is held."""
        return await the_post(info.context, self.row.post, self.as_of)

    @described("起始日期。First day in office.")
    def since(self) -> date | None:
        """The first day."""
        return self.row.since

    @described("终止日期（不含），在任为 null。The day after the last in office.")
    def until(self) -> date | None:
        """The first day no longer in office."""
        return still(self.row.until)

    @described("在这个岗位上的联系方式。Contact in this post.")
    def contact(self, info: Info) -> Contact | None:
        """How the holder is reached in this post."""
        return tenure_contact(info.context, self.row)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class TenureEdge:
    """A tenure in a list."""

    node: Tenure
    cursor: str


@strawberry.type(description="任职的一页。A page of tenures.")
class TenureConnection(Connection):
    """A page of tenures."""

    edges: list[TenureEdge]


@strawberry.type
class PersonEdge:
    """A person in a list."""

    node: Person
    cursor: str


@strawberry.type(description="任职者的一页。A page of holders of posts.")
class PersonConnection(Connection):
    """A page of persons."""

    edges: list[PersonEdge]


def tenure_contact(context: Context, row: TenureRow, office: str | None = None) -> Contact | None:
    """The contact of a holder in a post; `office` is the body's own line, where the post has none."""
    written = [row.phone, row.office_phone or office]
    found = numbers(context.viewer, written, visibility([row.kind]))
    hours = text(context.viewer, row.hours) if row.hours else None
    return Contact.of(found, verified_on=row.verified_on, hours=hours)


async def load_person(context: Context, identifier: str, as_of: date) -> Person | None:
    """A person by id."""
    row = await context.people.load((identifier, as_of))
    return Person(id=strawberry.ID(row.id), row=row, as_of=as_of, synthetic=row.synthetic) if row else None


async def the_person(context: Context, identifier: str, as_of: date) -> Person:
    """A person who must be there."""
    person = await load_person(context, identifier, as_of)
    if person is None:
        raise LookupError("a person is missing")
    return person


async def load_tenure(context: Context, identifier: str, as_of: date) -> Tenure | None:
    """A tenure by id."""
    row = await context.tenures.load(identifier)
    if row is None:
        return None
    return Tenure(
        id=strawberry.ID(row.id),
        row=row,
        as_of=as_of,
        status=TenureStatus(row.status),
        elected=row.elected,
        disputed=row.disputed,
        since_precision=Precision(row.since_precision),
        until_precision=Precision(row.until_precision),
    )


TENURES_OF = Listing("tenures", tenures_of, TenureConnection, TenureEdge, load_tenure, defaults={"history": False})
