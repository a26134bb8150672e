"""Who heads a body: the post its kind declares, in the order of declaration; a division's is its top organisation's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.seats import Seat, seats
from wushe.queries.top_bodies import top_bodies
from wushe.schema import schema
from wushe.schema.ids import post_id
from wushe.schema.kinds import PlaceKind

PLACE_POSTS = ("secretary", "director")
"""Posts that may stand in a division itself, where a roster names no organisation."""


def heads_of(reader: Reader, bodies: Mapping[str, str], as_of: date) -> dict[str, list[Seat]]:
    """For each body (id to kind) the posts that head it, the first in line first, with who holds them on the day."""
    places = schema().places
    divisions = [body for body, kind in bodies.items() if kind in places and _has_top(places[kind])]
    tops = _top_bodies(reader, divisions, as_of)
    lines = {body: [*tops.get(body, []), *_own_posts(body, kind)] for body, kind in bodies.items()}
    found = seats(reader, sorted({post for line in lines.values() for post in line}), as_of)
    return {body: [found[post] for post in line if post in found] for body, line in lines.items()}


def _own_posts(body: str, kind: str) -> list[str]:
    """The posts in a body itself that may head it."""
    if kind in schema().places:
        kinds: tuple[str, ...] = schema().places[kind].heads or PLACE_POSTS
    else:
        head = schema().organizations[kind].head
        kinds = (head,) if head else ()
    return [post_id(body, post, "") for post in kinds]


def _has_top(place: PlaceKind) -> bool:
    """Levels whose heads are those of organisations: counties and below that have no heads of their own."""
    return not place.heads and place.rank >= schema().places["county"].rank


def _top_bodies(reader: Reader, places: Sequence[str], as_of: date) -> dict[str, list[str]]:
    """The head posts of each place: of its top Party organisations, then of its committee or government."""
    if not places:
        return {}
    organizations = schema().organizations
    directed = schema().posts["director"].bodies
    order = {kind: n for n, kind in enumerate((*party_kinds(), *directed))}
    rows = top_bodies(reader, places, list(party_kinds()), list(directed), as_of)
    found: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (order[r.kind], r.body)):
        if head := organizations[row.kind].head:
            found[row.place].append(post_id(row.body, head, ""))
    return found


def head_of(line: Sequence[Seat]) -> Seat | None:
    """The post that answers for a body: the first of its heads that is held, else the first."""
    return first_held(line, frozenset()) or next(iter(line), None)


def first_held(line: Iterable[Seat], besides: frozenset[str]) -> Seat | None:
    """The first post of a line that somebody holds, leaving out `besides`."""
    return next((seat for seat in line if seat.holder is not None and seat.post not in besides), None)
