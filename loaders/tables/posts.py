"""What a row of 任职 says, before anybody is identified: the post, the people, their numbers, the days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wushe.loaders.context import Context, county_of
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Span
from wushe.loaders.phones import Phones
from wushe.loaders.references import BODY
from wushe.loaders.values import Named, people_of
from wushe.loaders.words import kind_of
from wushe.queries.matches import Match
from wushe.schema import TenureStatus, schema
from wushe.schema.ids import post_id
from wushe.schema.text import squeeze
from wushe.schema.values import STATUS_WORDS

_POSTS = re.compile(r"[、，,;；/\n]+")
_ODD = re.compile(r"[<>=@\[\]{}|`]")
MANY = 99
ELECTED = frozenset({"选任", "选举", "当选"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a body under the name that the row gives it."""

    id: str
    kind: str
    name: str
    body: Match

    @property
    def county(self) -> str:
        """The six-digit county it is in."""
        return county_of(self.body)

    @property
    def seats(self) -> int:
        """How many may hold it at once: many where a post of grids, groups or cells stands in something larger."""
        declared, places = schema().posts[self.kind], schema().places
        if declared.level is None or places[declared.level].division:
            return declared.seats
        inside = self.body.kind in places and places[self.body.kind].rank >= places[declared.level].rank
        return declared.seats if inside else MANY


@dataclass(slots=True)
class Tenure:
    """One person in one post as one row has it."""

    line: Line
    post: Post
    person: Named
    mobile: str
    span: Span
    status: TenureStatus
    elected: bool | None
    identifier: str = ""


@dataclass(slots=True)
class PostRow:
    """A row with its posts, tenures (none: vacant) and office line."""

    line: Line
    posts: list[Post]
    tenures: list[Tenure]
    office: str | None
    span: Span


def read_row(context: Context, line: Line) -> PostRow:
    """What a row says."""
    body = context.references.one(line, "body", BODY, context.near(line))
    posts = [post_in(body, name) for name in post_names(line.required("post"))]
    people, span = people_of(line.text("name")), line.span(context.as_of)
    mobile, office = context.phones(line, "phone", body), context.phones(line, "office_phone", body)
    if _ODD.search(line.text("name") or ""):
        raise RowError("含有姓名里不会有的符号，请核对", "name")
    if mobile.mobiles and not people:
        raise RowError("没有姓名却有手机号：请填上姓名；岗位空缺请写“空缺”并删去手机号", "name")
    status, elected = _status(line)
    mobiles = _shared_out(line, [*mobile.mobiles, *office.mobiles], len(people))
    tenures = [
        Tenure(line, post, person, number, span, person.status or status, elected)
        for person, number in zip(people, mobiles, strict=True)
        for post in posts
    ]
    return PostRow(line, posts, tenures, _office(office, mobile), span)


def post_names(text: str) -> list[str]:
    """党支部书记、村委会主任 and 书记兼主任 are two posts each; a word that is a kind as it stands is one."""
    if kind_of("posts", text):
        return [text]
    parts = [part.strip() for part in _POSTS.split(text) if part.strip()]
    return list(dict.fromkeys(piece for part in parts for piece in _joined(part)))


def _joined(text: str) -> Iterator[str]:
    """The posts around a 兼, where both are known; 兼职委员 stays whole."""
    first, joint, second = text.partition("兼")
    if joint and not kind_of("posts", text) and kind_of("posts", first) and kind_of("posts", second):
        yield from (first, second)
    else:
        yield text


def post_in(body: Match, name: str) -> Post:
    """The post that a body calls so."""
    kind = kind_of("posts", name) or "other"
    return Post(post_id(body.id, kind, name), kind, name, body)


def _status(line: Line) -> tuple[TenureStatus, bool | None]:
    text = line.text("status")
    if text is None:
        return TenureStatus.SUBSTANTIVE, None
    word = squeeze(text)
    if word not in STATUS_WORDS and word not in ELECTED:
        line.warn(f"任职方式“{text}”不能识别，按正式载入；可写正式、代理、兼任、挂职", "status")
    return STATUS_WORDS.get(word, TenureStatus.SUBSTANTIVE), True if word in ELECTED else None


def _shared_out(line: Line, mobiles: list[str], people: int) -> list[str]:
    """A number for each person: by position where there are as many of both, else to nobody."""
    mobiles = list(dict.fromkeys(mobiles))
    if people == 1:
        if len(mobiles) > 1:
            line.warn("有几个手机号，只载入第一个", "phone")
        return [*mobiles, ""][:1]
    if len(mobiles) == people or not mobiles:
        return mobiles or [""] * people
    if people:
        line.warn("一格里有几个人，手机号的个数对不上，都没有载入；请每人一行", "phone")
    return [""] * people


def _office(*cells: Phones) -> str | None:
    lines = dict.fromkeys(number for phones in cells for number in phones.lines)
    return "、".join(lines) or None
