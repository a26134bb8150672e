"""Addresses inside a sentence: a landmark of 范围说明, or a place's name with a number or words for near it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wushe.graph import Reader
from wushe.queries.addresses import Fit, Hit, Part, hits_in, matches_in, of_the_day
from wushe.queries.matches import Match, Scope
from wushe.schema.addresses import address_tail

Named = Mapping[str, Sequence[Match]]
"""What bears the parts of a text as a name."""


def addresses_in(
    reader: Reader, text: str, parts: Iterable[str], named: Named, scope: Scope
) -> list[tuple[int, int, tuple[Match, ...]]]:
    """From where to where an address stands among the parts of a text, and the places it may be in; the best fit first."""
    plain = text.lower()
    spans = {(name, hit.start()) for name in parts for hit in re.finditer(f"(?={re.escape(name)})", text)}
    places = [Part(start, end := start + len(name), address_tail(plain, end)) for name, start in spans]
    borne = {part: named.get(text[part.start : part.end], ()) for part in places}
    told = [(Fit.NAME, part, list(borne[part])) for part in places if part.stop > part.end]
    hits = _best_hits(hits_in(reader, plain, places, scope), {part for part in places if borne[part]})
    lying = zip(hits, matches_in(reader, hits, scope) if hits else [], strict=True)
    by_part: dict[tuple[Fit, Part], list[Match]] = defaultdict(list)
    for hit, match in lying:
        by_part[hit.fit, hit.part].append(match)
    told += [(fit, part, of_the_day(matches)) for (fit, part), matches in by_part.items()]
    told.sort(key=lambda one: (one[0], one[1].start, one[1].end))
    return [(part.start, part.stop, tuple(matches)) for _, part, matches in told if matches]


def _best_hits(hits: Iterable[Hit], named: set[Part]) -> list[Hit]:
    """Of each part of a text the hits that fit best, and better than a name that stands there."""
    best: dict[Part, Fit] = dict.fromkeys(named, Fit.NAME)
    kept = sorted(hits, key=lambda hit: hit.fit)
    for hit in kept:
        best.setdefault(hit.part, hit.fit)
        best[hit.part] = min(best[hit.part], hit.fit)
    return [hit for hit in kept if hit.fit is best[hit.part] and hit.fit < Fit.ELSEWHERE]
