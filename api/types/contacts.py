"""Whom to call: somebody in a post and how they are reached, or the line of a vacant post."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import strawberry

from wushe.api.connections import Connection, Listing, Query
from wushe.api.connections import Place as Where
from wushe.api.context import Context, Info
from wushe.api.named import named
from wushe.api.types.basics import Contact, worded_kinds
from wushe.api.types.fields import described
from wushe.api.types.node import Body, LazyPlace, the_body
from wushe.api.types.people import Person, load_person, tenure_contact
from wushe.api.types.posts import Post, post_contact, the_post
from wushe.api.types.sources import Provenance, provenance
from wushe.api.view import searchable, sees_whole_numbers, unsearchable
from wushe.errors import BadInputError, ForbiddenError
from wushe.graph import Reader
from wushe.queries.contacts.bearing import posts_bearing
from wushe.queries.contacts.contacts_by_id import contacts_by_id
from wushe.queries.contacts.contacts_by_kind import contacts_by_kind
from wushe.queries.contacts.contacts_of import contacts_of
from wushe.queries.contacts.contacts_within import contacts_within
from wushe.queries.contacts.levels import posts_of_level
from wushe.queries.contacts.lines import kept_forms
from wushe.queries.contacts.posts_of_body import posts_of_body
from wushe.queries.contacts.posts_reached import posts_reached
from wushe.queries.lists.ground import Ground, ground
from wushe.queries.posts import PostRow
from wushe.queries.tenures import TenureRow
from wushe.schema import TenureStatus

LOG = logging.getLogger("wushe.api")


@strawberry.type(
    description="通讯录的一条：某人在某岗位的联系方式；岗位空缺而有电话的，person 为 null。Somebody in a post and how to reach them; "
    "`person` is null for a vacant post that has a line."
)
class ContactEntry:
    """Somebody in a post, or the line of a vacant one."""

    post_row: strawberry.Private[PostRow]
    tenure: strawberry.Private[TenureRow | None]
    as_of: strawberry.Private[date]
    status: TenureStatus | None = strawberry.field(description="任职方式；岗位空缺为 null。How the post is held.")

    @described("任职的人；岗位空缺为 null。Who holds it.")
    async def person(self, info: Info) -> Person | None:
        """Who holds the post."""
        return await load_person(info.context, self.tenure.person, self.as_of) if self.tenure else None

    @described("岗位。The post.")
    async def post(self, info: Info) -> Post:
        """The post."""
        return await the_post(info.context, self.post_row.id, self.as_of)

    @described("单位或地点。The body.")
    async def body(self, info: Info) -> Body:
        """The body that the post is in."""
        return await the_body(info.context, self.post_row.body, self.as_of)

    @described("所在的区划。The division it lies in.")
    async def place(self, info: Info) -> LazyPlace | None:
        """The division."""
        return await (await the_body(info.context, self.post_row.body, self.as_of)).place(info)

    @described("怎样联系：任职人的，否则岗位的，否则单位的。How to reach: holder's, else post's, else body's.")
    def contact(self, info: Info) -> Contact | None:
        """How to reach them."""
        row = self.post_row
        own = tenure_contact(info.context, self.tenure, row.body_phone) if self.tenure else None
        return own or post_contact(info.context, row)

    @described("依据：文件、工作表、行。Document, sheet and row.")
    async def provenance(self, info: Info) -> list[Provenance]:
        """What attests it."""
        return await provenance(info.context, self.tenure.by if self.tenure else self.post_row.by)


@strawberry.type
class ContactEdge:
    """An entry in the list."""

    node: ContactEntry
    cursor: str


@strawberry.type(description="通讯录的一页。A page of whom to call.")
class ContactConnection(Connection):
    """A page of entries."""

    edges: list[ContactEdge]


async def load_entry(context: Context, identifier: str, as_of: date) -> ContactEntry | None:
    """An entry by the id of its tenure, or of its vacant post."""
    tenure = None if identifier.startswith("post:") else await context.tenures.load(identifier)
    post = await context.posts.load((tenure.post if tenure else identifier, as_of))
    if post is None:
        return None
    return ContactEntry(
        post_row=post, tenure=tenure, as_of=as_of, status=TenureStatus(tenure.status) if tenure else None
    )


def _way(arguments: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """Posts that are known are looked at alone; those of a town or less are found from its bodies, others by index."""
    left = {name: value for name, value in arguments.items() if name not in _ASKED}
    if arguments["posts"] is not None:
        return contacts_of, {**left, **{name: arguments[name] for name in ("posts", "lines", "deep")}}
    if arguments["walk"] or not arguments["deep"]:
        return contacts_within, {**left, "deep": arguments["deep"]}
    left["counties"] = arguments["counties"]
    if arguments["kinds"] is not None:
        return contacts_by_kind, left
    return contacts_by_id, {name: value for name, value in left.items() if name != "kinds"}


_ASKED = ("organization", "matter", "level", "posts", "lines", "deep", "walk", "counties")
CONTACTS = Listing(
    "contacts", contacts_within, ContactConnection, ContactEdge, load_entry, defaults={"deep": True}, plan=_way
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What entries are asked for, as it was written."""

    place: str | None
    post: Sequence[str] | None
    organization: str | None
    matter: str | None
    text: str | None
    phone: str | None
    descendants: bool
    level: str | None


