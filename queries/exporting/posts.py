"""A page of the posts of a county, with who holds or held them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ExportedPost:
    """A post: its properties, the id of its body, and the properties of its tenures, each with those of its `person`."""

    node: dict[str, Any]
    body: str | None
    tenures: list[dict[str, Any]]


def posts(reader: Reader, county: str, after: str, limit: int, as_of: date | None) -> list[ExportedPost]:
    """At most `limit` after the id `after`; of one day where that is given, else of all."""
    return fetch(reader, "exporting/posts", ExportedPost, county=county, after=after, limit=limit, as_of=as_of)
