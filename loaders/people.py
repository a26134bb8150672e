"""Who is meant: the same name in the same post is the same person; else name, village and phone together tell.

Never the name alone: whoever cannot be told for certain stays apart, and `wushe check` lists who may be one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from wushe.loaders.context import Context, division_of
from wushe.loaders.tables.posts import Tenure
from wushe.queries.post_tenures import PostTenure
from wushe.schema.ids import person_id
from wushe.schema.text import squeeze

_ID = re.compile(r"person:[0-9a-f]{24}")


def identify_people(context: Context, tenures: Sequence[Tenure], existing: Sequence[PostTenure]) -> None:
    """Give every tenure its person's id.

    A person whom a post already knows under another phone keeps that id in all rows of the file.
    """
    computed = _computed_ids(context, tenures)
    groups: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        groups[tenure.post.id, squeeze(tenure.person.name)].append(tenure)
    held: dict[tuple[str, str], list[PostTenure]] = defaultdict(list)
    for old in existing:
        held[old.post, squeeze(old.name)].append(old)
    chosen: dict[int, str] = {}
    same: dict[str, str] = {}
    for said, group in groups.items():
        olds = held.get(said, [])
        mobiles = {tenure.mobile for tenure in group}
        for alike in _apart(group):
            key = computed[id(alike[0])]
            known = next(filter(None, map(_given, alike)), None) or _in_graph(alike, olds, mobiles)
            if known:
                same.setdefault(key, known)
            chosen |= {id(tenure): known or key for tenure in alike}
    for tenure in tenures:
        tenure.identifier = _given(tenure) or same.get(chosen[id(tenure)], chosen[id(tenure)])


def _apart(group: Sequence[Tenure]) -> list[list[Tenure]]:
    """Rows of one name in one post: one person, but for rows with different mobiles where several may hold it."""
    mobiles = list(dict.fromkeys(tenure.mobile for tenure in group if tenure.mobile))
    if len(mobiles) < 2 or group[0].post.seats == 1:
        return [sorted(group, key=lambda tenure: not tenure.mobile)]
    found = ([tenure for tenure in group if tenure.mobile == mobile] for mobile in [*mobiles, ""])
    return [alike for alike in found if alike]


def _computed_ids(context: Context, tenures: Sequence[Tenure]) -> dict[int, str]:
    """The id of every tenure's person as its row tells it; one name in one row of a roster is one person."""
    found: dict[int, str] = {}
    rows: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for tenure in sorted(tenures, key=lambda tenure: not tenure.mobile):
        row = rows[id(tenure.line.origin), squeeze(tenure.person.name)]
        same = next((key for mobile, key in row if not tenure.mobile or mobile == tenure.mobile), None)
        found[id(tenure)] = key = same or _computed(context, tenure)
        row.append((tenure.mobile, key))
    return found


def _computed(context: Context, tenure: Tenure) -> str:
    """Name, village and mobile; without a mobile the post stands for it: a name alone makes nobody the same."""
    village = division_of(tenure.post.body)
    return person_id(context.key, tenure.person.name, village, tenure.mobile or tenure.post.id)


def _given(tenure: Tenure) -> str | None:
    """The id that an export wrote."""
    text = tenure.line.text("id")
    return text if text and _ID.fullmatch(text) else None


def _in_graph(alike: Sequence[Tenure], olds: Sequence[PostTenure], mobiles: Collection[str]) -> str | None:
    """The person of this name whom the post knows: of the same phone, else the latest whom no other row means."""
    mine = {tenure.mobile for tenure in alike}
    left = [old for old in olds if old.phone in mine or not old.phone or old.phone not in mobiles]
    left.sort(key=lambda old: (bool(old.phone) and old.phone in mine, old.until, old.since))
    return left[-1].person if left else None
