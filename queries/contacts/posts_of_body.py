"""The posts of a body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PostOf:
    """A post."""

    id: str


def posts_of_body(reader: Reader, body: str, as_of: date) -> list[str]:
    """Ids of the posts of a body on the day."""
    return [row.id for row in fetch(reader, "contacts/posts_of_body", PostOf, body=body, as_of=as_of)]
