"""From names to answers: the two ways of asking who is responsible."""

from __future__ import annotations

import asyncio
from datetime import date

from wushe.api.context import Context
from wushe.api.speaking import as_graphql, spoken, unclear
from wushe.api.types.answers import Answer, understanding
from wushe.api.types.responsibility import Responsibility, responsibility
from wushe.api.view import text
from wushe.errors import BadInputError
from wushe.graph import Reader
from wushe.queries.any_matter import any_matter
from wushe.queries.ask import Reading, understand
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.responsibility import who_is_responsible_at
from wushe.queries.responsibility.model import Responsibility as Row

LONGEST_QUESTION = 200


async def who(context: Context, matter: str, place: str, as_of: date) -> Responsibility:
    """The answer for a matter and a place in any form of their names, all read in one transaction."""
    scope = await context.scope(as_of)
    return responsibility(context, await context.read(_who, matter, place, scope))


def _who(reader: Reader, matter: str, place: str, scope: Scope) -> Row:
    where = resolve_one(reader, place, scope, types=("Place",), noun="地点")
    what = resolve_one(reader, matter, scope, types=("Matter",), noun="事项")
    return who_is_responsible_at(reader, what.id, where, scope.as_of)


async def ask(context: Context, question: str, as_of: date) -> Answer:
    """The answer to a question in plain Chinese.

    Raises:
        BadInputError: there is no question.
    """
    if not 0 < len(question.strip()) <= LONGEST_QUESTION:
        raise BadInputError(f"问题要有 1 到 {LONGEST_QUESTION} 个字", hint="例如：某某社区路灯坏了找谁")
    scope = await context.scope(as_of)
    readings, row = await context.read(_understood, question, scope)
    result = responsibility(context, row) if row else None
    seen = await asyncio.gather(*(understanding(context, reading, as_of) for reading in readings))
    if result:
        line = await spoken(context, readings[0], result)
    else:
        line = unclear(readings, matters=await context.read(any_matter))
    return Answer(
        question=text(context.viewer, question.strip()),
        as_of=as_of,
        text=text(context.viewer, line),
        understood=seen[0],
        result=result,
        readings=[] if result else list(seen),
        graphql=as_graphql(readings[0], as_of) if result else None,
    )


def _understood(reader: Reader, question: str, scope: Scope) -> tuple[list[Reading], Row | None]:
    """The readings, and the answer when there is one clear reading of both place and matter."""
    readings = understand(reader, question, scope)
    place, matter = readings[0].place, readings[0].matter
    if len(readings) > 1 or place is None or matter is None:
        return readings, None
    return readings, who_is_responsible_at(reader, matter.id, place, scope.as_of)
