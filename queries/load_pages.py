"""What a load wrote, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from wushe.graph import Reader
from wushe.graph.records import Write, unpacked
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class LoadPage:
    """A page of writes, packed."""

    ordinal: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """One field that a load wrote, or (`field` None) a fact that it made; `key` is its place among the load's writes."""

    key: tuple[int, int, int]
    type: str
    target: str
    field: str | None
    old: Any
    new: Any
    sheet: str | None
    row: int | None


def load_writes(reader: Reader, load: str, after: tuple[int, int, int] | None, limit: int) -> list[Written]:
    """At most `limit` writes of a load, in the order in which they were made."""
    return list(islice(_after(reader, load, after), limit))


def _after(reader: Reader, load: str, after: tuple[int, int, int] | None) -> Iterator[Written]:
    ordinal = after[0] if after else 0
    while pages := load_pages(reader, load, ordinal):
        page = pages[0]
        for position, write in enumerate(unpacked(page.content)):
            for written in _fields(page.ordinal, position, write):
                if after is None or written.key > after:
                    yield written
        ordinal = page.ordinal + 1


def load_pages(reader: Reader, load: str, start: int) -> list[LoadPage]:
    """The first page from `start` on that tells of a change."""
    return fetch(reader, "load_pages", LoadPage, load=load, start=start)


def _fields(ordinal: int, position: int, write: Write) -> Iterator[Written]:
    told = list(write.told.items()) if not write.made else [(None, (None, None))]
    for number, (field, (old, new)) in enumerate(told):
        key = (ordinal, position, number)
        yield Written(key, write.type, write.target, field, old, new, write.sheet, write.row)
