"""How a change is said, by the names that the viewer may see: what was before, what is after, and one sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wushe.api.context import Context
from wushe.api.types.naming import name_on
from wushe.api.view import person_name, text
from wushe.queries.changes import Change, What
from wushe.schema import TenureStatus, schema
from wushe.schema.ids import place_code
from wushe.schema.values import STATUS_LABELS, ChangeKind


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words; `day` is the day on which its subject is to be looked at."""

    day: date
    before: str | None
    after: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The names of the days around a change."""

    context: Context
    change: Change

    @property
    def day(self) -> date:
        """The last day on which the subject is there, of one that ended; else the first of the change."""
        change = self.change
        return self.earlier if change.subject in change.ended else change.on

    @property
    def earlier(self) -> date:
        """The day before."""
        return self.change.on - timedelta(days=1)

    async def bodies(self, ids: Sequence[str], day: date) -> str | None:
        """Names of bodies."""
        return "、".join([await self.body(one, day) for one in ids]) or None

    async def body(self, identifier: str, day: date) -> str:
        """The name of a body on a day."""
        row = await self.context.bodies.load((identifier, day))
        return text(self.context.viewer, name_on(row, day)) if row else identifier

    async def people(self, ids: Sequence[str], day: date) -> str | None:
        """Names of people, as the viewer may see them."""
        rows = await self.context.people.load_many([(one, day) for one in dict.fromkeys(ids)])
        return "、".join(person_name(self.context.viewer, row)[0] for row in rows if row) or None

    async def post(self, identifier: str, day: date) -> str:
        """A post with its body."""
        row = await self.context.posts.load((identifier, day))
        if row is None:
            raise LookupError("the post of a change is missing")
        return await self.body(row.body, day) + text(self.context.viewer, row.name)


async def told(context: Context, change: Change) -> Told:
    """A change in words."""
    return await _TELLERS[change.what](Words(context, change))


async def _body(words: Words) -> Told:
    change, day = words.change, words.day
    row = await words.context.bodies.load((change.subject, day))
    name, label = await words.body(change.subject, day), schema().kind(row.kind).label if row else ""
    if change.kind is ChangeKind.BEGAN:
        return Told(day, None, name, f"自 {change.on} 起，有了{name}（{label}）")
    return Told(day, name, None, f"自 {change.on} 起，{name}（{label}）不再存在")


async def _name(words: Words) -> Told:
    viewer, change = words.context.viewer, words.change
    before, after = (text(viewer, "、".join(some)) for some in (change.before, change.after))
    return Told(words.day, before, after, f"自 {change.on} 起，{before}更名为{after}")


LIES = {
    What.PART: ("由{before}改属{after}", "不再属于{before}", "属于{after}"),
    What.SEAT: ("由{before}迁到{after}", "不再设在{before}", "设在{after}"),
    What.COVER: ("由{before}改由{after}覆盖", "不再由{before}覆盖", "由{after}覆盖"),
}
"""From one place to another; from one to none; from none to one."""


async def _moved(words: Words) -> Told:
    change = words.change
    before, after = await asyncio.gather(
        words.bodies(change.before, words.earlier), words.bodies(change.after, change.on)
    )
    both, gone, new = LIES[change.what]
    said = (both if before and after else gone if before else new).format(before=before, after=after)
    return Told(words.day, before, after, f"自 {change.on} 起，{await words.body(change.subject, words.day)}{said}")


async def _succeeded(words: Words) -> Told:
    change = words.change
    before = await words.body(change.subject, words.earlier)
    after = await words.bodies(change.after, change.on)
    if change.kind is ChangeKind.RECODED:
        old, new = (place_code(one).partition("~")[0] for one in (change.subject, change.after[0]))
        return Told(words.day, old, new, f"自 {change.on} 起，{before}的区划代码由 {old} 改为 {new}")
    phrase = {ChangeKind.MERGED: "并入", ChangeKind.SPLIT: "分入"}.get(change.kind, "改设为")
    return Told(words.day, before, after, f"自 {change.on} 起，{before}{phrase}{after}")


async def _holder(words: Words) -> Told:
    change = words.change
    before, after, post = await asyncio.gather(
        words.people(change.before, words.earlier),
        words.people(change.after, change.on),
        words.post(change.subject, change.on),
    )
    return Told(words.day, before, after, f"自 {change.on} 起，{post}由{before}换为{after}")


async def _tenure(words: Words) -> Told:
    change, day = words.change, words.day
    person, post = await _who(words, day)
    if change.kind is ChangeKind.BEGAN:
        return Told(day, None, person, f"自 {change.on} 起，{person}任{post}")
    return Told(day, person, None, f"自 {change.on} 起，{person}不再任{post}")


async def _status(words: Words) -> Told:
    change = words.change
    before, after = (STATUS_LABELS[TenureStatus(some[0])] for some in (change.before, change.after))
    person, post = await _who(words, change.on)
    return Told(words.day, before, after, f"自 {change.on} 起，{person}任{post}由{before}改为{after}")


async def _who(words: Words, day: date) -> tuple[str | None, str]:
    row = await words.context.tenures.load(words.change.subject)
    if row is None:
        raise LookupError("the tenure of a change is missing")
    return await asyncio.gather(words.people([row.person], day), words.post(row.post, day))


async def _tie(words: Words) -> Told:
    change, day = words.change, words.day
    row = await words.context.ties.load(change.subject)
    if row is None:
        raise LookupError("the tie of a change is missing")
    start, end = await asyncio.gather(words.body(row.start, day), words.body(row.end, day))
    said = f"{start}{schema().ties[row.kind].phrase}{end}"
    if change.kind is ChangeKind.BEGAN:
        return Told(day, None, said, f"自 {change.on} 起，{said}")
    return Told(day, said, None, f"自 {change.on} 起，不再是{said}")


_TELLERS: dict[What, Callable[[Words], Awaitable[Told]]] = {
    What.BODY: _body,
    What.NAME: _name,
    What.PART: _moved,
    What.SEAT: _moved,
    What.COVER: _moved,
    What.SUCCESSION: _succeeded,
    What.HOLDER: _holder,
    What.TENURE: _tenure,
    What.STATUS: _status,
    What.TIE: _tie,
}
