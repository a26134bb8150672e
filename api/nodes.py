"""Any node by its id; the id's prefix says what it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from wushe.api.context import Context
from wushe.api.types.duties import load_duty
from wushe.api.types.gaps import load_gap
from wushe.api.types.matters import load_matter
from wushe.api.types.needs import load_need
from wushe.api.types.node import Node, load_body
from wushe.api.types.people import load_person, load_tenure
from wushe.api.types.posts import load_post
from wushe.api.types.records import load_load, load_source
from wushe.api.types.ties import load_tie
from wushe.schema import schema

DATED: dict[str, Callable[[Context, str, date], Awaitable[Node | None]]] = {
    "place": load_body,
    "org": load_body,
    "post": load_post,
    "person": load_person,
    "holds": load_tenure,
    "matter": load_matter,
    "duty": load_duty,
    "need": load_need,
    "gap": load_gap,
    **{tie.lower(): load_tie for tie in schema().ties},
}
UNDATED: dict[str, Callable[[Context, str], Awaitable[Node | None]]] = {"source": load_source, "load": load_load}


async def load_node(context: Context, identifier: str, as_of: date) -> Node | None:
    """The node of this id, those not there on the day too (see its `since` and `until`); None for an id we do not know."""
    prefix = identifier.partition(":")[0]
    if prefix in UNDATED:
        return await UNDATED[prefix](context, identifier)
    return await DATED[prefix](context, identifier, as_of) if prefix in DATED else None
