"""What departments have in a town."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wushe.graph import Reader
from wushe.queries.text import fetch


@dataclass(frozen=True, slots=True)
class ForceRow:
    """An office of a department in the town, or a place there in which its people work."""

    department: str
    force: str
    kind: str
    by: list[str]


def forces(
    reader: Reader, town: str, departments: Collection[str], *, kinds: Collection[str], office: str, as_of: date
) -> list[ForceRow]:
    """Offices (of the kind `office`, or dispatched) in the town, and its places of these kinds, of each department."""
    return fetch(
        reader,
        "whistle/forces",
        ForceRow,
        town=town,
        departments=list(departments),
        kinds=list(kinds),
        office=office,
        as_of=as_of,
    )
