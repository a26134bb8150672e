"""Rows of 组织 and 任职 with what most of them share."""

import re
from collections.abc import Mapping
from datetime import date

from wushe.samples.generator.codes import office_phone
from wushe.samples.generator.people import Person
from wushe.samples.generator.tables import Cell, Organization, Tenure

ELECTED = "2021年1月"  # when the villages last elected their committees
VACANT = "空缺"
OFFICE_HOURS = "工作日 9:00-12:00、14:00-18:00"
VERIFIED = date(2024, 7, 10)


def body(
    name: str,
    kind: str,
    place: str,
    *,
    aliases: str = "",
    superior: str = "",
    guides: str = "",
    phone: str = "",
    uscc: str = "",
    since: str = ELECTED,
    more: Mapping[str, Cell] | None = None,
) -> Organization:
    """A body: LED by `superior`, guided by `guides`; `phone` is the key of its office line if it has one."""
    return Organization(
        name=name,
        kind=kind,
        place=place,
        superior=superior,
        superior_tie="领导" if superior else "",
        guides=guides,
        uscc=uscc,
        phone=office_phone(phone) if phone else "",
        aliases="" if aliases == name else aliases,
        since=since,
        more=more or {},
    )


def held(
    person: Person | None,
    body_name: str,
    post: str,
    status: str = "正式",
    *,
    office: str = "",
    place: str = "",
    hours: str = "",
    since: str = "",
    until: str = "",
    verified: date | None = VERIFIED,
) -> Tenure:
    """A post and its holder; without one it is vacant. `office` is the key of its office line."""
    return Tenure(
        body=body_name,
        post=post,
        name=person.name if person else VACANT,
        status=status if person else "",
        phone=person.phone if person else "",
        office=office_phone(office) if office else "",
        place=place,
        hours=hours,
        since=since if person else "",
        until=until,
        verified=None if until else verified,
    )


def later(first: str, second: str) -> str:
    """The later of two days in any of the forms in which rosters write them; a blank one is earlier than all."""
    return max(first, second, key=_day)


def _day(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))
