"""Whom to call, in a line."""

from __future__ import annotations

import asyncio

from wushe.api.context import Info
from wushe.api.speaking.words import SPOKEN, called, listed
from wushe.api.types.contacts import ContactConnection, ContactEntry
from wushe.queries.ask import Intent, Reading, said


async def contacts_line(info: Info, reading: Reading, answer: ContactConnection) -> str:
    """The first entries, and how many there are."""
    about = said(reading)
    if reading.intent is Intent.COUNT:
        total = await answer.total_count()
        return f"{about}：共 {total} 条任职（一人一岗算一条，有电话的空缺岗位也算）" if total else f"{about}：没有登记"
    if not answer.edges:
        return f"没有查到{about.removesuffix('是谁')}" if not reading.phone else f"名册里没有 {reading.phone} 这个号码"
    lines = await asyncio.gather(*(_entry(info, edge.node) for edge in answer.edges[:SPOKEN]))
    return listed(lines, await answer.total_count(), "；")


async def _entry(info: Info, entry: ContactEntry) -> str:
    person, post, body = await asyncio.gather(entry.person(info), entry.post(info), entry.body(info))
    name = person.name(info) if person else "（空缺）"
    return called(body.spoken_name(info.context), post.name, name, entry.contact(info))
