"""Who bears a duty: a body, a post of a body, or a kind of post or body at a level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wushe.loaders.context import Context
from wushe.loaders.lines import Line, RowError
from wushe.loaders.references import BODY, narrowed
from wushe.loaders.tables.owners import own_post
from wushe.loaders.tables.posts import Post, post_in
from wushe.loaders.words import kind_of, level_of
from wushe.queries.matches import Match
from wushe.queries.posts import posts
from wushe.schema import schema

_JOINT = re.compile(r"\s*[·•・‧]\s*")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A body or a post by its id, or a kind of post or body at a level."""

    id: str | None = None
    kind: str | None = None
    level: str | None = None

    @property
    def key(self) -> str:
        """What goes into the duty's id."""
        return self.id or f"{self.kind}@{self.level}"


@dataclass(slots=True)
class Bearers:
    """Tells the bearers of one file; `posts` are those that the file itself brings."""

    context: Context
    posts: set[str] = field(default_factory=set)
    asked: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, context: Context) -> Bearers:
        """Those of a file whose posts have been read."""
        return cls(context, {fact.id for fact in context.facts if fact.type == "Post"})

    def bearer(self, line: Line, within: Match) -> Bearer:
        """An existing body of this name, else a post of an existing body; else the word for a kind."""
        text = line.required("bearer")
        if text.startswith("post:"):
            return self._given(text)
        near = [within, *filter(None, self.context.near(line))]
        found = narrowed(self.context.references.candidates(text, BODY), near)
        if len(found) == 1:
            return Bearer(found[0].id)
        if post := self._post(text, near):
            return Bearer(post.id)
        kind = kind_of("posts", text) or kind_of("organizations", text)
        if kind is None or found:
            return Bearer(self.context.references.one(line, "bearer", BODY, near).id)
        return Bearer(None, kind, _level(line, kind, text))

    def _given(self, text: str) -> Bearer:
        if not self._exists(text):
            raise RowError(f"没有岗位“{text}”，请先载入它的任职表", "bearer")
        return Bearer(text)

    def _post(self, text: str, near: list[Match]) -> Post | None:
        """区委书记, 登科寺社区党委书记, 区住建局·副局长: the one post that is there and may be meant."""
        parts = [(body, post) for body, post in _split(text) if self._may_be(post, text)]
        self.context.references.ask(BODY, [body for body, _ in parts])
        for body, post in parts:
            found = narrowed(self.context.references.candidates(body, BODY), near)
            if len(found) == 1 and (there := self._there(post_in(found[0], post))):
                return there
        return None

    @staticmethod
    def _may_be(post: str, text: str) -> bool:
        """Any word may be a post after the sign between body and post; else it must be a kind's."""
        return bool(_JOINT.search(text)) or kind_of("posts", post) is not None

    def _there(self, post: Post) -> Post | None:
        """The post where it is: in the place's own organisation, or in the very body."""
        return next((one for one in (own_post(self.context, post), post) if self._exists(one.id)), None)

    def _exists(self, identifier: str) -> bool:
        if identifier in self.posts:
            return True
        if identifier not in self.asked:
            self.asked[identifier] = bool(posts(self.context.reader, [identifier], self.context.as_of))
        return self.asked[identifier]


def _split(text: str) -> Iterator[tuple[str, str]]:
    """A text as a body and a post: at the sign between them, else at every place, the longest post first."""
    parts = _JOINT.split(text, maxsplit=1)
    if len(parts) == 2 and all(parts):
        yield parts[0], parts[1]
        return
    yield from ((text[:cut], text[cut:]) for cut in range(2, len(text) - 1))


def _level(line: Line, kind: str, text: str) -> str:
    """层级, else the level that the kind declares."""
    written = line.text("level")
    level = level_of(written) if written else None
    if written and level is None:
        line.warn(f"层级“{written}”不能识别，按岗位（单位）类型的通常层级载入", "level")
    declared = schema().posts[kind].level if kind in schema().posts else schema().organizations[kind].level
    if level is None and declared is None:
        raise RowError(f"“{text}”没有通常的层级，请填写：网格、村(社区)、镇街或区县", "level")
    return level or declared or ""
