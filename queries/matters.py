"""Matters by id."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class MatterFacts:
    """A matter with its other names; `broader` is an id."""

    id: str
    name: str
    code: str | None
    kind: str
    ordinal: int | None
    note: str | None
    emergency: bool
    broader: str | None
    aliases: list[str]


def matters(reader: Reader, ids: Collection[str]) -> list[MatterFacts]:
    """The matters of these ids; matters always hold."""
    return fetch(reader, "matters", MatterFacts, ids=list(ids))
