"""Of the many secretaries in a village, *the* secretary: the body whose post a place and a kind of post mean together."""

from __future__ import annotations

from dataclasses import replace

from wushe.graph import Reader
from wushe.queries.ask.model import Intent, Reading
from wushe.queries.chain.leaders import bodies_of_post, leaders_at
from wushe.queries.look_up import resolve_many
from wushe.queries.matches import Scope
from wushe.schema import schema


def with_its_body(reader: Reader, reading: Reading, scope: Scope) -> Reading:
    """The reading with the one body at its place that the post is of, where the kind of post says which that is.

    Of a place without a post it is what leads there: whom to call about the place as a whole.
    """
    if reading.body and (len(reading.posts) > 1 or reading.intent is Intent.FIVE_SOCIETIES):
        return _at_its_place(reader, reading, scope)
    if reading.intent not in {Intent.CONTACT, Intent.POST_HOLDER} or reading.body or not reading.place or reading.every:
        return reading
    posts = [schema().posts[code] for code in reading.posts]
    whole = not posts and reading.intent is Intent.CONTACT and reading.person is None
    if not whole and (len(posts) != 1 or posts[0].stands_in is None):
        return reading
    places = [reading.place.id]
    found = (
        list(leaders_at(reader, places, scope.as_of).values())
        if whole
        else bodies_of_post(reader, places, posts[0].code, scope.as_of)
    )
    if len(found) != 1:
        return reading
    body = resolve_many(reader, found, scope, types=("Organization",))[found[0]]
    return replace(reading, body=body[0]) if body else reading


def _at_its_place(reader: Reader, reading: Reading, scope: Scope) -> Reading:
    """渔溪镇妇联、团委、工会: the posts are of several bodies at one place."""
    home = next(iter(reading.body.places), None) if reading.body else None
    found = resolve_many(reader, [home], scope, types=("Place",))[home] if home else []
    return replace(reading, body=None, place=found[0]) if found else reading
