"""The names and words of the schema that stand in a question, and which of them explain it best."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from wushe.graph import Reader
from wushe.queries.ask.addresses import addresses_in
from wushe.queries.look_up import resolve_many, resolve_parts
from wushe.queries.matches import Match, Scope
from wushe.queries.naming import leads_to
from wushe.queries.organizations_at import organizations_at
from wushe.schema import schema
from wushe.schema.text import squeeze

LONGEST_NAME = 24
"""Characters of the longest name looked for inside a sentence."""
What = Literal["Place", "Organization", "Matter", "posts", "organizations", "places", "ties"]
ORDER: tuple[What, ...] = ("Place", "Organization", "Matter", "posts", "organizations", "places", "ties")
"""Of what stands at the same words, the first counts."""
NAMED: tuple[What, ...] = ("Place", "Organization", "Matter")
VAGUE = frozenset({"负责人", "单位负责人", "公司", "局", "社", "组", "片", "格", "中心", "渠道", "平台"})
"""Words of kinds that say too little in a sentence."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text something stands: what may bear this name, or the code of a kind that has this word."""

    start: int
    end: int
    what: What
    matches: tuple[Match, ...] = ()
    code: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def reaches_beyond(self, start: int, end: int) -> bool:
        """Whether it overlaps a range and is not all within it."""
        return self.start < end and start < self.end and not (start <= self.start and self.end <= end)


def spans_in(reader: Reader, text: str, scope: Scope) -> list[Span]:
    """The names and words that together explain most of a text (squeezed; a bar is where nothing may stand), in its order."""
    parts = list(dict.fromkeys(part for start in range(len(text)) for part in _parts(text, start)))
    found = resolve_parts(reader, parts, scope)
    named = [span for what in NAMED for span in _named(text, what, found.get(what, {}))]
    named += [
        _with_ancestors(text, Span(start, end, "Place", matches))
        for start, end, matches in addresses_in(reader, text, parts, found.get("Place", {}), scope)
    ]
    return _joined(reader, text, _best([*named, *_worded(text)]), scope)


def _joined(reader: Reader, text: str, spans: list[Span], scope: Scope) -> list[Span]:
    """渔溪镇 and 团委 side by side are the organisation of this kind there, where there is just one; 登科寺社区居委会 too."""
    done: list[Span] = []
    for span in spans:
        place, kind = (done[-1], span.code) if done and span.what == "organizations" else (span, None)
        if kind is None and span.what == "Place":
            kind = next((code for word, code in _words()["organizations"] if text[: span.end].endswith(word)), None)
        own = _own(reader, place, kind, scope) if kind and place.what == "Place" and place.end >= span.start else ()
        if own:
            done = [one for one in done if one is not place]
            span = Span(place.start, span.end, "Organization", own)  # noqa: PLW2901 - the span that takes the place of both
        done.append(span)
    return done


def _own(reader: Reader, place: Span, kind: str, scope: Scope) -> tuple[Match, ...]:
    """The one organisation of a kind at each place that a span may mean; nothing unless each has just one."""
    homes = [match.id for match in place.matches]
    rows = organizations_at(reader, homes, [kind], "ID", False, None, 2, scope.as_of)
    if len(rows) != len(homes) or {row.owner for row in rows} != set(homes):
        return ()
    ids = [row.id for row in rows]
    found = resolve_many(reader, ids, scope, types=("Organization",))
    return tuple(match for one in ids for match in found[one])


def _parts(text: str, start: int) -> Iterator[str]:
    for end in range(start + 2, min(len(text), start + LONGEST_NAME) + 1):
        if text[end - 1] == "｜":
            return
        if text[start] != "｜":
            yield text[start:end]


def _named(text: str, what: What, found: dict[str, list[Match]]) -> Iterator[Span]:
    for name, matches in found.items():
        for hit in re.finditer(f"(?={re.escape(name)})", text):
            span = Span(hit.start(), hit.start() + len(name), what, tuple(matches))
            yield span if what == "Matter" else _with_ancestors(text, span)


def _with_ancestors(text: str, span: Span) -> Span:
    """The span with the names of the places above it that stand right before: 玉山镇青龙村 is one of two 青龙村."""
    for start in range(span.start):
        kept = tuple(match for match in span.matches if leads_to(text[start : span.start], match))
        if kept:
            return Span(start, span.end, span.what, kept)
    return span


def _worded(text: str) -> Iterator[Span]:
    for what, words in _words().items():
        for word, code in words:
            for hit in re.finditer(re.escape(word), text):
                yield Span(hit.start(), hit.end(), what, code=code)


@cache
def _words() -> dict[What, Collection[tuple[str, str]]]:
    """The words for kinds that a sentence may hold."""
    kinds: dict[What, dict[str, str]] = {
        "posts": schema().by_word["posts"],
        "organizations": schema().by_word["organizations"],
        "places": schema().by_word["places"],
        "ties": schema().by_word["ties"],
    }
    return {
        what: {(squeeze(w), c) for w, c in words.items() if not w.isascii() and len(w) > 1 and w not in VAGUE}
        for what, words in kinds.items()
    }


def _best(spans: Collection[Span]) -> list[Span]:
    """Of spans that do not overlap those that cover most of the text; of equals the longer, then the first in `ORDER`."""
    ranked = sorted(spans, key=lambda span: (span.end, -len(span), ORDER.index(span.what)))
    best: list[tuple[tuple[int, int, int], list[Span]]] = [((0, 0, 0), [])]
    ends = [0]
    for span in ranked:
        before = max(
            (known for known, end in zip(best, ends, strict=True) if end <= span.start), key=lambda one: one[0]
        )
        (covered, squares, order), chosen = before
        score = (covered + len(span), squares + len(span) ** 2, order - ORDER.index(span.what))
        best.append((score, [*chosen, span]))
        ends.append(span.end)
    return max(best, key=lambda one: one[0])[1]
