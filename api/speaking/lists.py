"""Lists, in a line."""

from __future__ import annotations

import asyncio

from wushe.api.context import Info
from wushe.api.speaking.words import SPOKEN, listed
from wushe.api.types.needs import Need, NeedConnection
from wushe.api.types.organizations import OrganizationConnection
from wushe.api.types.places import PlaceConnection
from wushe.api.types.ties import TieConnection
from wushe.queries.ask import Intent, Reading, said


async def bodies_line(info: Info, reading: Reading, answer: PlaceConnection | OrganizationConnection) -> str:
    """How many there are, and the first of them."""
    total = await answer.total_count()
    asked = said(reading).removesuffix("（没有说地点，按全区县回答）")
    if reading.intent is Intent.COUNT:
        return f"{asked}：{total} 个"
    names = [edge.node.spoken_name(info.context) for edge in answer.edges[:SPOKEN]]
    return f"{asked}：{listed(names, total, unit='个')}" if names else f"{asked}：没有登记"


async def ties_line(info: Info, reading: Reading, answer: TieConnection) -> str:
    """The first ties, each in a sentence."""
    if not answer.edges:
        return f"{said(reading)}：没有登记"
    lines = await asyncio.gather(*(edge.node.text(info) for edge in answer.edges[:SPOKEN]))
    return listed(lines, await answer.total_count(), "；")


async def needs_line(info: Info, reading: Reading, answer: NeedConnection) -> str:
    """The first needs and who took them."""
    if not answer.edges:
        return f"{said(reading)}：没有登记"
    lines = await asyncio.gather(*(_need(info, edge.node) for edge in answer.edges[:SPOKEN]))
    return listed(lines, await answer.total_count(), "；")


async def _need(info: Info, need: Need) -> str:
    raised = (await need.raised_by(info)).spoken_name(info.context)
    taken = "、".join(body.spoken_name(info.context) for body in await need.taken_by(info))
    return f"{raised}的“{need.text}”{'由' + taken + '认领' if taken else '还没有单位认领'}"
