"""Relay connections over keysets: a cursor says which list it is of, with which day and filters, and where it stands."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import strawberry

from wushe.api.context import Context, Slice
from wushe.api.types.fields import described
from wushe.errors import BadInputError
from wushe.queries.listing import Item

DEFAULT_FIRST = 20
MOST = 200


@strawberry.type(description="一页的位置。Where a page stands in its list.")
class PageInfo:
    """Where a page stands."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.interface(
    description="只能向后翻页（first、after）；totalCount 是整个列表的数目，只在选取时才数。"
    "Forward paging only; totalCount is the whole list, counted only when selected."
)
class Connection:
    """A page of a list."""

    page_info: PageInfo
    count: strawberry.Private[Callable[[], Awaitable[int]]]

    @described("整个列表的数目。The whole list, not the page.")
    async def total_count(self) -> int:
        """Count the whole list."""
        return await self.count()


class Edge(Protocol):
    """What every edge has."""

    cursor: str


N = TypeVar("N")
T = TypeVar("T")
C = TypeVar("C", bound=Connection)
Query: TypeAlias = Callable[..., list[Item]]


@dataclass(frozen=True, slots=True)
class Listing(Generic[C, N]):
    """A list of the contract: its name in cursors, its query, its types, and how one of its nodes is loaded.

    A list that is read in several ways has a `plan`: from the query and its arguments to those of the way to take.
    """

    name: str
    query: Query
    connection: Callable[..., C]
    edge: Callable[..., Any]
    load: Callable[[Context, str, date], Awaitable[N | None]]
    dated: bool = True
    defaults: Mapping[str, Any] = field(default_factory=dict)
    plan: Callable[[dict[str, Any]], tuple[Query, dict[str, Any]]] | None = None

    async def page(
        self,
        context: Context,
        owner: str,
        as_of: date,
        first: int | None,
        after: str | None,
        *,
        given: Given = None,
        **filters: Any,
    ) -> C:
        """The first `first` items after the cursor; what is `given` to the query beside the filters is no part of cursors.

        What is given may depend on the day and the filters that hold, which may be the cursor's.
        """
        size = checked_first(first)
        chosen = {name: tuple(value) if isinstance(value, list) else value for name, value in filters.items()}
        place = Place(self.name, owner, as_of, chosen)
        seen = read_cursor(after, place, self.defaults) if after is not None else None
        place = seen.place if seen else place
        beside = await given(place) if callable(given) else given or {}
        arguments = {**place.filters, **beside, **({"as_of": place.as_of} if self.dated else {})}
        query, arguments = self.plan(arguments) if self.plan else (self.query, arguments)
        asked = {**arguments, "after": seen.key if seen else None, "limit": size + 1}
        items = await context.items.load(Slice(query, owner, tuple(sorted(asked.items()))))
        shown = items[:size]
        nodes = await asyncio.gather(*(self.load(context, item.id, place.as_of) for item in shown))
        pairs = [(Mark(place, item.key).cursor, node) for item, node in zip(shown, nodes, strict=True) if node]
        edges = [self.edge(node=node, cursor=cursor) for cursor, node in pairs]
        info = page_info([cursor for cursor, _ in pairs], seen, more=len(items) > size)

        async def count() -> int:
            return await context.totals.load(Slice(query, owner, tuple(sorted(arguments.items()))))

        return self.connection(edges=edges, page_info=info, count=count)


@dataclass(frozen=True, slots=True)
class Place:
    """Which list: its name, whose it is, the day, and the filters and order."""

    name: str
    owner: str
    as_of: date
    filters: dict[str, Any]


Given: TypeAlias = Mapping[str, Any] | Callable[[Place], Awaitable[Mapping[str, Any]]] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a list."""

    place: Place
    key: str

    @property
    def cursor(self) -> str:
        """The mark as an opaque text."""
        filters = {name: value for name, value in self.place.filters.items() if value is not None}
        body = json.dumps(
            [self.place.name, self.place.owner, self.place.as_of.isoformat(), filters, self.key],
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        return base64.urlsafe_b64encode(_seal(body) + body).decode().rstrip("=")


def page_info(cursors: Sequence[str], seen: Mark | None, *, more: bool) -> PageInfo:
    """Where a page of items with these cursors stands: after what was seen, and whether there are more."""
    return PageInfo(
        has_next_page=more,
        has_previous_page=seen is not None,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


def cut(found: Mapping[str, T], place: Place, seen: Mark | None, size: int) -> tuple[list[tuple[str, T]], PageInfo]:
    """The page of items that are all at hand, by key: `size` of those after the key that was seen, each with its cursor."""
    keys = sorted(key for key in found if seen is None or key > seen.key)
    pairs = [(Mark(place, key).cursor, found[key]) for key in keys[:size]]
    return pairs, page_info([cursor for cursor, _ in pairs], seen, more=len(keys) > size)


def read_cursor(cursor: str, asked: Place, defaults: Mapping[str, Any]) -> Mark:
    """The mark of a cursor of ours for this very list; its day and filters hold where the question says nothing else.

    Raises:
        BadInputError: it is not ours, is of another list, or the question gives other filters.
    """
    foreign = BadInputError("游标不是本列表给出的", hint="请用上一页的 endCursor，筛选条件不要改变")
    try:
        raw = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        seal, body = raw[:8], raw[8:]
        if seal != _seal(body):
            raise foreign
        name, owner, day, stored, key = json.loads(body)
        as_of = date.fromisoformat(day)
    except (binascii.Error, ValueError, UnicodeError, TypeError):
        raise foreign from None
    filters = {field: _frozen(stored.get(field)) for field in asked.filters}
    stated = {field: value for field, value in asked.filters.items() if value != defaults.get(field)}
    if (name, owner) != (asked.name, asked.owner) or any(filters[field] != value for field, value in stated.items()):
        raise foreign
    return Mark(Place(name, owner, as_of, filters), str(key))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _seal(body: bytes) -> bytes:
    return hashlib.blake2s(body, digest_size=8, person=b"cursor").digest()


def checked_first(first: int | None) -> int:
    """How many are wanted: 20 unless said otherwise, 200 at most.

    Raises:
        BadInputError: fewer than none, or more than 200.
    """
    size = DEFAULT_FIRST if first is None else first
    if not 0 <= size <= MOST:
        raise BadInputError(f"first 要在 0 到 {MOST} 之间", hint="请分页读取：after 用上一页的 endCursor")
    return size
