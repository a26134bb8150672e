"""From what somebody wrote to the one node that it means."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wushe.api.context import Context
from wushe.errors import NotFoundError
from wushe.graph import Reader
from wushe.queries.matches import Scope
from wushe.queries.post_named import post_named
from wushe.queries.resolve import resolve_one

LABELS = {"地点": ("Place",), "事项": ("Matter",), "单位": ("Place", "Organization")}


async def named(
    context: Context, words: str, noun: Literal["地点", "事项", "单位"], as_of: date, within: str | None = None
) -> str:
    """The id of the place, the matter or the body that a name, a code or an id means; of one `within` a place (id)."""
    scope, types = await context.scope(as_of), LABELS[noun]
    found = await context.read(lambda reader: resolve_one(reader, words, scope, types=types, noun=noun, within=within))
    return found.id


async def actor(context: Context, words: str, as_of: date) -> str:
    """The id of the body, the post or the person that is meant: a body by any form of its name, a post by its body and what it is
    called, each of the three by its id.

    Raises:
        NotFoundError: there is none.
    """
    plain = words.strip()
    if plain.startswith("person:"):
        if await context.people.load((plain, as_of)) is None:
            raise NotFoundError("没有这个标识的人", hint="人的标识可以从 people 得到")
        return plain
    return await context.read(_body_or_post, words, await context.scope(as_of))


def _body_or_post(reader: Reader, words: str, scope: Scope) -> str:
    try:
        return resolve_one(reader, words, scope, types=("Place", "Organization", "Post"), noun="单位或岗位").id
    except NotFoundError:
        if post := post_named(reader, words, scope):
            return post
        raise
