"""Names that look or sound like a text: other characters of the same sound, one wrong, missing, too many, two changed about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wushe.graph import Reader
from wushe.queries.likeness import likeness
from wushe.queries.lucene import escaped
from wushe.queries.matches import LONGEST, Match, MatchHow, Scope, Wanted
from wushe.queries.name_suggestions import name_suggestions
from wushe.queries.names import NamedRow
from wushe.queries.names_by_sound import names_by_sound
from wushe.queries.naming import matches_of, there
from wushe.queries.nodes_by_key import nodes_by_key
from wushe.schema import ANYWHERE
from wushe.schema.ids import named_by
from wushe.schema.naming import query_keys
from wushe.schema.sounds import syllables
from wushe.schema.text import squeeze

LOOKED_AT = 20
"""Names that are compared with the text."""
SHORT = 6
"""Characters of a name in which one wrong one leaves little of it for the full text."""
HIGHEST = 0.3
"""The score of a name that is all but the text."""
LABELS = {"place": "Place", "org": "Organization", "matter": "Matter"}
"""What ids begin with, of what has names."""
SPARE = 2
"""So many more are looked up, since what is there on the day comes before what is not."""
LEAST = 0.3
"""Names less like the text than this are none that anybody meant."""


def suggest(reader: Reader, text: str, scope: Scope, wanted: Wanted) -> list[Match]:
    """The likeliest first; never to be taken for an answer."""
    plain = squeeze(text).lower()
    counties = [*scope.counties, *([ANYWHERE] if wanted.has("Matter") else [])]
    if not re.search(r"\w", plain) or len(plain) > LONGEST or not counties:
        return []
    alike: dict[str, tuple[float, str]] = {}
    for node, name in _candidates(reader, plain, counties, max(LOOKED_AT, wanted.limit)):
        if wanted.has(LABELS[node.partition(":")[0]]):
            alike[node] = max(alike.get(node, (LEAST, "")), (likeness(plain, name), name))
    ranked = sorted((node for node in alike if alike[node][1]), key=lambda node: (-alike[node][0], node))
    kept = ranked if wanted.within else ranked[: wanted.limit + SPARE]
    rows = {row.id: replace(row, text=alike[row.id][1]) for row in nodes_by_key(reader, kept)}
    likely = _likely(list(rows.values()), {node: alike[node][0] for node in rows}, scope)
    likely = likely if wanted.within else likely[: wanted.limit]
    found = matches_of(reader, [(row, MatchHow.SUGGESTION, text) for row in likely], scope)
    told = [replace(match, score=round(HIGHEST * alike[match.id][0], 3)) for match in found]
    return [match for match in told if wanted.takes(match)][: wanted.limit]


def _likely(rows: list[NamedRow], alike: dict[str, float], scope: Scope) -> list[NamedRow]:
    """The most alike first; what is not there on the day only where it is more alike than anything that is."""
    most = max((alike[row.id] for row in rows if there(row, scope)), default=0.0)
    kept = [row for row in rows if there(row, scope) or alike[row.id] > most]
    return sorted(kept, key=lambda row: (-alike[row.id], row.id))


def _candidates(reader: Reader, plain: str, counties: Sequence[str], limit: int) -> Iterator[tuple[str, str]]:
    """Ids of what bears a name like the text, and the name."""
    sounds = [sound for key in query_keys(plain) if (sound := "".join(syllables(key)))]
    heard = names_by_sound(reader, counties, list(dict.fromkeys(sounds)), limit)
    texts = " ".join(dict.fromkeys((plain, *_swapped(plain)))) if len(plain) <= SHORT else plain
    clauses = [f"text:({escaped(texts)})", *(_gaps(plain) if len(plain) <= SHORT else ())]
    lucene = f"+county:({' '.join(counties)}) +({' '.join(clauses)})"
    seen = name_suggestions(reader, lucene, limit)
    yield from ((named_by(row.name), row.text) for row in (*heard, *seen))


def _swapped(plain: str) -> Iterator[str]:
    """The text with each two neighbours changed about."""
    for place in range(len(plain) - 1):
        yield plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]


def _gaps(plain: str) -> Iterator[str]:
    """Lucene clauses for the full text, which holds each two neighbours: one character between two is another or missing."""
    for step in (1, 2):
        for left, right in zip(plain, plain[step:], strict=False):
            if left.isalnum() and right.isalnum():
                yield f"(+text:{left}? +text:?{right})^4"
