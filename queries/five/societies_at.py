"""The organisations of the five societies at villages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SocietyRow:
    """A village itself, or an organisation at it; `works` says that a social worker is posted there, `town` where the village lies."""

    village: str
    body: str
    kind: str
    works: bool
    town: str | None


def societies_at(
    reader: Reader,
    villages: Collection[str],
    *,
    serving: Collection[str],
    committees: Collection[str],
    worker: str,
    as_of: date,
) -> list[SocietyRow]:
    """The villages, those of the kinds `serving` at or for each, its `committees`, and whatever there has a post `worker`."""
    return fetch(
        reader,
        "five/societies_at",
        SocietyRow,
        villages=list(villages),
        serving=list(serving),
        committees=list(committees),
        worker=worker,
        as_of=as_of,
    )
