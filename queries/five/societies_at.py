"""The organisations of the five societies at villages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class SocietyRow:
    """An organisation at a village; `works` says that a social worker is posted in it."""

    village: str
    body: str
    kind: str
    works: bool


def societies_at(
    reader: Reader,
    villages: Collection[str],
    *,
    serving: Collection[str],
    committees: Collection[str],
    worker: str,
    as_of: date,
) -> list[SocietyRow]:
    """Of the kinds `serving` those in each village or that serve it, and its `committees`, each with whether it has a `worker`."""
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