async def contacts_in(
    context: Context, wanted: Wanted, as_of: date, first: int | None, after: str | None
) -> ContactConnection:
    """A page of entries.

    Raises:
        BadInputError: nothing is asked for, or the cursor or `first` cannot be used.
        ForbiddenError: a number is looked up by one who does not see numbers whole.
    """
    if wanted.phone is not None and not sees_whole_numbers(context.viewer):
        raise ForbiddenError(
            "按号码反查只对有权看完整号码的人开放",
            hint='请在存有数据的机器上用命令行查，如 wushe ask "0827-0286606 是谁的电话"',
        )
    place = await named(context, wanted.place, "地点", as_of) if wanted.place is not None else None
    where = ground(place, (await context.state()).counties)
    body = (
        await named(context, wanted.organization, "单位", as_of, within=place)
        if wanted.organization is not None
        else None
    )
    matter = await named(context, wanted.matter, "事项", as_of) if wanted.matter is not None else None
    if wanted.level is not None and (place is None or not wanted.post):
        raise BadInputError(
            "level 要同 place、post 一起写", hint='例如 place: "某某镇", post: ["书记"], level: "village"'
        )
    levels = worded_kinds(None if wanted.level is None else [wanted.level], "places")
    filters = {
        "kinds": worded_kinds(wanted.post, "posts"),
        "organization": body,
        "matter": matter,
        "text": wanted.text,
        "deep": wanted.descendants,
        "level": levels[0] if levels else None,
    }
    lines = await _lines(context, wanted.phone)

    async def given(at: Where) -> dict[str, Any]:
        return {
            "hidden": unsearchable(context.viewer),
            "open": searchable(context.viewer),
            "today": context.today,
            "walk": where.walk,
            "counties": where.counties,
            "posts": await context.read(_posts, where, at),
        }

    page = await CONTACTS.page(context, where.owner, as_of, first, after, given=given, lines=lines, **filters)
    if lines is not None:
        LOG.info("a number was looked up by %s: %d entries", context.viewer.value, len(page.edges))
    return page


async def _lines(context: Context, phone: str | None) -> tuple[str, ...] | None:
    """The forms of a number; None where none is asked for.

    Raises:
        BadInputError: it is no number.
    """
    if phone is None:
        return None
    lines = kept_forms(phone, (code for _, code in (await context.state()).area_codes))
    if not lines:
        raise BadInputError("phone 不是一个电话号码", hint="请写 11 位手机号或带区号的座机")
    return lines


def _posts(reader: Reader, where: Ground, at: Where) -> tuple[str, ...] | None:
    """The posts of the body, for the matter, with the number, of the level: of all that are given. None where none is."""
    found: list[list[str]] = []
    if (body := at.filters["organization"]) is not None:
        found.append(posts_of_body(reader, body, at.as_of))
    if (lines := at.filters["lines"]) is not None:
        found.append(posts_reached(reader, lines, at.as_of))
    if (matter := at.filters["matter"]) is not None:
        found.append(posts_bearing(reader, matter, where, at.as_of))
    if (level := at.filters["level"]) is not None:
        found.append(posts_of_level(reader, at.filters["kinds"], level, where, at.as_of))
    return tuple(sorted(set(found[0]).intersection(*found[1:]))) if found else None
