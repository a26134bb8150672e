"""THE place of masking: what a viewer may see of people, by the visibility of their posts and the shape of their numbers.

Everything that leaves through GraphQL passes here: names of persons, numbers, and every text that may hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from wushe.queries.people import PersonRow
from wushe.schema import FOREVER, Visibility, schema

_MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)?86[- ]?)?(1\d{2})[- ]?(\d{4})[- ]?(\d{4})(?!\d)")
_SPLIT = re.compile(r"[、，,;；/|\n]+")
_OPENNESS = (Visibility.RESTRICTED, Visibility.INTERNAL, Visibility.PUBLIC)


class Viewer(StrEnum):
    """Who asks: anybody on the network, or the person at the machine that has the data."""

    STRANGER = "STRANGER"
    LOCAL = "LOCAL"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers as a viewer may see them; `masked` says that some were not shown whole."""

    phone: str | None
    office_phone: str | None
    masked: bool


def visibility(kinds: Iterable[str]) -> Visibility:
    """That of the most public of these kinds of post; none, or none that this program knows, is RESTRICTED."""
    declared = schema().posts
    levels = (declared[kind].visibility for kind in kinds if kind in declared)
    return max(levels, key=_OPENNESS.index, default=Visibility.RESTRICTED)


def person_visibility(person: PersonRow) -> Visibility:
    """By the posts held today; for one who holds none any more by those of the day asked about, else by all.

    Today comes first so that a question about the past does not unmask somebody who is a private citizen now.
    """
    return visibility(person.now or person.then or person.ever)


def person_name(viewer: Viewer, person: PersonRow) -> tuple[str, bool]:
    """The name that the viewer may see, and whether it is masked."""
    if viewer is Viewer.LOCAL or person_visibility(person) is not Visibility.RESTRICTED:
        return text(viewer, person.name), False
    return f"{person.name[:1]}**", True


def written(viewer: Viewer, kind: str, field: str, value: Any) -> Any:
    """A value that a load wrote into a field; what it says of a person is for those at the machine only."""
    if not isinstance(value, str) or viewer is Viewer.LOCAL:
        return value
    return "***" if (kind, field) in _OF_PEOPLE else text(viewer, value)


_OF_PEOPLE = {("Person", "name"), ("HOLDS", "remark"), ("HOLDS", "phone")}


def text(viewer: Viewer, words: str) -> str:
    """A text with every mobile number in it masked."""
    return words if viewer is Viewer.LOCAL else _MOBILE.sub(r"\1****\3", words)


def unsearchable(viewer: Viewer) -> str | None:
    """A pattern of texts that a search must not find, because they hold a number that the viewer would see masked."""
    return None if viewer is Viewer.LOCAL else f"(?s).*{_MOBILE.pattern}.*"


def searchable(viewer: Viewer) -> tuple[str, ...] | None:
    """The kinds of posts whose holders may be found by name; None for all."""
    posts = schema().posts
    hidden = Visibility.RESTRICTED
    return None if viewer is Viewer.LOCAL else tuple(kind for kind in posts if posts[kind].visibility is not hidden)


def sees_whole_numbers(viewer: Viewer) -> bool:
    """Whether every number is shown whole to the viewer: only then may a number be looked up, or its digits could be guessed."""
    return viewer is Viewer.LOCAL


def numbers(viewer: Viewer, written: Iterable[str | None], level: Visibility = Visibility.PUBLIC) -> Numbers | None:
    """Mobiles and office lines, told by their shape; None when there is nothing that may be shown."""
    pieces = [piece.strip() for cell in written if cell for piece in _SPLIT.split(cell) if piece.strip()]
    if not pieces or (level is Visibility.RESTRICTED and viewer is Viewer.STRANGER):
        return None
    pieces = list(dict.fromkeys(pieces))
    mobiles = [piece for piece in pieces if _MOBILE.search(piece)]
    lines = [piece for piece in pieces if piece not in mobiles]
    hidden = viewer is Viewer.STRANGER and bool(mobiles)
    return Numbers("、".join(text(viewer, m) for m in mobiles) or None, "、".join(lines) or None, hidden)


def still(day: date) -> date | None:
    """The end of a period as GraphQL gives it: null for what is still so."""
    return None if day == FOREVER else day
