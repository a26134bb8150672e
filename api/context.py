"""What a resolver has at hand: the graph, the day, who asks, and loaders that turn many look-ups into one read."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol, TypeAlias, TypeVar

from strawberry.dataloader import DataLoader
from strawberry.types import Info as StrawberryInfo

from wushe.api.kept import Memory
from wushe.api.view import Viewer
from wushe.graph import Graph, Reader
from wushe.queries.bodies import BodyRow, bodies
from wushe.queries.duties import DutyFacts, duties
from wushe.queries.listing import Item, count_items
from wushe.queries.loads import LoadRow, loads
from wushe.queries.matches import Scope
from wushe.queries.matters import MatterFacts, matters
from wushe.queries.needs import NeedRow, needs
from wushe.queries.people import PersonRow, people
from wushe.queries.posts import PostRow, posts
from wushe.queries.scope import GraphState, graph_state
from wushe.queries.sources import SourceRow, sources
from wushe.queries.tenures import TenureRow, tenures
from wushe.queries.ties import TieRow, ends_in, ties
from wushe.settings import Settings

__all__ = ["Context", "Info", "Slice", "Viewer"]

T = TypeVar("T")


class Identified(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """What it is found by."""
        ...


R = TypeVar("R", bound=Identified)
Dated: TypeAlias = DataLoader[tuple[str, date], R | None]
Undated: TypeAlias = DataLoader[str, R | None]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a list of one owner; those that differ in their owner alone are read together."""

    query: Callable[..., list[Item]]
    owner: str
    arguments: tuple[tuple[str, Any], ...]


class Context:
    """Everything one request needs; a fresh one for each run of it."""

    def __init__(self, graph: Graph, settings: Settings, viewer: Viewer, kept: Memory | None = None) -> None:
        self.graph = graph
        self.kept = kept if kept is not None else Memory()
        self.settings = settings
        self.viewer = viewer
        self.today = settings.default_day
        self._state: asyncio.Task[GraphState] | None = None
        self._once: dict[Hashable, asyncio.Future[Any]] = {}
        self.bodies: Dated[BodyRow] = self._on_day(bodies)
        self.posts: Dated[PostRow] = self._on_day(posts)
        self.people: Dated[PersonRow] = self._on_day(lambda reader, ids, day: people(reader, ids, day, self.today))
        self.tenures: Undated[TenureRow] = self._by_id(tenures)
        self.ties: Undated[TieRow] = self._by_id(_ties)
        self.matters: Undated[MatterFacts] = self._by_id(matters)
        self.duties: Undated[DutyFacts] = self._by_id(duties)
        self.needs: Undated[NeedRow] = self._by_id(needs)
        self.sources: Undated[SourceRow] = self._by_id(sources)
        self.loads: Undated[LoadRow] = self._by_id(loads)
        self.items: DataLoader[Slice, list[Item]] = DataLoader(load_fn=self._slices)
        self.totals: DataLoader[Slice, int] = DataLoader(load_fn=self._totals)

    async def read(self, work: Callable[..., T], *arguments: Any) -> T:
        """Run a question in one read transaction, in a thread of its own; the graph's version is noted before the first."""
        await self.state()
        return await self._run(work, *arguments)

    async def once(self, key: Hashable, work: Callable[[Reader], T]) -> T:
        """Run a costly question once in this request, however many fields ask it."""
        if key not in self._once:
            self._once[key] = asyncio.create_task(self.read(work))
        found: T = await asyncio.shield(self._once[key])
        return found

    async def keep(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """The answer to a costly question as it was in this version of the graph, else worked out now, once, and kept."""
        version = (await self.state()).version
        kept: T | None = self.kept.lists.get(version, key)
        if kept is not None:
            return kept
        if key not in self._once:
            self._once[key] = asyncio.ensure_future(make())
        found: T = await asyncio.shield(self._once[key])
        self.kept.lists.put(version, {key: found})
        return found

    async def _run(self, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.to_thread(self.graph.read, lambda reader: work(reader, *arguments))

    async def state(self) -> GraphState:
        """The scope and the version of the graph when this request began to read."""
        if self._state is None:
            self._state = asyncio.create_task(self._run(graph_state, self.settings.counties))
        return await asyncio.shield(self._state)

    async def scope(self, as_of: date) -> Scope:
        """Where names are looked for, and the day."""
        return Scope((await self.state()).counties, as_of)

    async def changed(self) -> bool:
        """Whether somebody wrote to the graph since this request began to read."""
        state = self._state
        if state is None or not state.done() or state.cancelled() or state.exception() is not None:
            return False  # nothing was read; an error may answer a question before its first read has come back
        return (await self._run(graph_state)).version != state.result().version

    def _on_day(self, query: Callable[[Reader, list[str], date], list[R]]) -> Dated[R]:
        async def load(keys: list[tuple[str, date]]) -> Sequence[R | None]:
            days: dict[date, list[str]] = defaultdict(list)
            for identifier, day in keys:
                days[day].append(identifier)
            rows: dict[tuple[str, date], R] = {}
            for day, ids in days.items():
                rows |= {(row.id, day): row for row in await self.read(query, ids, day)}
            return [rows.get(key) for key in keys]

        return DataLoader(load_fn=load, max_batch_size=1000)

    def _by_id(self, query: Callable[[Reader, list[str]], list[R]]) -> Undated[R]:
        async def load(ids: list[str]) -> Sequence[R | None]:
            rows = {row.id: row for row in await self.read(query, ids)}
            return [rows.get(identifier) for identifier in ids]

        return DataLoader(load_fn=load, max_batch_size=1000)

    async def _totals(self, keys: list[Slice]) -> Sequence[int]:
        """How long whole lists are: as counted before in this version of the graph, else counted now."""
        version = (await self.state()).version
        found = {key: total for key in keys if (total := self.kept.lengths.get(version, key)) is not None}
        together: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for key in keys:
            if key not in found:
                together[key.query, key.arguments].append(key.owner)
        for (query, arguments), owners in together.items():
            counts = await self.read(partial(count_items, query=query, owners=owners, **dict(arguments)))
            found |= {Slice(query, owner, arguments): total for owner, total in counts.items()}
        self.kept.lengths.put(version, found)
        return [found[key] for key in keys]

    async def _slices(self, keys: list[Slice]) -> Sequence[list[Item]]:
        together: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for key in keys:
            together[key.query, key.arguments].append(key.owner)
        found: dict[Slice, list[Item]] = {key: [] for key in keys}
        for (query, arguments), owners in together.items():
            rows = await self.read(_with(query, dict(arguments)), owners)
            for row in rows:
                found[Slice(query, row.owner, arguments)].append(row)
        return [found[key] for key in keys]


def _with(query: Callable[..., list[Item]], arguments: dict[str, Any]) -> Callable[..., list[Item]]:
    return lambda reader, owners: query(reader, owners, **arguments)


def _ties(reader: Reader, ids: list[str]) -> list[TieRow]:
    return ties(reader, [ends for tie in ids for ends in ends_in(tie)])


Info: TypeAlias = StrawberryInfo[Context, None]
