"""The posts that a number reaches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class Reached:
    """A post."""

    id: str


def posts_reached(reader: Reader, lines: Collection[str], as_of: date) -> list[str]:
    """Ids of the posts whose holder, own line or body may be reached by one of these numbers; `contacts_of` decides."""
    return [row.id for row in fetch(reader, "contacts/posts_reached", Reached, lines=list(lines), as_of=as_of)]
