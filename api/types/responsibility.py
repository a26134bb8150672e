"""The explained answer: who is responsible, who next, who lost and why."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from datetime import date

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types.basics import Contact
from wushe.api.types.duties import Duty, load_duty
from wushe.api.types.fields import described
from wushe.api.types.matters import Matter, load_matter, the_matter
from wushe.api.types.node import Body, body_contact, the_body
from wushe.api.types.people import Person, Tenure, load_person, load_tenure, tenure_contact
from wushe.api.types.places import Place, load_place, the_place
from wushe.api.types.posts import Post, load_post, post_contact
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import person_name, text
from wushe.queries import responsibility as rule
from wushe.queries.responsibility import Gap
from wushe.schema import Axis, DutyRole, TenureStatus

_PERSON = re.compile(r"〔(person:[^〕]+)〕")


@strawberry.type(description="负责或可以联系的一方。Somebody to turn to.")
class Responsible:
    """Somebody to turn to."""

    row: strawberry.Private[rule.Responsible]
    as_of: strawberry.Private[date]
    role: DutyRole | None = strawberry.field(
        description="在这件事里的角色；链条上无责任的一级为 null。Role in this matter."
    )
    status: TenureStatus | None
    axis: Axis | None = strawberry.field(description="逐级联系时：条或块。Line or block, in the escalation.")
    stand_in: bool = strawberry.field(description="岗位空缺，由其代管。Stands in for a vacant post.")

    @described("单位或地点。The body.")
    async def body(self, info: Info) -> Body:
        """The body."""
        return await the_body(info.context, self.row.body, self.as_of)

    @described("岗位。The post.")
    async def post(self, info: Info) -> Post | None:
        """The post."""
        return await load_post(info.context, self.row.post, self.as_of) if self.row.post else None

    @described("任职。The tenure.")
    async def tenure(self, info: Info) -> Tenure | None:
        """The tenure."""
        return await load_tenure(info.context, self.row.tenure, self.as_of) if self.row.tenure else None

    @described("任职人；岗位空缺为 null。The holder; null when the post is vacant.")
    async def holder(self, info: Info) -> Person | None:
        """Who holds the post."""
        return await load_person(info.context, self.row.holder, self.as_of) if self.row.holder else None

    @described("怎样联系：任职人的，否则岗位的，否则单位的。How to reach: holder's, else post's, else body's.")
    async def contact(self, info: Info) -> Contact | None:
        """How to reach them."""
        return await contact_of(info.context, self.row, self.as_of)

    @described("责任清单的那一行。The duty.")
    async def duty(self, info: Info) -> Duty | None:
        """The duty."""
        return await load_duty(info.context, self.row.duty, self.as_of) if self.row.duty else None

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


async def contact_of(context: Context, step: rule.Responsible, as_of: date) -> Contact | None:
    """How to reach somebody: in the post held, else by the post's own line, else by the body's."""
    post = await context.posts.load((step.post, as_of)) if step.post else None
    tenure = await context.tenures.load(step.tenure) if step.tenure else None
    found = tenure_contact(context, tenure, post.body_phone if post else None) if tenure else None
    found = found or (post_contact(context, post) if post else None)
    return found or body_contact(context, (await the_body(context, step.body, as_of)).row)


@strawberry.type(description="考虑过而没有选用的一方与原因。A candidate that lost, and why.")
class Considered:
    """A candidate that lost."""

    row: strawberry.Private[rule.Considered]
    as_of: strawberry.Private[date]
    reason: str

    @described("单位或地点。The body.")
    async def body(self, info: Info) -> Body:
        """The body."""
        return await the_body(info.context, self.row.body, self.as_of)

    @described("责任清单的那一行。The duty.")
    async def duty(self, info: Info) -> Duty | None:
        """The duty."""
        return await load_duty(info.context, self.row.duty, self.as_of) if self.row.duty else None


@strawberry.type(description="一步理由与依据。One deciding step, with what attests it.")
class Reason:
    """One deciding step."""

    row: strawberry.Private[rule.Reason]
    as_of: strawberry.Private[date]

    @described("一句话。A short sentence.")
    async def text(self, info: Info) -> str:
        """The sentence, with persons named as the viewer may see them."""
        return await told(info.context, self.row.text, self.as_of)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.row.by)


@strawberry.type(description="谁负责：答案、接着找谁、考虑过谁、为什么。Who is responsible, who next, and why.")
class Responsibility:
    """The whole answer."""

    row: strawberry.Private[rule.Responsibility]
    as_of: date
    gap: Gap | None = strawberry.field(description="gaps 里最严重的一个。The gravest of `gaps`.")
    gaps: list[Gap]
    responsible: list[Responsible] = strawberry.field(description="主责在前，其他角色在后。The lead first.")
    escalation: list[Responsible] = strawberry.field(description="找不到人时依次联系。Who next.")
    considered: list[Considered]
    why: list[Reason]

    @described("事项。The matter.")
    async def matter(self, info: Info) -> Matter:
        """The matter asked about."""
        return await the_matter(info.context, self.row.matter, self.as_of)

    @described("地点。The place.")
    async def place(self, info: Info) -> Place:
        """The place asked about."""
        return await the_place(info.context, self.row.place, self.as_of)

    @described("可以问得更具体的事项。Narrower matters to ask about instead.")
    async def narrower(self, info: Info) -> list[Matter]:
        """What to ask instead."""
        found = await asyncio.gather(*(load_matter(info.context, m, self.as_of) for m in self.row.narrower))
        return [matter for matter in found if matter is not None]

    @described("可以问得更具体的地点。Places below to ask about instead.")
    async def finer(self, info: Info) -> list[Place]:
        """Where to ask more closely."""
        found = await asyncio.gather(*(load_place(info.context, p, self.as_of) for p in self.row.finer))
        return [place for place in found if place is not None]


def responsibility(context: Context, row: rule.Responsibility) -> Responsibility:
    """The answer of the rule as GraphQL."""
    day = row.as_of
    return Responsibility(
        row=row,
        as_of=day,
        gap=row.gap,
        gaps=row.gaps,
        responsible=_steps(row.responsible, day),
        escalation=_steps(row.escalation, day),
        considered=[Considered(row=c, as_of=day, reason=text(context.viewer, c.reason)) for c in row.considered],
        why=[Reason(row=reason, as_of=day) for reason in row.why],
    )


def _steps(rows: Iterable[rule.Responsible], day: date) -> list[Responsible]:
    return [responsible(row, day) for row in rows]


def responsible(row: rule.Responsible, day: date) -> Responsible:
    """Somebody to turn to as GraphQL."""
    return Responsible(
        row=row,
        as_of=day,
        role=DutyRole(row.role) if row.role else None,
        status=TenureStatus(row.status) if row.status else None,
        axis=Axis(row.axis) if row.axis else None,
        stand_in=row.stand_in,
    )


async def told(context: Context, sentence: str, as_of: date) -> str:
    """A sentence of ours with its 〔person:…〕 named as the viewer may see them."""
    ids = list(dict.fromkeys(_PERSON.findall(sentence)))
    people = await context.people.load_many([(person, as_of) for person in ids])
    names = {p.id: person_name(context.viewer, p)[0] for p in people if p is not None}
    return text(context.viewer, _PERSON.sub(lambda match: names.get(match[1], "（无此人）"), sentence))
