"""What a load wrote: record time, beside `changes`, which is what happened in the world."""

from __future__ import annotations

import json
from typing import Any

import strawberry

from wushe.api.connections import Connection, Mark, Place, checked_first, page_info, read_cursor
from wushe.api.context import Context
from wushe.api.types.scalars import AttributeValue
from wushe.api.view import written
from wushe.queries.load_pages import Written, load_writes
from wushe.queries.load_pages_counted import load_pages_counted

LIST = "writes"


@strawberry.type(description="一处写入；field 为空时是新增的事实。One write; without a field, a fact that was added.")
class LoadWrite:
    """One field of one fact, before and after."""

    target: strawberry.ID
    field: str | None
    old: AttributeValue | None
    new: AttributeValue | None
    sheet: str | None
    row: int | None


@strawberry.type
class LoadWriteEdge:
    """A write in a list."""

    node: LoadWrite
    cursor: str


@strawberry.type(description="一次载入的写入的一页。A page of what a load wrote.")
class LoadWriteConnection(Connection):
    """A page of writes."""

    edges: list[LoadWriteEdge]


async def page_of_writes(context: Context, load: str, first: int | None, after: str | None) -> LoadWriteConnection:
    """A page of the writes of a load.

    Raises:
        BadInputError: more than a page holds, or a cursor that is not one of this list.
    """
    size = checked_first(first)
    place = Place(LIST, load, context.today, {})
    seen = read_cursor(after, place, {}) if after is not None else None
    start = tuple(json.loads(seen.key)) if seen else None
    found = await context.read(load_writes, load, start, size + 1)
    edges = [_edge(context, place, one) for one in found[:size]]
    info = page_info([edge.cursor for edge in edges], seen, more=len(found) > size)

    async def count() -> int:
        return await context.read(load_pages_counted, load)

    return LoadWriteConnection(edges=edges, page_info=info, count=count)


def _edge(context: Context, place: Place, one: Written) -> LoadWriteEdge:
    def shown(value: Any) -> AttributeValue | None:
        return None if value is None else AttributeValue(written(context.viewer, one.type, one.field or "", value))

    node = LoadWrite(
        target=strawberry.ID(one.target),
        field=one.field,
        old=shown(one.old),
        new=shown(one.new),
        sheet=written(context.viewer, one.type, "", one.sheet),
        row=one.row,
    )
    return LoadWriteEdge(node=node, cursor=Mark(place, json.dumps(one.key)).cursor)
