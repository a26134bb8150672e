"""The shape of the answer. Bodies, posts, persons and duties are given by id; `by` holds attestations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wushe.schema import DutyRole


class Gap(StrEnum):
    """Why there is no plain answer, the gravest first."""

    PLACE_NOT_VALID = "PLACE_NOT_VALID"
    BEFORE_DATA = "BEFORE_DATA"
    NO_DUTY = "NO_DUTY"
    NARROWER_ONLY = "NARROWER_ONLY"
    VACANT = "VACANT"
    OVERLAPPING = "OVERLAPPING"


def gravest_first(gaps: Collection[Gap]) -> list[Gap]:
    """Each of the gaps once, the gravest first."""
    return [gap for gap in Gap if gap in gaps]


@dataclass(frozen=True, slots=True)
class Responsible:
    """Somebody to turn to: a body, the post in it, who holds it. `holder` is None for a vacant post."""

    body: str
    post: str | None = None
    tenure: str | None = None
    holder: str | None = None
    status: str | None = None
    role: str | None = None
    duty: str | None = None
    axis: str | None = None
    stand_in: bool = False
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One deciding step, in a short Chinese sentence. A person is written 〔person id〕, for the API to name or mask."""

    text: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Considered:
    """A bearer that lost, and why."""

    body: str
    duty: str | None
    reason: str


@dataclass(slots=True)
class Responsibility:
    """The whole answer."""

    matter: str
    place: str
    as_of: date
    gaps: list[Gap] = field(default_factory=list)
    responsible: list[Responsible] = field(default_factory=list)
    escalation: list[Responsible] = field(default_factory=list)
    considered: list[Considered] = field(default_factory=list)
    why: list[Reason] = field(default_factory=list)
    narrower: list[str] = field(default_factory=list)
    finer: list[str] = field(default_factory=list)

    @property
    def gap(self) -> Gap | None:
        """The gravest of the gaps."""
        return next(iter(gravest_first(self.gaps)), None)

    @property
    def leading(self) -> list[Responsible]:
        """Those who lead, without their stand-ins."""
        return [r for r in self.responsible if r.role == DutyRole.LEAD and not r.stand_in]

    def say(self, text: str, by: tuple[str, ...] | list[str] = ()) -> None:
        """Add a reason."""
        self.why.append(Reason(text, tuple(by)))

    def say_first(self, reason: Reason) -> None:
        """Put a reason before those that come from a document."""
        place = next((n for n, one in enumerate(self.why) if one.by), len(self.why))
        self.why.insert(place, reason)
