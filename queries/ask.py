"""A plain Chinese sentence, understood by the graph's own names: which place, which matter, what was ignored."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from wushe.graph import Reader
from wushe.queries.addresses import Fit, Hit, Part, hits_in, matches_in, of_the_day
from wushe.queries.matches import Match, Scope
from wushe.queries.naming import leads_to
from wushe.queries.resolve import resolve_many
from wushe.schema.addresses import address_tail
from wushe.schema.text import squeeze

LONGEST_NAME = 24
"""Characters of the longest name looked for inside a sentence."""
LONGEST_QUESTION = 120
MOST_READINGS = 5
FILLER = re.compile(
    "请问一下|请问|我们|我家|我要|我|这里|这边|附近|有人|有个|发生|出现|应该|该由|该|找谁|谁来管|谁负责|谁管|归谁管|归谁|由谁|"
    "负责人|负责|怎么办|怎么|电话|是谁|是|多少|哪个部门|哪个|部门|反映|投诉|联系|一下|谁|找|管|的|了|啊|呢|吗|呀|在|要|想|问|"
    "[？?，,。、！!：:；;|｜]"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text a name stands, and what it may mean."""

    start: int
    end: int
    matches: tuple[Match, ...]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question. A part that was not found is None."""

    place: Match | None
    matter: Match | None
    ignored: tuple[str, ...]
    assumed: bool = False
    """No place was said, and there is only one county it can be."""

    @property
    def text(self) -> str:
        """What was understood, in a line."""
        place = self.place.name if self.place else "没有听出的地点"
        place += f"（{self.place.landmark}）" if self.place and self.place.landmark else ""
        matter = f"“{self.matter.name}”" if self.matter else "没有听出的事项"
        said = "（没有说地点，按全区县回答）" if self.assumed else ""
        return f"{place}的{matter}由谁负责{said}"


def understand(reader: Reader, question: str, scope: Scope) -> list[Reading]:
    """The readings of a question: one when it is clear, several when a name may mean several; never empty."""
    text = squeeze(question)[:LONGEST_QUESTION]
    spans = ((i, j) for i in range(len(text)) for j in range(i + 2, min(len(text), i + LONGEST_NAME) + 1))
    names = list(dict.fromkeys(text[i:j] for i, j in spans))
    found = resolve_many(reader, names, scope, types=("Place",), whole=True)
    places = [_with_ancestors(text, span) for span in (*_spans(text, found), *_addresses(reader, text, found, scope))]
    matters = list(_spans(text, resolve_many(reader, names, scope, types=("Matter",), whole=True)))
    place, matter = _longest_pair(places, matters)
    ignored = _ignored(text, [span for span in (place, matter) if span])
    if place is None and matter is not None and not ignored and len(scope.counties) == 1:
        county = resolve_many(reader, scope.counties, scope, types=("Place",))[scope.counties[0]]
        return [Reading(county[0] if county else None, match, (), assumed=True) for match in matter.matches]
    choices = product(place.matches if place else (None,), matter.matches if matter else (None,))
    return [Reading(p, m, ignored) for p, m in choices][:MOST_READINGS]


def _spans(text: str, found: dict[str, list[Match]]) -> Iterator[Span]:
    for name, matches in found.items():
        if matches:
            for hit in re.finditer(f"(?={re.escape(name)})", text):
                yield Span(hit.start(), hit.start() + len(name), tuple(matches))


def _addresses(reader: Reader, text: str, found: dict[str, list[Match]], scope: Scope) -> list[Span]:
    """Where an address stands, the best fit first: a landmark, or a place's name, with a number or words for near it."""
    plain = text.lower()
    spans = {(name, hit.start()) for name in found for hit in re.finditer(f"(?={re.escape(name)})", text)}
    parts = [Part(start, end := start + len(name), address_tail(plain, end)) for name, start in spans]
    named = [(Fit.NAME, part, found[text[part.start : part.end]]) for part in parts if part.stop > part.end]
    hits = _best_hits(
        hits_in(reader, plain, parts, scope), {part for part in parts if found[text[part.start : part.end]]}
    )
    lying = zip(hits, matches_in(reader, hits, scope) if hits else [], strict=True)
    by_part: dict[tuple[Fit, Part], list[Match]] = defaultdict(list)
    for hit, match in lying:
        by_part[hit.fit, hit.part].append(match)
    told = [*named, *((fit, part, of_the_day(matches)) for (fit, part), matches in by_part.items())]
    told.sort(key=lambda one: (one[0], one[1].start, one[1].end))
    return [Span(part.start, part.stop, tuple(matches)) for _, part, matches in told if matches]


def _best_hits(hits: Iterable[Hit], named: set[Part]) -> list[Hit]:
    """Of each part of a text the hits that fit best, and better than a name that stands there."""
    best: dict[Part, Fit] = dict.fromkeys(named, Fit.NAME)
    kept = sorted(hits, key=lambda hit: hit.fit)
    for hit in kept:
        best.setdefault(hit.part, hit.fit)
        best[hit.part] = min(best[hit.part], hit.fit)
    return [hit for hit in kept if hit.fit is best[hit.part] and hit.fit < Fit.ELSEWHERE]


def _with_ancestors(text: str, span: Span) -> Span:
    """The span with the names of the places above it that stand right before: 玉山镇青龙村 is one of two 青龙村."""
    for start in range(span.start):
        kept = tuple(match for match in span.matches if leads_to(text[start : span.start], match))
        if kept:
            return Span(start, span.end, kept)
    return span


def _longest_pair(places: list[Span], matters: list[Span]) -> tuple[Span | None, Span | None]:
    """The place and the matter that together explain most of the text and do not overlap; of equals the first said."""
    pairs = [
        (p, m)
        for p, m in product([*places, None], [*matters, None])
        if not (p and m and p.start < m.end and m.start < p.end)
    ]
    return max(pairs, key=lambda pair: sum(len(span) for span in pair if span))


def _ignored(text: str, spans: list[Span]) -> tuple[str, ...]:
    """What neither names anything nor is mere politeness."""
    rest = list(text)
    for span in spans:
        rest[span.start : span.end] = "｜" * len(span)
    return tuple(part for part in FILLER.sub("｜", "".join(rest)).split("｜") if part)
