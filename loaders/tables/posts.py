"""What a row of 任职 says, before anybody is identified: the post, the people, their numbers, the days."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from wushe.loaders.context import Context, county_of
from wushe.loaders.history import span_in
from wushe.loaders.holders import Holders, Named, holders_of, wrong_with
from wushe.loaders.lines import Line, RowError
from wushe.loaders.names import Span
from wushe.loaders.phones import Phones
from wushe.loaders.references import BODY, agree
from wushe.loaders.report import Severity
from wushe.loaders.values import text_of
from wushe.loaders.words import kind_of
from wushe.queries.matches import Match
from wushe.schema import TenureStatus, schema
from wushe.schema.ids import post_id
from wushe.schema.text import squeeze
from wushe.schema.values import STATUS_WORDS

_POSTS = re.compile(r"[、,;/\n]+")
MANY = 99
ELECTED = frozenset({"选任", "选举", "当选"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a body under the name that the row gives it."""

    id: str
    kind: str
    name: str
    body: Match
    given: bool = False
    """Its id was written: it is that very post, whoever else may own one of its kind."""

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
    number: int | None = None
    """Which of the person's tenures in the post it is, where the row says."""
    identifier: str = ""


@dataclass(slots=True)
class PostRow:
    """A row with its posts, tenures (none: vacant) and office line; `span` is that of the posts."""

    line: Line
    posts: list[Post]
    tenures: list[Tenure]
    office: str | None
    span: Span


def read_row(context: Context, line: Line) -> PostRow:
    """What a row says."""
    places = context.references.places_in(line)
    body = context.references.one(line, "body", BODY, context.near(line))
    agree(body, places)
    written = holders_of(line.spaced("name"))
    _check_names(line, written)
    status, elected = _status(line)
    offices = _Offices(body, status)
    row = _given(line, offices) or (
        [] if _tells_posts(written) else offices.of(line.spaced("post") or line.required("post"))
    )
    by_role = {role: offices.of(role) for role in written.roles}
    mobile, office = context.phones(line, "phone", body), context.phones(line, "office_phone", body)
    if mobile.mobiles and not written.people:
        raise RowError("没有姓名却有手机号：请填上姓名；岗位空缺请写“空缺”并删去手机号", "name")
    span = line.span(context.as_of)
    tenures = [
        Tenure(line, post, person, number, span, person.status or held, elected, _number(line))
        for person, number in zip(written.people, _shared_out(line, mobile, office, len(written.people)), strict=True)
        for post, held in (by_role[person.role] if person.role else row)
    ]
    posts = {post.id: post for some in (row, *by_role.values()) for post, _ in some}
    lasted = span_in(line, "post_span") or Span(span.since, since_precision=span.since_precision)
    return PostRow(line, list(posts.values()), tenures, _office(office, mobile), lasted)


def _given(line: Line, offices: _Offices) -> list[tuple[Post, TenureStatus]]:
    """The one post of a row that has its id: an export writes it where the name does not tell which it is."""
    given = line.text("post_id")
    if given is None:
        return []
    if not given.startswith("post:"):
        raise RowError("岗位标识由导出填写，新行请空着", "post_id")
    post = replace(post_in(offices.body, line.required("post")), id=given, given=True)
    return [(post, offices.status)]


def _number(line: Line) -> int | None:
    text = line.text("number")
    if text is not None and not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise RowError("任次由导出填写，是一个整数；新行请空着", "number")
    return int(text) if text else None


def _check_names(line: Line, written: Holders) -> None:
    for person in written.people:
        if reason := wrong_with(person.name):
            raise RowError(reason, "name")
    if any(person.note for person in written.people):
        line.warn("姓名后面的括注看不懂，没有载入；任职方式请写到任职方式一栏", "name", Severity.NOTICE)


def _tells_posts(written: Holders) -> bool:
    """Whether every name stands with its post (书记：张三；主任：李四), so that the column of posts says nothing more."""
    return bool(written.roles) and all(person.role for person in written.people)


@dataclass(frozen=True, slots=True)
class _Offices:
    """The posts of one body by the words of a cell, each with how it is held: as its word says, else as the row does."""

    body: Match
    status: TenureStatus

    def of(self, text: str) -> list[tuple[Post, TenureStatus]]:
        """Every post once, in the order in which they are written."""
        found: dict[str, tuple[Post, TenureStatus]] = {}
        for name in post_names(text):
            plain, status = _held_as(name)
            post = post_in(self.body, plain)
            found.setdefault(post.id, (post, status or self.status))
        return list(found.values())


def post_names(text: str) -> list[str]:
    """党支部书记、村委会主任, 书记兼主任 and 书记(主任) are two posts each; a word that is a kind as it stands is one."""
    if kind_of("posts", text):
        return [squeeze(text)]
    parts = [part.strip() for part in _POSTS.split(unicodedata.normalize("NFKC", text)) if part.strip()]
    return list(dict.fromkeys(piece for part in parts for piece in _joined(part)))


def _joined(text: str) -> list[str]:
    """The posts around each 兼, within brackets or between spaces, where all are known; 兼职委员 stays whole."""
    plain = squeeze(text)
    if kind_of("posts", plain):
        return [plain]
    for pieces in (text.split(), plain.split("兼"), [piece for piece in re.split(r"[()]", plain) if piece]):
        if len(pieces) > 1 and all(kind_of("posts", _held_as(piece)[0]) for piece in pieces):
            return pieces
    return [text_of(text) or plain]


def _held_as(name: str) -> tuple[str, TenureStatus | None]:
    """主任(兼) is a 主任 held besides another post, 代书记 a 书记 for the time being."""
    if kind_of("posts", name):
        return name, None
    if noted := re.fullmatch(r"(.+)\(([^()]+)\)", name):
        status = STATUS_WORDS.get(noted[2])
        return (noted[1], status) if status else (name, None)
    for word in sorted(STATUS_WORDS, key=len, reverse=True):
        if name.startswith(word) and kind_of("posts", name.removeprefix(word)):
            return name.removeprefix(word), STATUS_WORDS[word]
    return name, None


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


def _shared_out(line: Line, phone: Phones, office: Phones, people: int) -> list[str]:
    """A mobile, or none, for each person: by position where there are as many of both, else to nobody."""
    if people == 1:
        mobiles = list(dict.fromkeys([*phone.mobiles, *office.mobiles]))
        if len(mobiles) > 1:
            line.warn("有几个手机号，只载入第一个", "phone" if phone.mobiles else "office_phone")
        return [*mobiles, ""][:1]
    name, cell = ("phone", phone) if phone.mobiles else ("office_phone", office)
    if cell.mobiles and people in {len(cell.slots), len(cell.mobiles)}:
        return cell.slots if len(cell.slots) == people else cell.mobiles
    if people and cell.mobiles:
        line.warn(f"一格里有 {people} 个人、{len(cell.mobiles)} 个手机号，对不上，手机号都没有载入；请每人一行", name)
    return [""] * people


def _office(*cells: Phones) -> str | None:
    lines = dict.fromkeys(number for phones in cells for number in phones.lines)
    return "、".join(lines) or None
