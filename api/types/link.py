"""What one step of a linkage says: its ends, its sentence, its dates, and how to reach whoever it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wushe.api.context import Context
from wushe.api.types.basics import Contact
from wushe.api.types.heads import Heads
from wushe.api.types.node import Node, body_contact, the_body
from wushe.api.types.people import tenure_contact, the_person
from wushe.api.types.posts import post_contact, the_post
from wushe.api.types.responsibility import contact_of
from wushe.api.view import person_name, text
from wushe.queries.linkage import Step
from wushe.queries.posts import PostRow
from wushe.queries.tenures import TenureRow
from wushe.queries.ties import TieRow
from wushe.schema import schema

BODY = ("place:", "org:")


@dataclass(frozen=True, slots=True)
class Facts:
    """The dates of an edge, and what attests it."""

    since: date
    until: date
    by: list[str]


async def node(context: Context, identifier: str, as_of: date) -> Node:
    """A body, a post or a person, which must be there."""
    if identifier.startswith(BODY):
        return await the_body(context, identifier, as_of)
    if identifier.startswith("post:"):
        return await the_post(context, identifier, as_of)
    return await the_person(context, identifier, as_of)


async def name(context: Context, identifier: str, as_of: date) -> str:
    """What people say for a body, for a post with its body, for a person as the viewer may see it."""
    if identifier.startswith(BODY):
        return (await the_body(context, identifier, as_of)).spoken_name(context)
    if identifier.startswith("post:"):
        post = await the_post(context, identifier, as_of)
        return await name(context, post.row.body, as_of) + post.name
    return person_name(context.viewer, (await the_person(context, identifier, as_of)).row)[0]


async def sentence(context: Context, step: Step, as_of: date) -> str:
    """The step as a sentence, the way its edge leads."""
    start, end = (step.start, step.end) if step.forward else (step.end, step.start)
    if step.kind == "HOLDS":
        end = (await _tenure(context, step)).post
    if step.kind == "IN":
        post = await the_post(context, start, as_of)
        said = f"{post.name}{_phrase(step)}{await name(context, end, as_of)}"
    else:
        said = f"{await name(context, start, as_of)}{_phrase(step)}{await name(context, end, as_of)}"
    return text(context.viewer, said)


def _phrase(step: Step) -> str:
    return schema().all_edges[step.kind].phrase


async def facts(context: Context, step: Step, as_of: date) -> Facts:
    """When the edge of a step holds, and what attests it; a post is in its body as long as it is there."""
    row: TenureRow | TieRow | PostRow | None
    if step.kind == "HOLDS":
        row = await _tenure(context, step)
    elif step.kind == "IN":
        row = (await the_post(context, step.start if step.forward else step.end, as_of)).row
    else:
        row = await context.ties.load(step.edge)
    if row is None:
        raise LookupError("the edge of a step is missing")
    return Facts(row.since, row.until, row.by)


async def contact(context: Context, step: Step, heads: Heads) -> Contact | None:
    """A tenure's own where somebody is come to by holding a post; a post's; else that of who heads the body, else the body's."""
    if step.kind == "HOLDS":
        tenure = await _tenure(context, step)
        post = await the_post(context, tenure.post, heads.as_of)
        found = tenure_contact(context, tenure, post.row.body_phone)
        return found or post_contact(context, post.row)
    if step.end.startswith("post:"):
        return post_contact(context, (await the_post(context, step.end, heads.as_of)).row)
    head = await heads.of(context, step.end)
    if head is not None:
        return await contact_of(context, head, heads.as_of)
    return body_contact(context, (await the_body(context, step.end, heads.as_of)).row)


async def _tenure(context: Context, step: Step) -> TenureRow:
    row = await context.tenures.load(step.edge)
    if row is None:
        raise LookupError("a tenure is missing")
    return row
