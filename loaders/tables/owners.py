"""Whose post it is when only a place is written: 登科寺社区 and 书记 mean the secretary of that community's top Party body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from wushe.loaders.context import Context
from wushe.loaders.references import BODY
from wushe.loaders.tables.posts import Post, PostRow, post_in
from wushe.queries.matches import Match
from wushe.queries.open_edges import open_edges
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.top_bodies import top_bodies
from wushe.schema import schema
from wushe.schema.ids import organization_place


def give_to_owners(context: Context, rows: Sequence[PostRow]) -> None:
    """Put every post that a row gives to a place into that place's own organisation, where there is just one for it."""
    posts = [post for row in rows for post in row.posts if post.body.label == "Place" and owning_kinds(post.kind)]
    if not posts:
        return
    own = _Owners.of(context, {post.body.id for post in posts})
    for row in rows:
        moved = {post.id: own.moved(post) for post in row.posts}
        row.posts = [moved[post.id] for post in row.posts]
        for tenure in row.tenures:
            tenure.post = moved[tenure.post.id]


def own_post(context: Context, post: Post) -> Post:
    """The post in its place's own organisation; as it is where there is none, or several."""
    return _Owners.of(context, {post.body.id}).moved(post) if owning_kinds(post.kind) else post


def owning_kinds(kind: str) -> tuple[str, ...]:
    """The kinds of organisation to which a kind of post belongs; none for those of grids, groups and cells."""
    declared = schema().posts[kind]
    if declared.level is not None and not schema().places[declared.level].division:
        return ()
    return party_kinds() if declared.stands_in == "top_party" else declared.bodies


@dataclass(slots=True)
class _Owners:
    """The organisations at the places of a file, and who leads them; `found` remembers what was asked."""

    here: dict[str, dict[str, Match]] = field(default_factory=lambda: defaultdict(dict))
    leaders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, context: Context, places: Collection[str]) -> _Owners:
        """Those of the graph and of the file."""
        own, references = cls(), context.references
        directed = {kind for post in schema().posts for kind in owning_kinds(post)} - set(party_kinds())
        tops = top_bodies(context.reader, sorted(places), party_kinds(), sorted(directed), context.as_of)
        references.ask(BODY, {row.body for row in tops})
        for row in tops:
            if references.registry.get(row.body) is None:
                own.here[row.place].update({m.id: m for m in references.in_graph(row.body, BODY)})
        in_file = [m for m in references.registry.organizations() if m.places and m.places[0] in places]
        for match in in_file:
            own.here[match.places[0]][match.id] = match
        for edge in open_edges(context.reader, [match.id for match in in_file]):
            if edge.type == "LEADS":
                own.leaders[edge.end].add(edge.start)
        for fact in context.facts:
            if fact.type == "LEADS" and fact.until > context.as_of:
                own.leaders[fact.end or ""].add(fact.start or "")
        return own

    def moved(self, post: Post) -> Post:
        """The post in its organisation; as it is where there is none, or several."""
        kinds = owning_kinds(post.kind) if post.body.label == "Place" and not post.given else ()
        found = [match for match in self.here[post.body.id].values() if match.kind in kinds]
        if kinds == party_kinds():
            found = [match for match in found if not self._led_from(post.body.id, match)]
        return post_in(found[0], post.name) if len(found) == 1 else post

    def _led_from(self, place: str, match: Match) -> bool:
        """Whether an organisation of the same place leads this one."""
        return any(up in self.here[place] or organization_place(up) == place for up in self.leaders[match.id])
