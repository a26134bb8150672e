"""What every list gives: ids in an order that stays while data changes, one row an item.

Each list takes its owners together, so that a list below a list is one read. `after` is the key of the last item seen;
keys end in the id, so no two are equal. `limit` is for each owner.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import camel, counting

MOST = 1_000_000
"""The most items of one list that are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list of `owner`; `key` is where it stands."""

    owner: str
    id: str
    key: str


def count_items(
    reader: Reader, query: Callable[..., list[Item]], owners: Collection[str], **arguments: Any
) -> dict[str, int]:
    """How many items each owner has in the whole list of a query with these arguments, counted by the server."""
    asked: dict[str, Any] = {"owners": list(owners), **arguments, "after": None, "limit": MOST}
    text = counting(query.__module__.removeprefix("wushe.queries.").replace(".", "/"))
    rows = reader.run(text, **{camel(name): value for name, value in asked.items()})
    return dict.fromkeys(owners, 0) | {row["owner"]: row["total"] for row in rows}
