"""What a text may mean, and the answer to a question in plain Chinese."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from wushe.api.context import Context
from wushe.api.types.basics import Kind
from wushe.api.types.chain import ChainStep
from wushe.api.types.contacts import ContactConnection
from wushe.api.types.coverage import CoverageConnection
from wushe.api.types.figures import Figure
from wushe.api.types.five import FiveSocietiesConnection
from wushe.api.types.gaps import GapConnection
from wushe.api.types.lineage import Lineage
from wushe.api.types.linkage import Linkage
from wushe.api.types.matters import Matter, load_matter
from wushe.api.types.naming import name_on
from wushe.api.types.needs import NeedConnection
from wushe.api.types.node import Body, Node, load_body
from wushe.api.types.organizations import OrganizationConnection
from wushe.api.types.places import Place, PlaceConnection, load_place
from wushe.api.types.posts import load_post
from wushe.api.types.responsibility import Responsibility
from wushe.api.types.ties import TieConnection
from wushe.api.types.whistle import Whistle
from wushe.api.view import text
from wushe.queries import matches
from wushe.queries.ask import Intent, Reading, said
from wushe.queries.matches import MatchHow


@strawberry.type(description="一段文字可能指的事物。What a text may mean.")
class Match:
    """One thing that a text may mean."""

    node: Node
    name: str
    kind: Kind
    how: MatchHow
    matched: str = strawberry.field(description="对上的名称。The name that matched.")
    score: float = strawberry.field(description="0 到 1，只在同一次回答内可比。0 to 1; comparable inside one answer.")
    landmark: str | None = strawberry.field(
        description="按地址找到的：范围说明里对上的道路、楼栋或地标；按名称找到的为 null。"
        "The road, building or landmark of its extent that an address named; null for one found by its name."
    )
    path: str = strawberry.field(description="层级路径，如 恩阳区 / 玉山镇 / 青龙村。Breadcrumb.")
    valid: bool = strawberry.field(description="在当天是否存在。False for one that did not exist on asOf.")


async def match(context: Context, found: matches.Match, as_of: date) -> Match | None:
    """A match as GraphQL, under its name of the day; None when what it found is gone."""
    load = {"Matter": load_matter, "Post": load_post}.get(found.label, load_body)
    node = await load(context, found.id, as_of)
    if node is None:
        return None
    name = name_on(node.row, as_of) if isinstance(node, Body) else found.name
    path = (*found.path[:-1], name) if found.path[-1:] == (found.name,) else found.path
    return Match(
        node=node,
        name=text(context.viewer, name),
        kind=Kind.named(found.kind),
        how=found.how,
        matched=text(context.viewer, found.matched),
        score=found.score,
        landmark=text(context.viewer, found.landmark) if found.landmark else None,
        path=text(context.viewer, " / ".join(path)),
        valid=found.valid,
    )


@strawberry.type(description="听懂了什么。What was understood.")
class Understanding:
    """One way to understand a question."""

    intent: Intent
    place: Place | None
    matter: Matter | None
    body: Body | None
    other: Body | None = strawberry.field(description="联络路径的另一头。The far end of a linkage.")
    post: Kind | None
    posts: list[Kind] = strawberry.field(description="问到的几种岗位。Every kind of post that was said.")
    person: str | None
    as_of: date | None
    text: str
    ignored: list[str] = strawberry.field(description="没有用上的字词。Words that were not used.")
    guessed: bool = strawberry.field(description="名称只是相近，请确认。What was said only resembles this name.")


async def understanding(context: Context, reading: Reading, as_of: date) -> Understanding:
    """A reading as GraphQL."""
    day = reading.as_of or as_of
    return Understanding(
        intent=reading.intent,
        place=await load_place(context, reading.place.id, day) if reading.place else None,
        matter=await load_matter(context, reading.matter.id, day) if reading.matter else None,
        body=await load_body(context, reading.body.id, day) if reading.body else None,
        other=await load_body(context, reading.other.id, day) if reading.other else None,
        post=next((Kind.named(code) for code in reading.posts), None),
        posts=[Kind.named(code) for code in reading.posts],
        person=text(context.viewer, reading.person) if reading.person else None,
        as_of=day,
        text=text(context.viewer, said(reading)),
        ignored=[text(context.viewer, word) for word in reading.ignored],
        guessed=reading.guessed,
    )


@strawberry.type(description="一条链。A chain.")
class ChainResult:
    """A chain as an answer."""

    steps: list[ChainStep]


@strawberry.type(description="几个指标。Figures.")
class FigureResult:
    """Figures as an answer."""

    figures: list[Figure]


AnswerResult = Annotated[
    Responsibility
    | ContactConnection
    | ChainResult
    | Linkage
    | FiveSocietiesConnection
    | CoverageConnection
    | GapConnection
    | Lineage
    | PlaceConnection
    | OrganizationConnection
    | FigureResult
    | Whistle
    | NeedConnection
    | TieConnection,
    strawberry.union("AnswerResult", description="答案，依所问而定。The answer, by what was asked."),
]


@strawberry.type(description="一句话提问的回答。The answer to a question in plain Chinese.")
class Answer:
    """The answer to a question."""

    question: str
    as_of: date
    text: str = strawberry.field(description="可以在电话里念出来的一句话。One line to read out on the telephone.")
    understood: Understanding
    result: AnswerResult | None = strawberry.field(
        description="拿不准时为 null：readings 有几种，用 choice 选一种；只有一种的，见 text（缺什么，或名称只是相近，确认时写 choice: 1）。"
        "Null when not sure: `choice` picks one of `readings`, of one alone `text` says what is missing."
    )
    readings: list[Understanding]
    graphql: str | None = strawberry.field(description="同一问题的 GraphQL，可以复制。The same question as GraphQL.")
