"""五社联动: a row a village, page by page, and the sums of each town."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from wushe.api.below import Below, Rows
from wushe.api.connections import Connection, checked_first, read_cursor
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.node import Body, the_body
from wushe.api.types.places import Place, checked_width, the_place
from wushe.graph import Reader
from wushe.queries.five import LABELS, Row, Society, matrix
from wushe.queries.territory import territory

_ALL = {"gaps_only": False, "present": (), "missing": ()}
"""Every village is told."""


@strawberry.type(
    description="五社中的一社：有没有、有几个、是哪些；社区有党组织和居(村)委会才算有。One of the five: whether it is there, and who; a "
    "community is there with both its Party organisation and its committee."
)
class Cell:
    """One of the five in a village."""

    ids: strawberry.Private[tuple[str, ...]]
    as_of: strawberry.Private[date]
    present: bool
    count: int

    @described("有关的单位。The bodies.")
    async def bodies(self, info: Info, first: int | None = 5) -> list[Body]:
        """The first of its bodies."""
        size = checked_first(5 if first is None else first)
        return list(await asyncio.gather(*(the_body(info.context, one, self.as_of) for one in self.ids[:size])))


@strawberry.type(
    description="一个村(社区)的五社：社区、社会组织、社会工作者、社区志愿者、社会慈善资源。The five societies of one village."
)
class FiveSocieties:
    """The five societies of a village."""

    row: strawberry.Private[Row]
    as_of: strawberry.Private[date]
    community: Cell
    social_organizations: Cell
    social_workers: Cell
    volunteers: Cell
    charity: Cell
    missing: list[str] = strawberry.field(description="缺少的几社。What is missing.")
    linked: bool = strawberry.field(
        description="已有的几社（至少两社）是否都以服务、资助、共建、同一联合组织与本村(社区)或彼此相连。"
        "Whether those present, two at least, are joined by joint work with the village or each other."
    )

    @described("村(社区)。The village.")
    async def place(self, info: Info) -> Place:
        """The village."""
        return await the_place(info.context, self.row.place, self.as_of)


@strawberry.type
class FiveSocietiesEdge:
    """A village in the list."""

    node: FiveSocieties
    cursor: str


@strawberry.type(description="一个镇街的五社合计。The sums of one town.")
class FiveSocietiesTotal:
    """The sums of a town."""

    town: strawberry.Private[str]
    as_of: strawberry.Private[date]
    villages: int = strawberry.field(description="村(社区)数。Villages.")
    community: int
    social_organizations: int
    social_workers: int
    volunteers: int
    charity: int
    complete: int = strawberry.field(description="五社齐全的村(社区)数。Villages that have all five.")
    linked: int = strawberry.field(description="五社相连的村(社区)数。Villages whose societies are linked.")
    complete_share: float = strawberry.field(description="五社齐全的占比，0 到 1。Share of villages with all five.")
    linked_share: float = strawberry.field(description="相连的占比，0 到 1。Share of villages that are linked.")

    @described("镇街。The town.")
    async def place(self, info: Info) -> Place:
        """The town."""
        return await the_place(info.context, self.town, self.as_of)


@strawberry.type(description="五社矩阵的一页。A page of the matrix of the five societies.")
class FiveSocietiesConnection(Connection):
    """A page of the matrix."""

    edges: list[FiveSocietiesEdge]
    whole: strawberry.Private[Callable[[], Awaitable[list[Row]]]]
    as_of: strawberry.Private[date]

    @described("各镇街的合计与占比，是整个范围的，不是这一页的。Sums and shares of each town, of the whole place.")
    async def totals(self) -> list[FiveSocietiesTotal]:
        """The sums of each town."""
        towns: dict[str, list[Row]] = defaultdict(list)
        for row in await self.whole():
            if row.town is not None:
                towns[row.town].append(row)
        return [_total(town, rows, self.as_of) for town, rows in sorted(towns.items())]


async def five_in(
    context: Context,
    place: str,
    as_of: date,
    first: int | None,
    after: str | None,
    *,
    gaps_only: bool,
    present: Sequence[Society],
    missing: Sequence[Society],
) -> FiveSocietiesConnection:
    """The matrix of the villages within a place (id), or of the village that it lies in.

    With `gaps_only` those that lack any of the five; of others those that have all `present` and none of `missing`.

    Raises:
        BadInputError: the cursor or `first` cannot be used, or the place is a whole province.
    """
    checked_width(place)
    size = checked_first(first)
    filters = {"gaps_only": gaps_only, "present": tuple(present), "missing": tuple(missing)}
    asked = Where("fiveSocieties", place, as_of, filters)
    seen = read_cursor(after, asked, _ALL) if after is not None else None
    where = seen.place if seen else asked
    home = await context.read(_village_of, place, where.as_of)
    rows = Rows(Below(context, home, "village", where.as_of), matrix, _wanted(where.filters))
    pairs, info = await rows.page(where, seen, size)
    edges = [FiveSocietiesEdge(node=_five(row, where.as_of), cursor=cursor) for cursor, row in pairs]
    return FiveSocietiesConnection(edges=edges, page_info=info, count=rows.count, whole=rows.whole, as_of=where.as_of)


def _wanted(filters: Mapping[str, Any]) -> Callable[[Row], bool] | None:
    """Which rows are asked for; None for all."""
    present, missing = (frozenset(map(Society, filters[name])) for name in ("present", "missing"))
    if filters == _ALL:
        return None
    return lambda row: (
        present <= row.present and missing.isdisjoint(row.present) and not (filters["gaps_only"] and not row.missing)
    )


def _village_of(reader: Reader, place: str, as_of: date) -> str:
    """The village that a place below one lies in; any other place itself."""
    chain = territory(reader, [place], as_of).get(place, [])
    return next((step.id for step in chain if step.kind == "village"), place)


def _five(row: Row, as_of: date) -> FiveSocieties:
    cells = {
        society.value: Cell(
            ids=row.bodies[society],
            as_of=as_of,
            present=society in row.present,
            count=len(row.bodies[society]),
        )
        for society in Society
    }
    return FiveSocieties(
        row=row, as_of=as_of, missing=[LABELS[society] for society in row.missing], linked=row.linked, **cells
    )


def _total(town: str, rows: Sequence[Row], as_of: date) -> FiveSocietiesTotal:
    complete, linked = (sum(1 for row in rows if not row.missing), sum(1 for row in rows if row.linked))
    return FiveSocietiesTotal(
        town=town,
        as_of=as_of,
        villages=len(rows),
        complete=complete,
        linked=linked,
        complete_share=complete / len(rows),
        linked_share=linked / len(rows),
        **{society.value: sum(1 for row in rows if society in row.present) for society in Society},
    )
