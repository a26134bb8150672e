"""From what somebody wrote to the one node that it means."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wushe.api.context import Context
from wushe.queries.resolve import resolve_one

LABELS = {"地点": ("Place",), "事项": ("Matter",), "单位": ("Place", "Organization")}


async def named(
    context: Context, words: str, noun: Literal["地点", "事项", "单位"], as_of: date, within: str | None = None
) -> str:
    """The id of the place, the matter or the body that a name, a code or an id means; of one `within` a place (id)."""
    scope, types = await context.scope(as_of), LABELS[noun]
    found = await context.read(lambda reader: resolve_one(reader, words, scope, types=types, noun=noun, within=within))
    return found.id
