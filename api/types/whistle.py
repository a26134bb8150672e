"""吹哨报到: who must report to a town, and why."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.matters import Matter, the_matter
from wushe.api.types.places import Place, the_place
from wushe.api.types.responsibility import Reason, Responsible, responsible
from wushe.queries import whistle as question


@strawberry.type(
    description="镇街就一件事吹哨，哪些部门须到场、找谁、多久、为什么。A town whistles on a matter: which departments must report."
)
class Whistle:
    """Who must report to a town."""

    row: strawberry.Private[question.Whistle]
    as_of: strawberry.Private[date]
    must_report: list[Responsible] = strawberry.field(
        description="须到场的部门，主责在前，各自在镇街的派出机构随后（axis 为 LINE）；时限见 duty。Those who lead first, each followed by "
        "its offices in the town; the time limit is the duty's."
    )
    why: list[Reason]

    @described("事项。The matter.")
    async def matter(self, info: Info) -> Matter:
        """The matter."""
        return await the_matter(info.context, self.row.matter, self.as_of)

    @described("吹哨的镇街。The town that whistles.")
    async def place(self, info: Info) -> Place:
        """The town."""
        return await the_place(info.context, self.row.place, self.as_of)


async def whistle_of(context: Context, place: str, matter: str, as_of: date) -> Whistle:
    """Who must report when the town of a place (id) whistles on a matter (id)."""
    row = await context.read(question.whistle, matter, place, as_of)
    return Whistle(
        row=row,
        as_of=as_of,
        must_report=[responsible(one, as_of) for one in row.must_report],
        why=[Reason(row=reason, as_of=as_of) for reason in row.why],
    )
