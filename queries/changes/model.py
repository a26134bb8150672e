"""The shape of a change in the world."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wushe.schema.values import ChangeKind

ORDER = {kind: number for number, kind in enumerate(ChangeKind)}


class What(StrEnum):
    """What it is that changed, which says how `before` and `after` are to be read."""

    BODY = "body"
    """Nothing before or after: the subject is the body."""
    NAME = "name"
    """Names."""
    PART = "part"
    """Ids of the places that the subject is part of."""
    SEAT = "seat"
    """Ids of the places in which an organisation is located."""
    COVER = "cover"
    """Ids of what covers a place."""
    SUCCESSION = "succession"
    """After: ids of what it became."""
    HOLDER = "holder"
    """Ids of people; the subject is the post."""
    TENURE = "tenure"
    """Nothing: the subject is the tenure."""
    STATUS = "status"
    """How the post was held, and is held now; the subject is the later tenure."""
    TIE = "tie"
    """Nothing: the subject is the tie."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened on a day, the first on which it is so.

    `began` and `ended` are the bodies, tenures and ties (ids) that are there from that day on, and no more.
    """

    on: date
    kind: ChangeKind
    subject: str
    what: What
    by: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    began: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Where it stands: the earliest first, then by kind and subject; a subject may change in several ways at once."""
        return f"{self.on}|{ORDER[self.kind]}|{self.subject}|{self.what}"


def joined(*lists: list[str]) -> tuple[str, ...]:
    """Every attestation once."""
    return tuple(dict.fromkeys(text for texts in lists for text in texts))
