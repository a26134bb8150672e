"""What happened in the world between two days, the earliest first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

import strawberry

from wushe.api.connections import Connection, checked_first, cut, read_cursor
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.types.change_words import Told, told
from wushe.api.types.fields import described
from wushe.api.types.node import Node
from wushe.api.types.places import checked_width
from wushe.api.types.sources import Provenance, provenance
from wushe.errors import BadInputError
from wushe.queries.changes import Change as Row
from wushe.queries.changes import bodies_of, ordered, parts
from wushe.schema.values import ChangeKind


@strawberry.type(
    description="世界上发生的一件事（生效时间），on 为新情况的第一天。Something that happened in the world; `on` is the first day on "
    "which it is so."
)
class Change:
    """Something that happened."""

    row: strawberry.Private[Row]
    told: strawberry.Private[Told]
    on: date
    kind: ChangeKind
    before: str | None = strawberry.field(
        description="之前：名称、所属、任职的人、任职方式；没有为 null。What it was: a name, a place, holders."
    )
    after: str | None = strawberry.field(description="之后；没有为 null。What it is from then on.")
    text: str = strawberry.field(description="一句话。In a sentence.")

    @described(
        "对象：单位、地点、岗位、任职或关系，以变化后（终止的以变化前）为准。What it happened to, as after it, or before its end."
    )
    async def subject(self, info: Info) -> Node:
        """What it happened to."""
        return await _node(info.context, self.row.subject, self.told.day)

    @described("从这天起有的单位、任职、关系。Bodies, tenures and ties that are there from that day on.")
    async def began(self, info: Info) -> list[Node]:
        """What began."""
        return list(await asyncio.gather(*(_node(info.context, one, self.row.on) for one in self.row.began)))

    @described("从这天起没有的单位、任职、关系。Those that are there no more.")
    async def ended(self, info: Info) -> list[Node]:
        """What ended."""
        before = self.row.on - timedelta(days=1)
        return list(await asyncio.gather(*(_node(info.context, one, before) for one in self.row.ended)))

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class ChangeEdge:
    """A change in a list."""

    node: Change
    cursor: str


@strawberry.type(description="变化的一页，由早到晚。A page of changes, the earliest first.")
class ChangeConnection(Connection):
    """A page of changes."""

    edges: list[ChangeEdge]


async def changes_in(
    context: Context,
    place: str,
    start: date,
    to: date,
    *,
    kinds: Sequence[ChangeKind] | None,
    first: int | None,
    after: str | None,
) -> ChangeConnection:
    """What happened within a place (id) from `start` to `to`, both days included.

    Raises:
        BadInputError: it is asked from a day after `to`, or about a whole province; the cursor or `first` cannot be used.
    """
    if start > to:
        raise BadInputError("from 晚于 to", hint="请把早的日期写在 from，晚的写在 to")
    checked_width(place)
    size = checked_first(first)
    chosen = None if kinds is None else tuple(kind.value for kind in kinds)
    asked = Where("changes", place, to, {"start": start.isoformat(), "to": to.isoformat(), "kinds": chosen})
    seen = read_cursor(after, asked, {}) if after is not None else None
    where = seen.place if seen else asked
    wanted = where.filters["kinds"]
    found = {row.key: row for row in await _during(context, place, start, to) if wanted is None or row.kind in wanted}
    pairs, info = cut(found, where, seen, size)
    nodes = await asyncio.gather(*(_change(context, row) for _, row in pairs))
    edges = [ChangeEdge(node=node, cursor=cursor) for (cursor, _), node in zip(pairs, nodes, strict=True)]

    async def count() -> int:
        return len(found)

    return ChangeConnection(edges=edges, page_info=info, count=count)


async def _during(context: Context, place: str, start: date, to: date) -> list[Row]:
    """Everything, as kept for this version of the graph; read in parts, none of them long."""

    async def make() -> list[Row]:
        bodies = await context.read(bodies_of, place, start, to)
        return ordered([await context.read(part) for part in parts(bodies, start, to)])

    return await context.keep(("changes", place, start, to), make)


async def _change(context: Context, row: Row) -> Change:
    words = await told(context, row)
    return Change(
        row=row, told=words, on=row.on, kind=row.kind, before=words.before, after=words.after, text=words.text
    )


async def _node(context: Context, identifier: str, day: date) -> Node:
    from wushe.api.nodes import load_node  # noqa: PLC0415

    found = await load_node(context, identifier, day)
    if found is None:
        raise LookupError("the subject of a change is missing")
    return found
