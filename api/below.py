"""Tables with a row for every place of one kind within a place: rows are worked out a few places at a time, no further than the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from wushe.api.connections import Mark, PageInfo, cut
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Slice
from wushe.graph import Reader
from wushe.queries.lists.ground import ground
from wushe.queries.lists.places_by_id import places_by_id

CHUNK = 100
"""Places looked at together."""


class Placed(Protocol):
    """A row about a place."""

    @property
    def place(self) -> str:
        """The id of the place."""
        ...


R = TypeVar("R", bound=Placed)


@dataclass(frozen=True, slots=True)
class Below:
    """The places of a kind within a place (id) on a day, by id; the place itself where it is one."""

    context: Context
    place: str
    kind: str
    as_of: date

    async def after(self, key: str | None, limit: int) -> list[str]:
        """The next places."""
        own = [self.place] if await self._is_one() and (key is None or self.place > key) else []
        below = await self.context.items.load(await self._below(after=key, limit=limit))
        return [*own, *(item.id for item in below)][:limit]

    async def count(self) -> int:
        """How many there are."""
        return int(await self._is_one()) + await self.context.totals.load(await self._below())

    async def _below(self, **page: Any) -> Slice:
        where = ground(self.place, (await self.context.state()).counties)
        asked = {"kinds": (self.kind,), "ranges": where.ranges, "text": None, "hidden": None, "as_of": self.as_of}
        return Slice(places_by_id, where.owner, tuple(sorted({**asked, **page}.items())))

    async def _is_one(self) -> bool:
        row = await self.context.bodies.load((self.place, self.as_of))
        return row is not None and row.kind == self.kind and row.since <= self.as_of < row.until


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """A row for each of the places, by what `read` says of some of them; those that are `wanted`, or all of them."""

    below: Below
    read: Callable[[Reader, Sequence[str], date], list[R]]
    wanted: Callable[[R], bool] | None = None
    _kept: list[asyncio.Future[list[R]]] = field(default_factory=list)

    async def page(self, where: Where, seen: Mark | None, size: int) -> tuple[list[tuple[str, R]], PageInfo]:
        """The next rows, each with its cursor."""
        found = await self._next(seen.key if seen else None, size + 1)
        return cut({row.place: row for row in found}, where, seen, size)

    async def whole(self) -> list[R]:
        """A row for every place, wanted or not; read once."""
        if not self._kept:
            self._kept.append(asyncio.ensure_future(self._next(None, None)))
        return await self._kept[0]

    async def count(self) -> int:
        """How many are wanted."""
        if self.wanted is None:
            return await self.below.count()
        return sum(map(self.wanted, await self.whole()))

    async def _next(self, key: str | None, size: int | None) -> list[R]:
        """The next rows that are wanted, `size` at most; all rows of all places where `size` is None."""
        found: list[R] = []
        step = CHUNK if size is None else min(size, CHUNK)
        while (size is None or len(found) < size) and (some := await self.below.after(key, step)):
            key, step = some[-1], CHUNK
            rows = await self.below.context.read(self.read, some, self.below.as_of)
            found += rows if size is None or self.wanted is None else filter(self.wanted, rows)
        return found[:size]
