"""The answer as one line that can be read out on the telephone, and the same question as GraphQL."""

from __future__ import annotations

import json
from datetime import date

from wushe.api.context import Context
from wushe.api.types.basics import Contact
from wushe.api.types.node import the_body
from wushe.api.types.responsibility import Responsibility, contact_of, told
from wushe.api.view import person_name, text
from wushe.queries import responsibility as rule
from wushe.queries.ask import Reading
from wushe.queries.responsibility import say
from wushe.schema import DutyRole

MOST_NEXT = 2
"""How many are named for when nobody answers."""


async def spoken(context: Context, reading: Reading, answer: Responsibility) -> str:
    """The answer in one line."""
    row = answer.row
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
    contact = await contact_of(context, step, row.as_of)
    phone = _phone(contact)
    return await _who(context, row, step) + (f"，{phone}" if phone else "")


async def _who(context: Context, row: rule.Responsibility, step: rule.Responsible) -> str:
    """Body, post and name; the place asked about is not said again."""
    post = await context.posts.load((step.post, row.as_of)) if step.post else None
    person = await context.people.load((step.holder, row.as_of)) if step.holder else None
    body = (await the_body(context, step.body, row.as_of)).spoken_name(context)
    where = "" if post and step.body == row.place else body
    return where + (post.name if post else "") + (person_name(context.viewer, person)[0] if person else "")


def _phone(contact: Contact | None) -> str:
    if contact is None:
        return ""
    if contact.office_phone:
        return f"办公电话 {contact.office_phone}"
    return f"手机 {contact.phone}" if contact.phone and not contact.masked else ""


def unclear(readings: list[Reading], *, matters: bool) -> str:
    """What is missing from a question, or that it may mean several things; `matters`: whether any is loaded."""
    if len(readings) > 1:
        return f"这句话有 {len(readings)} 种理解，请选一种：{'；'.join(reading.text for reading in readings)}"
    reading = readings[0]
    if not matters:
        where = f"听出了地点“{reading.place.name}”，但" if reading.place else ""
        return f"{where}还没有载入事项和责任清单，答不了找谁；请先载入这两张表"
    if reading.place and not reading.matter:
        return f"听出了地点“{reading.place.name}”，没有听出是什么事；请再说一件事，如“{reading.place.name}矛盾纠纷找谁”"
    if reading.matter and not reading.place:
        return (
            f"听出了事项“{reading.matter.name}”，没有听出在哪里；请再说一个地点，如“某某社区{reading.matter.name}找谁”"
        )
    return "没有听出地点和事项；请像这样问：“某某社区路灯坏了找谁”"


def as_graphql(reading: Reading, as_of: date) -> str | None:
    """The same question as GraphQL, to copy."""
    if reading.place is None or reading.matter is None:
        return None
    place, matter = (json.dumps(part.id, ensure_ascii=False) for part in (reading.place, reading.matter))
    return (
        f'{{ whoIsResponsible(matter: {matter}, place: {place}, asOf: "{as_of}") {{ gap '
        "responsible { role standIn body { name } post { name } holder { name } contact { officePhone phone masked } } "
        "why { text } } }"
    )
