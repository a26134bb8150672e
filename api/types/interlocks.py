"""What ties two bodies together: people, joint bodies, and others that both work with."""

from __future__ import annotations

import asyncio
from datetime import date

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.node import Body, the_body
from wushe.api.types.people import Person, Tenure, load_tenure, the_person
from wushe.api.types.ties import Tie, load_tie
from wushe.errors import BadInputError
from wushe.queries.linkage import interlocks as question


@strawberry.type(description="在两边都任职的人。A person who holds posts on both sides.")
class SharedPerson:
    """A person on both sides."""

    row: strawberry.Private[question.Shared]
    as_of: strawberry.Private[date]

    @described("任职的人。The person.")
    async def person(self, info: Info) -> Person:
        """Who it is, named as the viewer may see it."""
        return await the_person(info.context, self.row.node, self.as_of)

    @described("在 from 一边的任职。Tenures on the side of `from`.")
    async def from_tenures(self, info: Info) -> list[Tenure]:
        """On the one side."""
        return await _tenures(info.context, self.row.first, self.as_of)

    @described("在 to 一边的任职。Tenures on the side of `to`.")
    async def to_tenures(self, info: Info) -> list[Tenure]:
        """On the other."""
        return await _tenures(info.context, self.row.second, self.as_of)


@strawberry.type(description="两边都有联系的单位。A body that both sides are tied to.")
class SharedBody:
    """A body tied to both sides."""

    row: strawberry.Private[question.Shared]
    as_of: strawberry.Private[date]

    @described("单位或地点。The body.")
    async def body(self, info: Info) -> Body:
        """The body."""
        return await the_body(info.context, self.row.node, self.as_of)

    @described("与 from 一边的关系。Its ties with the side of `from`.")
    async def from_ties(self, info: Info) -> list[Tie]:
        """With the one side."""
        return await _ties(info.context, self.row.first, self.as_of)

    @described("与 to 一边的关系。Its ties with the side of `to`.")
    async def to_ties(self, info: Info) -> list[Tie]:
        """With the other."""
        return await _ties(info.context, self.row.second, self.as_of)


@strawberry.type(
    description="两个单位或社区靠谁连在一起；镇街及以下的地点连同设在其中的组织一起看；关系超过 500 条的组织不看，没看全时 truncated 为 true；每类最多 200 个。"
    "What ties two bodies together; a place stands for the organisations located in it too."
)
class Interlocks:
    """What ties two bodies together."""

    row: strawberry.Private[question.Interlocks]
    ends: strawberry.Private[tuple[str, str]]
    as_of: strawberry.Private[date]
    people: list[SharedPerson] = strawberry.field(description="在两边都任职的人。People with posts on both sides.")
    joint_bodies: list[SharedBody] = strawberry.field(
        description="两边都参加的大党委、联席会议等。Joint bodies that both sides are members of."
    )
    shared_bodies: list[SharedBody] = strawberry.field(
        description="两边共有的驻区单位、社会组织、志愿队等。Others that both sides work with: units, social organisations, teams."
    )
    truncated: bool = strawberry.field(description="还有没列出的。There are more than are told.")

    @described("一边。The one side.", name="from")
    async def from_(self, info: Info) -> Body:
        """The one side."""
        return await the_body(info.context, self.ends[0], self.as_of)

    @described("另一边。The other side.")
    async def to(self, info: Info) -> Body:
        """The other side."""
        return await the_body(info.context, self.ends[1], self.as_of)


async def interlocks_of(context: Context, start: str, end: str, as_of: date) -> Interlocks:
    """What ties two bodies (ids) together.

    Raises:
        BadInputError: they are one.
    """
    if start == end:
        raise BadInputError("from 和 to 是同一个", hint="一个单位参加了什么，请看它的 ties")
    row = await context.read(question.interlocks, start, end, as_of)
    return Interlocks(
        row=row,
        ends=(start, end),
        as_of=as_of,
        people=[SharedPerson(row=one, as_of=as_of) for one in row.people],
        joint_bodies=[SharedBody(row=one, as_of=as_of) for one in row.joint],
        shared_bodies=[SharedBody(row=one, as_of=as_of) for one in row.others],
        truncated=row.truncated,
    )


async def _tenures(context: Context, ids: tuple[str, ...], as_of: date) -> list[Tenure]:
    found = await asyncio.gather(*(load_tenure(context, one, as_of) for one in ids))
    return [one for one in found if one is not None]


async def _ties(context: Context, ids: tuple[str, ...], as_of: date) -> list[Tie]:
    found = await asyncio.gather(*(load_tie(context, one, as_of) for one in ids))
    return [one for one in found if one is not None]
