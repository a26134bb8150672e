"""Who has held a post, on whatever day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class PostTenure:
    """One tenure of a post as the graph has it."""

    post: str
    person: str
    name: str
    tenure: str
    since: date
    until: date
    attested_on: date
    status: str | None
    phone: str | None

    @property
    def number(self) -> int:
        """The number in the edge's id, which tells the tenures of one person in one post apart."""
        return int(self.tenure.rpartition(":")[2])


def post_tenures(reader: Reader, posts: Collection[str]) -> list[PostTenure]:
    """The tenures of these posts, the earliest first."""
    return fetch(reader, "post_tenures", PostTenure, posts=list(posts))
