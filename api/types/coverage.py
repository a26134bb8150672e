"""Who answers for one matter in every place of a kind, page by page: nobody, one, or several."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

import strawberry

from wushe.api.below import Below, Rows
from wushe.api.connections import Connection, checked_first, read_cursor
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.types.basics import worded_kinds
from wushe.api.types.fields import described
from wushe.api.types.matters import Matter, the_matter
from wushe.api.types.places import Place, checked_width, the_place
from wushe.api.types.responsibility import Responsible, responsible
from wushe.graph import Reader
from wushe.queries import responsibility as rule
from wushe.queries.responsibility import Gap

LEVEL = "grid"
_DEFAULTS = {"level": LEVEL, "gaps_only": False}


@strawberry.type(
    description="一个地点在一件事上由谁负责，与 whoIsResponsible 的回答一致。Who answers for a matter in one place, as "
    "whoIsResponsible says."
)
class Coverage:
    """A place, and who answers for the matter there."""

    row: strawberry.Private[rule.Cover]
    matter_id: strawberry.Private[str]
    as_of: strawberry.Private[date]
    owners: int = strawberry.field(
        description="主责的有几家，代管的不算。How many lead; those who stand in for them are not counted."
    )
    responsible: list[Responsible] = strawberry.field(description="主责在前，其他角色在后。The lead first.")
    gap: Gap | None = strawberry.field(description="最严重的缺口。The gravest gap.")

    @described("地点。The place.")
    async def place(self, info: Info) -> Place:
        """The place."""
        return await the_place(info.context, self.row.place, self.as_of)

    @described("事项。The matter.")
    async def matter(self, info: Info) -> Matter:
        """The matter."""
        return await the_matter(info.context, self.matter_id, self.as_of)


@strawberry.type
class CoverageEdge:
    """A place in the list."""

    node: Coverage
    cursor: str


@strawberry.type(
    description="整个范围的合计，不是这一页的。Sums of the whole place: of how many places nobody, one or several lead."
)
class CoverageTotals:
    """The sums of the whole place."""

    places: int = strawberry.field(description="地点数。Places.")
    none: int = strawberry.field(description="无人主责的。Places where nobody leads.")
    one: int = strawberry.field(description="恰有一家主责的。Places where one leads.")
    several: int = strawberry.field(description="多家同为主责的。Places where several lead.")
    gaps: int = strawberry.field(description="有缺口的，包括岗位空缺。Places with a gap, vacant posts among them.")


@strawberry.type(description="责任覆盖的一页。A page of who answers in every place.")
class CoverageConnection(Connection):
    """A page of places and who answers in each."""

    edges: list[CoverageEdge]
    whole: strawberry.Private[Callable[[], Awaitable[list[rule.Cover]]]]

    @described("整个范围的合计。Sums of the whole place.")
    async def totals(self) -> CoverageTotals:
        """The sums of the whole place, whatever is filtered."""
        rows = await self.whole()
        none, one = (sum(row.owners == number for row in rows) for number in (0, 1))
        gaps = sum(row.gap is not None for row in rows)
        return CoverageTotals(places=len(rows), none=none, one=one, several=len(rows) - none - one, gaps=gaps)


async def coverage_of(
    context: Context,
    place: str,
    matter: str,
    as_of: date,
    *,
    first: int | None,
    after: str | None,
    level: str,
    gaps_only: bool,
    owners: int | None,
) -> CoverageConnection:
    """Who answers for a matter (id) in every place of the kind `level` within a place (id).

    Raises:
        BadInputError: `level` is no kind of place, the cursor or `first` cannot be used, or the place is a whole province.
    """
    (kind,) = worded_kinds([level], "places") or [LEVEL]
    checked_width(place)
    size = checked_first(first)
    filters = {"matter": matter, "level": kind, "gaps_only": gaps_only, "owners": owners}
    asked = Where("coverage", place, as_of, filters)
    seen = read_cursor(after, asked, _DEFAULTS) if after is not None else None
    where = seen.place if seen else asked

    def read(reader: Reader, places: Sequence[str], day: date) -> list[rule.Cover]:
        return rule.coverage(reader, matter, places, day)

    rows = Rows(Below(context, place, where.filters["level"], where.as_of), read, _wanted(where))
    pairs, info = await rows.page(where, seen, size)
    edges = [CoverageEdge(node=_coverage(row, matter, where.as_of), cursor=cursor) for cursor, row in pairs]
    return CoverageConnection(edges=edges, page_info=info, count=rows.count, whole=rows.whole)


def _wanted(where: Where) -> Callable[[rule.Cover], bool] | None:
    """What the filters of a list let through; None where they let everything through."""
    gaps_only, owners = bool(where.filters["gaps_only"]), where.filters["owners"]
    if not gaps_only and owners is None:
        return None
    return lambda row: (row.gap is not None or not gaps_only) and owners in (None, row.owners)


def _coverage(row: rule.Cover, matter: str, as_of: date) -> Coverage:
    return Coverage(
        row=row,
        matter_id=matter,
        as_of=as_of,
        owners=row.owners,
        responsible=[responsible(one, as_of) for one in row.responsible],
        gap=row.gap,
    )
