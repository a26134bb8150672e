"""Who is responsible, asked with names: resolved and answered in one transaction."""

from __future__ import annotations

from datetime import date

from wushe.api.context import Context
from wushe.api.types.responsibility import Responsibility, responsibility
from wushe.graph import Reader
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.responsibility import who_is_responsible_at
from wushe.queries.responsibility.model import Responsibility as Row


async def who(context: Context, matter: str, place: str, as_of: date) -> Responsibility:
    """The answer for a matter and a place in any form of their names, all read in one transaction."""
    scope = await context.scope(as_of)
    return responsibility(context, await context.read(_who, matter, place, scope))


def _who(reader: Reader, matter: str, place: str, scope: Scope) -> Row:
    where = resolve_one(reader, place, scope, types=("Place",), noun="地点")
    what = resolve_one(reader, matter, scope, types=("Matter",), noun="事项")
    return who_is_responsible_at(reader, what.id, where, scope.as_of)
