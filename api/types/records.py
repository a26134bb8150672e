"""Documents and the runs that brought them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from wushe.api.connections import Connection
from wushe.api.context import Context, Info
from wushe.api.types.enums import LoadState
from wushe.api.types.fields import described
from wushe.api.types.node import Node
from wushe.api.types.writes import LoadWriteConnection, page_of_writes
from wushe.api.view import text
from wushe.queries.loads import LoadRow
from wushe.queries.sources import SourceRow


@strawberry.type(description="来源文件。A document that facts came from.")
class Source(Node):
    """A document."""

    row: strawberry.Private[SourceRow]
    sha256: str | None
    as_of: date | None
    synthetic: bool

    @described("文件名或标题。File name or title.")
    def title(self, info: Info) -> str:
        """What the document is called."""
        return text(info.context.viewer, self.row.title)


@strawberry.type(description="一次载入。A run that brought facts.")
class Load(Node):
    """A load."""

    row: strawberry.Private[LoadRow]
    state: LoadState
    as_of: date | None
    started_at: datetime
    finished_at: datetime | None
    read: int = strawberry.field(description="读到的行。Rows read.")
    loaded: int = strawberry.field(description="载入的行。Rows loaded.")
    quarantined: int = strawberry.field(description="隔离的行。Rows set aside.")
    refused: int = strawberry.field(description="拒绝的行。Rows refused.")
    added: int = strawberry.field(description="新增的事实。Facts added.")
    changed: int = strawberry.field(description="改变的事实。Facts changed.")
    ended: int = strawberry.field(description="终止的事实。Facts ended.")

    @described("来源文件。Its document.")
    async def source(self, info: Info) -> Source:
        """The document it read."""
        source = await load_source(info.context, self.row.source)
        if source is None:  # it went when the load was undone
            row = SourceRow(self.row.source, self.row.title, None, self.row.as_of, synthetic=False)
            return Source(id=strawberry.ID(row.id), row=row, sha256=None, as_of=row.as_of, synthetic=False)
        return source

    @described("这次载入写了什么，按写入的次序。What this load wrote, in the order of writing.")
    async def writes(self, info: Info, first: int | None = 20, after: str | None = None) -> LoadWriteConnection:
        """What it wrote."""
        return await page_of_writes(info.context, self.row.id, first, after)


async def load_source(context: Context, identifier: str) -> Source | None:
    """A source by id."""
    row = await context.sources.load(identifier)
    if row is None:
        return None
    return Source(id=strawberry.ID(row.id), row=row, sha256=row.sha256, as_of=row.as_of, synthetic=row.synthetic)


async def load_load(context: Context, identifier: str) -> Load | None:
    """A load by id."""
    row = await context.loads.load(identifier)
    if row is None:
        return None
    return Load(
        id=strawberry.ID(row.id),
        row=row,
        state=LoadState(row.state),
        as_of=row.as_of,
        started_at=row.started_at,
        finished_at=row.finished_at,
        read=row.read,
        loaded=row.loaded,
        quarantined=row.quarantined,
        refused=row.refused,
        added=row.added,
        changed=row.changed,
        ended=row.ended,
    )


@strawberry.type
class SourceEdge:
    """A document in a list."""

    node: Source
    cursor: str


@strawberry.type(description="来源文件的一页。A page of documents.")
class SourceConnection(Connection):
    """A page of documents."""

    edges: list[SourceEdge]


@strawberry.type
class LoadEdge:
    """A load in a list."""

    node: Load
    cursor: str


@strawberry.type(description="载入的一页。A page of loads.")
class LoadConnection(Connection):
    """A page of loads."""

    edges: list[LoadEdge]


async def load_source_on(context: Context, identifier: str, _: date) -> Source | None:
    """A source by id, as a list asks for it: it is of no day."""
    return await load_source(context, identifier)


async def load_load_on(context: Context, identifier: str, _: date) -> Load | None:
    """A load by id, as a list asks for it: it is of no day."""
    return await load_load(context, identifier)
