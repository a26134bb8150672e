"""What became of places, and what they came from."""

from __future__ import annotations

from datetime import date, timedelta

import strawberry

from wushe.api.connections import Connection, checked_first, cut, read_cursor
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.places import Place, the_place
from wushe.api.types.sources import Provenance, provenance
from wushe.queries.lineage import Fate, fates, successions_at
from wushe.schema.values import ChangeKind


@strawberry.type(description="一次承接：哪一天，由什么变成了什么。What became of a place on a day.")
class Succession:
    """What became of a place."""

    row: strawberry.Private[Fate]
    today: strawberry.Private[date]
    on: date = strawberry.field(description="变化的日期；没有变化的，是它开始的日期。The day of the change.")
    kind: ChangeKind = strawberry.field(
        description="更名、换码、合并、拆分、改属；撤销而不知去向为 ENDED，没有变化为 BEGAN。What kind of change."
    )
    inferred: bool = strawberry.field(description="由名单推断得出。Inferred from lists.")
    rule: str | None = strawberry.field(description="推断所依的规则。The rule by which it was inferred.")

    @described("原来的地点，以变化前一天为准。The place before, as on the day before.", name="from")
    async def from_(self, info: Info) -> Place:
        """What it was."""
        before = self.today if self.row.start == self.row.end else self.row.on - timedelta(days=1)
        return await the_place(info.context, self.row.start, before)

    @described("现在的地点；去向不明为 null，没有变化的是它自己。The place after; null when it is not known.")
    async def to(self, info: Info) -> Place | None:
        """What it became."""
        return await the_place(info.context, self.row.end, self.today) if self.row.end else None

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type
class SuccessionEdge:
    """A succession in a list."""

    node: Succession
    cursor: str


@strawberry.type(description="承接关系的一页。A page of successions.")
class SuccessionConnection(Connection):
    """A page of successions."""

    edges: list[SuccessionEdge]


@strawberry.type(description="一个地点的沿革。The lineage of a place.")
class Lineage:
    """Where a place came from, and what became of it."""

    id: strawberry.Private[str]
    today: strawberry.Private[date]
    predecessors: list[Succession] = strawberry.field(description="由哪些地点而来。What it came from.")
    successors: list[Succession] = strawberry.field(description="变成了哪些地点。What it became.")

    @described("地点。The place.")
    async def place(self, info: Info) -> Place:
        """The place asked about."""
        return await the_place(info.context, self.id, self.today)

    @described("asOf 那天直接属于它的地点，现在各归哪里。What became of the places that lay right in it on asOf.")
    async def children(
        self, info: Info, as_of: date, first: int | None = 20, after: str | None = None
    ) -> SuccessionConnection:
        """What became of its parts."""
        size = checked_first(first)
        asked = Where("lineage", self.id, as_of, {"as_of": as_of.isoformat()})
        seen = read_cursor(after, asked, {}) if after is not None else None
        found = {
            f"{fate.start}|{fate.end or ''}": fate
            for fate in await info.context.once(
                ("lineage", self.id, as_of), lambda reader: fates(reader, self.id, as_of, self.today)
            )
        }
        pairs, shown = cut(found, asked, seen, size)
        edges = [SuccessionEdge(node=_succession(fate, self.today), cursor=cursor) for cursor, fate in pairs]

        async def count() -> int:
            return len(found)

        return SuccessionConnection(edges=edges, page_info=shown, count=count)


async def lineage_of(context: Context, place: str, today: date) -> Lineage:
    """The lineage of a place (id)."""
    before, after = await context.read(successions_at, place)
    return Lineage(
        id=place,
        today=today,
        predecessors=[_succession(fate, today) for fate in before],
        successors=[_succession(fate, today) for fate in after],
    )


def _succession(fate: Fate, today: date) -> Succession:
    return Succession(row=fate, today=today, on=fate.on, kind=fate.kind, inferred=fate.inferred, rule=fate.rule)
