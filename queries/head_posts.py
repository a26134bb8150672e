"""The posts that head bodies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class HeadWant:
    """A body and a kind of post that heads it; lower ranks are asked first."""

    body: str
    kind: str
    rank: int


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A head of a body."""

    body: str
    post: str
    rank: int


def head_posts(reader: Reader, wanted: Collection[HeadWant], as_of: date) -> list[HeadRow]:
    """The wanted posts that exist, the first-ranked first."""
    return fetch(reader, "head_posts", HeadRow, wanted=[asdict(want) for want in wanted], as_of=as_of)
