"""Who heads a body: the post its kind declares, in the order of declaration; a division's is its top organisation's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wushe.graph import Reader
from wushe.queries.head_posts import HeadWant, head_posts
from wushe.queries.responsibility.candidates import party_kinds
from wushe.queries.seats import Seat, seats
from wushe.queries.top_bodies import top_bodies
from wushe.schema import schema

PLACE_POSTS = ("secretary", "director")
"""Posts that may stand in a division itself, where a roster names no organisation."""


def heads_of(reader: Reader, bodies: Mapping[str, str], as_of: date) -> dict[str, list[Seat]]:
    """For each body (id to kind) the posts that head it, the first in line first, with who holds them on the day."""
    kinds = schema()
    divisions = [body for body, kind in bodies.items() if kind in kinds.places and not kinds.places[kind].heads]
    tops = _top_bodies(reader, divisions, as_of)
    wanted: list[HeadWant] = []
    owner: dict[str, str] = {}
    for body, kind in bodies.items():
        own = kinds.places[kind].heads or PLACE_POSTS if kind in kinds.places else (kinds.organizations[kind].head,)
        for top, head in tops.get(body, []):
            owner[top] = body
            wanted.append(HeadWant(top, head, len(wanted)))
        wanted += [HeadWant(body, post, len(wanted) + n) for n, post in enumerate(own) if post]
    rows = head_posts(reader, wanted, as_of) if wanted else []
    found = seats(reader, [row.post for row in rows], as_of)
    heads: dict[str, list[Seat]] = defaultdict(list)
    for row in rows:
        heads[owner.get(row.body, row.body)].append(found[row.post])
        if row.body in owner and row.body in bodies:
            heads[row.body].append(found[row.post])
    return dict(heads)


def _top_bodies(reader: Reader, places: Sequence[str], as_of: date) -> dict[str, list[tuple[str, str]]]:
    """The organisations at the top of each place, Party first, with the kind of post that heads each."""
    if not places:
        return {}
    organizations = schema().organizations
    order = {kind: n for n, kind in enumerate((*party_kinds(), *(schema().posts["director"].bodies)))}
    rows = top_bodies(reader, places, list(order), as_of)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (order[r.kind], r.body)):
        head = organizations[row.kind].head
        if head:
            found[row.place].append((row.body, head))
    return found


def first_held(line: Iterable[Seat], besides: frozenset[str]) -> Seat | None:
    """The first post of a line that somebody holds, leaving out `besides`."""
    return next((seat for seat in line if seat.holder is not None and seat.post not in besides), None)
