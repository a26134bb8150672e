"""What was understood of a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wushe.queries.five import Society
from wushe.queries.matches import Match, MatchHow


class Intent(StrEnum):
    """What a question asks."""

    RESPONSIBLE = "RESPONSIBLE"
    CONTACT = "CONTACT"
    POST_HOLDER = "POST_HOLDER"
    CHAIN = "CHAIN"
    LINKAGE = "LINKAGE"
    FIVE_SOCIETIES = "FIVE_SOCIETIES"
    COVERAGE = "COVERAGE"
    GAPS = "GAPS"
    LINEAGE = "LINEAGE"
    LIST = "LIST"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question. A part that was not said is None or empty.

    `other` is the far end of a linkage. `posts`, `kinds`, `levels`, `ties` and `figures` are codes of kinds of post, organisation,
    place, tie and figure.
    """

    intent: Intent
    place: Match | None = None
    matter: Match | None = None
    body: Match | None = None
    other: Match | None = None
    posts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    """Codes of the rules that a question of gaps is about; empty for all."""
    person: str | None = None
    phone: str | None = None
    as_of: date | None = None
    """The day that was said."""
    down: bool = False
    """Downward: whom it leads, not who leads it."""
    every: bool = False
    """All of them at any depth, not only those of the place itself."""
    needs: bool = False
    """Of what communities need, and who takes it."""
    dual: bool = False
    """Organisations that several lead."""
    incomplete: bool = False
    """Only those that lack one of the five societies, whichever."""
    having: tuple[Society, ...] = ()
    lacking: tuple[Society, ...] = ()
    """Only those that have, and that lack, all of these of the five."""
    urgent: bool = False
    """It tells of an emergency."""
    denied: str | None = None
    """What was said not to be there (没有书记), where that cannot be asked for."""
    whistle: bool = False
    """Who must report when the town whistles."""
    ignored: tuple[str, ...] = ()
    assumed: bool = False
    """No place was said, and there is only one county it can be."""

    @property
    def guessed(self) -> bool:
        """Whether what it is about only resembles what was said."""
        return any(m is not None and m.how is MatchHow.SUGGESTION for m in (self.place, self.body, self.other))

    @property
    def subject(self) -> Match | None:
        """The body that it is about, else the place."""
        return self.body or self.place
