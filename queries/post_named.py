"""A post by the name of its body and what it is called: 登科寺社区第1网格网格长."""

from __future__ import annotations

from wushe.errors import NotFoundError
from wushe.graph import Reader
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.responsibility.heads import heads_of
from wushe.queries.seats import seats
from wushe.schema import schema
from wushe.schema.ids import post_id
from wushe.schema.text import squeeze


def post_named(reader: Reader, words: str, scope: Scope) -> str | None:
    """The id of the post that a text means: one of the body that it begins with, or what heads that place; None without one."""
    plain, kinds = squeeze(words), schema().by_word["posts"]
    for word in sorted(kinds, key=len, reverse=True):
        if plain.endswith(word) and (before := plain.removesuffix(word)):
            try:
                body = resolve_one(reader, before, scope, types=("Place", "Organization"), noun="单位")
            except NotFoundError:
                continue
            own = post_id(body.id, kinds[word], "")
            if seats(reader, [own], scope.as_of):
                return own
            line = heads_of(reader, {body.id: body.kind}, scope.as_of)[body.id]
            if head := next((seat.post for seat in line if seat.kind == kinds[word]), None):
                return head
    return None
