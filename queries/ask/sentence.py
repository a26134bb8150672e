"""What stands in a sentence: names, words of the schema, a day, a phone; and what is left of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from wushe.graph import Reader
from wushe.queries.ask.days import find_day
from wushe.queries.ask.model import Intent
from wushe.queries.ask.names import Span, What, spans_in
from wushe.queries.ask.words import (
    BELONGS,
    CUES,
    DOWN,
    DUAL,
    EVERY,
    FILLER,
    FIVE,
    HEAD,
    INCOMPLETE,
    LACKS,
    MERE,
    NEEDS,
    PERSON,
    PHONE,
    QUOTED,
    RULES,
    SOCIETY,
    WHISTLE,
)
from wushe.queries.five import Society
from wushe.queries.matches import Scope
from wushe.schema import schema

_FIVE = frozenset(Society)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question; `rest` is its text with a bar in the place of every name, `quoted` a name in quotation marks."""

    text: str
    rest: str
    spans: list[Span]
    as_of: date | None
    phone: str | None
    five: bool
    """Whether it asks for the five societies."""
    quoted: str | None

    def of(self, *whats: What) -> list[Span]:
        """The spans of these, in their order."""
        return [span for span in self.spans if span.what in whats]

    def longest(self, *whats: What) -> Span | None:
        """The longest of these, of equals the first."""
        return max(self.of(*whats), key=len, default=None)

    def codes(self, what: What) -> tuple[str, ...]:
        """The codes of the kinds that are said, each once."""
        return tuple(dict.fromkeys(span.code for span in self.of(what)))

    def asks(self, intent: Intent) -> bool:
        """Whether a word tells that this is asked."""
        return CUES[intent].search(self.rest) is not None

    @property
    def divisions(self) -> bool:
        """Whether a division is named, and not only something below one."""
        places = schema().places
        return any(places[match.kind].division for span in self.of("Place") for match in span.matches)

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures whose labels stand in it, the longest first where one holds another; 网格 in 网格长 or in a name is none."""
        found: list[str] = []
        text = self.text
        for code, figure in sorted(schema().figures.items(), key=lambda one: -len(one[1].label)):
            for hit in re.finditer(re.escape(figure.label), text):
                if not any(span.reaches_beyond(*hit.span()) for span in self.spans):
                    found.append(code)
                    text = masked(text, [hit.span()])
        return tuple(dict.fromkeys(found))

    @property
    def societies(self) -> tuple[tuple[Society, ...], tuple[Society, ...]]:
        """Those of the five that are said to be there, and those that are said to be missing: 有社会组织但没有社工、慈善基金."""
        told: dict[str, list[Society]] = {"present": [], "without": []}
        side = ""
        for hit in SOCIETY.finditer(self.nameless):
            word = hit.lastgroup or ""
            if word not in _FIVE:
                side = word
            elif side in told:
                told[side].append(Society(word))
        return tuple(dict.fromkeys(told["present"])), tuple(dict.fromkeys(told["without"]))

    @property
    def named_societies(self) -> set[Society]:
        """Those of the five that are named at all."""
        return {Society(word) for hit in SOCIETY.finditer(self.text) if (word := hit.lastgroup) in _FIVE}

    @property
    def denied(self) -> str | None:
        """The first post or kind of organisation that is said not to be there: 没有书记."""
        for span in self.of("posts", "organizations"):
            if found := LACKS.search(self.text[: span.start]):
                return found[0] + self.text[span.start : span.end]
        return None

    @property
    def person(self) -> str | None:
        """A name in quotation marks; else, where nothing is named, the one word that is left and may be a name."""
        if self.quoted or self.phone or self.spans:
            return self.quoted
        words = [part for part in FILLER.sub("｜", self.rest).split("｜") if part]
        return words[0] if len(words) == 1 and PERSON.fullmatch(words[0]) else None

    def unsaid(self, used: Collection[Span], labels: Collection[str] = ()) -> tuple[str, ...]:
        """What neither names what is asked about (the spans and labels used), nor tells what is asked, nor is mere politeness."""
        known = [hit.span() for label in labels for hit in re.finditer(re.escape(label), self.text)]
        rest = masked(self.text, [*known, *((span.start, span.end) for span in used)])
        for cue in (
            *CUES.values(),
            *RULES.values(),
            BELONGS,
            DOWN,
            DUAL,
            EVERY,
            HEAD,
            INCOMPLETE,
            NEEDS,
            WHISTLE,
            FILLER,
        ):
            rest = cue.sub("｜", rest)
        said = (part for part in rest.split("｜") if part and part != self.person)
        return tuple(part for part in said if not MERE.fullmatch(part))

    @property
    def nameless(self) -> str:
        """The text with a bar in the place of the names of places and organisations."""
        return self.without(self.of("Place", "Organization"))

    def without(self, spans: Collection[Span]) -> str:
        """The text with a bar in the place of these."""
        return masked(self.text, [(span.start, span.end) for span in spans])


def read(reader: Reader, text: str, scope: Scope) -> Sentence:
    """What stands in a text (squeezed)."""
    phone = PHONE.search(text)
    plain = masked(text, [phone.span()]) if phone else text
    as_of, plain = find_day(plain, scope.as_of)
    five = FIVE.search(plain)
    plain = masked(plain, [five.span()]) if five else plain
    spans = spans_in(reader, plain, replace(scope, as_of=as_of or scope.as_of))
    rest = masked(plain, [(span.start, span.end) for span in spans if span.what != "ties"])
    quoted = QUOTED.search(rest)
    return Sentence(
        plain, rest, spans, as_of, phone[0] if phone else None, five is not None, quoted["name"] if quoted else None
    )


def masked(text: str, ranges: Collection[tuple[int, int]]) -> str:
    """A text with bars in these ranges."""
    rest = list(text)
    for start, end in ranges:
        rest[start:end] = "｜" * (end - start)
    return "".join(rest)
