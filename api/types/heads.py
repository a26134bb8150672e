"""Who heads bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.api.context import Context
from wushe.graph import Reader
from wushe.queries import responsibility as rule
from wushe.queries.responsibility.heads import head_of, heads_of


@dataclass(frozen=True, slots=True)
class Heads:
    """Who heads the bodies of one answer: asked for once, when the first of them is selected."""

    bodies: tuple[str, ...]
    as_of: date

    async def of(self, context: Context, body: str) -> rule.Responsible | None:
        """Who heads a body on the day; a vacant post where nobody does, None where no post heads it."""
        loaded = await context.bodies.load_many([(body, self.as_of) for body in self.bodies])
        kinds = {row.id: row.kind for row in loaded if row is not None}

        def work(reader: Reader) -> dict[str, rule.Responsible]:
            found: dict[str, rule.Responsible] = {}
            for headed, line in heads_of(reader, kinds, self.as_of).items():
                seat = head_of([seat for seat in line if seat.since <= self.as_of])
                if seat is not None:
                    by = tuple(seat.held_by or seat.by)
                    found[headed] = rule.Responsible(
                        seat.body, seat.post, seat.tenure, seat.person, seat.status, axis=None, by=by
                    )
            return found

        return (await context.once(("heads", self), work)).get(body)
