"""Who is responsible, and who must report, in a line."""

from __future__ import annotations

from datetime import date

from wushe.api.context import Context, Info
from wushe.api.speaking.words import phone_of
from wushe.api.types.node import the_body
from wushe.api.types.responsibility import Responsibility, contact_of, told
from wushe.api.types.whistle import Whistle
from wushe.api.view import person_name, text
from wushe.queries import responsibility as rule
from wushe.queries.ask import Reading
from wushe.queries.responsibility import say
from wushe.schema import DutyRole

MOST_NEXT = 2
"""How many are named for when nobody answers."""


async def responsible_line(info: Info, reading: Reading, answer: Responsibility) -> str:
    """Who leads, and whom to call when nobody answers."""
    context, row = info.context, answer.row
    about = f"{reading.place.name}的{reading.matter.name}" if reading.place and reading.matter else ""
    leads = [step for step in row.responsible if step.role == DutyRole.LEAD]
    if leads:
        line = f"{about}由{await _leads(context, row, leads)}"
    else:
        line = "。".join([await told(context, reason.text, row.as_of) for reason in row.why[-2:]])
    following = [await _step(context, row, step) for step in row.escalation[:MOST_NEXT]]
    if following:
        line += ("；找不到人时联系" if leads else "；请联系") + "，再找".join(following)
    urgent = f"{say.EMERGENCY}。" if any(reason.text == say.EMERGENCY for reason in row.why) else ""
    return text(context.viewer, urgent + line)


async def _leads(context: Context, row: rule.Responsibility, leads: list[rule.Responsible]) -> str:
    said: list[str] = []
    for step in leads:
        who = await _step(context, row, step)
        if step.stand_in:
            said.append(f"空缺期间找{who}")
        elif step.post and not step.holder:
            said.append(f"{await _who(context, row, step)}负责，但这个岗位空缺")
        else:
            said.append(f"{who.replace('，', '负责，', 1) if '，' in who else who + '负责'}")
    return "；".join(said)


async def _step(context: Context, row: rule.Responsibility, step: rule.Responsible) -> str:
    return await _called(context, step, row.place, row.as_of)


async def _called(context: Context, step: rule.Responsible, place: str, as_of: date) -> str:
    """Body, post and name, with the phone."""
    phone = phone_of(await contact_of(context, step, as_of))
    return await _named(context, step, place, as_of) + (f"，{phone}" if phone else "")


async def _who(context: Context, row: rule.Responsibility, step: rule.Responsible) -> str:
    return await _named(context, step, row.place, row.as_of)


async def _named(context: Context, step: rule.Responsible, place: str, as_of: date) -> str:
    """Body, post and name; the place asked about is not said again."""
    post = await context.posts.load((step.post, as_of)) if step.post else None
    person = await context.people.load((step.holder, as_of)) if step.holder else None
    body = (await the_body(context, step.body, as_of)).spoken_name(context)
    where = "" if post and step.body == place else body
    return where + (post.name if post else "") + (person_name(context.viewer, person)[0] if person else "")


async def whistle_line(info: Info, reading: Reading, answer: Whistle) -> str:
    """Which departments must report, each before its offices in the town, and whom there to call."""
    context, row = info.context, answer.row
    matter = reading.matter.name if reading.matter else ""
    town = (await the_body(context, row.place, answer.as_of)).spoken_name(context)
    if not row.must_report:
        return f"{town}为{matter}吹哨：清单上没有须报到的部门"
    said = [await _called(context, step, row.place, answer.as_of) for step in row.must_report]
    return f"{town}为{matter}吹哨，须报到的有：{'；'.join(said)}"
