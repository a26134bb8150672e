"""Who is meant: the same name in the same post is the same person; else name, village and phone together tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

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
    same: dict[str, str] = {}
    in_post: dict[tuple[str, str], str] = {}
    for tenure in tenures:
        key = computed[id(tenure)]
        post = (tenure.post.id, squeeze(tenure.person.name))
        known = _given(tenure) or in_post.get(post) or _in_graph(tenure, existing)
        if known:
            same.setdefault(key, known)
        in_post.setdefault(post, known or key)
    for tenure in tenures:
        post = (tenure.post.id, squeeze(tenure.person.name))
        tenure.identifier = _given(tenure) or same.get(in_post[post], in_post[post])


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
    return person_id(context.key, tenure.person.name, division_of(tenure.post.body), tenure.mobile)


def _given(tenure: Tenure) -> str | None:
    """The id that an export wrote."""
    text = tenure.line.text("id")
    return text if text and _ID.fullmatch(text) else None


def _in_graph(tenure: Tenure, existing: Sequence[PostTenure]) -> str | None:
    """The person of this name whom the post knows: with the same phone if there are several, else the latest."""
    name = squeeze(tenure.person.name)
    found = [old for old in existing if old.post == tenure.post.id and squeeze(old.name) == name]
    found.sort(key=lambda old: (old.phone == tenure.mobile, old.until, old.since))
    return found[-1].person if found else None
