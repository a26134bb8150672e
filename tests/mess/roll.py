"""Who holds a post after a sequence of lists, worked out slowly and apart from the loaders: one tenure after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

NEVER = 999
"""The day on which nothing ends."""


@dataclass(frozen=True)
class Listing:
    """A list that a body sends for a day; of a whole one, the share that may end."""

    body: str
    day: int
    people: frozenset[str]
    whole: bool
    shrink: float = 0.2


@dataclass(frozen=True)
class Held:
    """A tenure: who, from which day until which, by whom it was last told for which day."""

    person: str
    since: int
    until: int
    told: int
    bodies: frozenset[str]


@dataclass
class Roll:
    """All tenures after some lists."""

    tenures: list[Held] = field(default_factory=list)
    wholes: list[tuple[str, int]] = field(default_factory=list)

    def add(self, listing: Listing) -> bool:
        """Take a list in; False for one that would end too much, of which nothing is taken."""
        gone = [one for one in self._own(listing) if one.person not in listing.people and one.told <= listing.day]
        if listing.whole and len(gone) > listing.shrink * len(self._own(listing)):
            return False
        ended = [replace(one, until=listing.day, told=listing.day) for one in gone] if listing.whole else []
        if listing.whole:
            self.tenures = [one for one in self.tenures if one not in gone]
        for person in sorted(listing.people):
            self._attest(person, listing)
        self.tenures += ended
        if listing.whole:
            self.wholes.append((listing.body, listing.day))
        return True

    def on(self, day: int) -> set[str]:
        """Who holds the post on a day."""
        return {one.person for one in self.tenures if one.since <= day < one.until}

    def _own(self, listing: Listing) -> list[Held]:
        """What only this body has told, as far as it holds on the list's day."""
        held = (one for one in self.tenures if one.since <= listing.day < one.until)
        return [one for one in held if one.bodies == {listing.body}]

    def _attest(self, person: str, listing: Listing) -> None:
        """The first tenure that is not over by the day is the one meant; it began on the day at the latest."""
        later = [day for body, day in self.wholes if body == listing.body and day > listing.day]
        mine = sorted((one for one in self.tenures if one.person == person), key=lambda one: one.since)
        old = next((one for one in mine if one.until > listing.day), None)
        if old is None:
            bodies = frozenset({listing.body})
            self.tenures.append(Held(person, listing.day, min(later, default=NEVER), listing.day, bodies))
            return
        self.tenures.remove(old)
        lacking = later and old.told <= listing.day and old.bodies == {listing.body}
        self.tenures.append(
            Held(
                person,
                min(old.since, listing.day),
                min(later) if lacking else old.until,
                max(old.told, listing.day),
                old.bodies | {listing.body},
            )
        )
