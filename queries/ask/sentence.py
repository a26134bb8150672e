"""What stands in a sentence: names, words of the schema, a day, a phone; and what is left of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from wushe.graph import Reader
from wushe.queries.ask.days import find_day
from wushe.queries.ask.model import Intent
from wushe.queries.ask.names import Span, What, spans_in
from wushe.queries.ask.words import CUES, FILLER, FIVE, PERSON, PHONE, QUOTED
from wushe.queries.matches import Scope
from wushe.schema import schema


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
        """The figures whose labels stand in it, the longest first where one holds another."""
        found: list[str] = []
        text = self.text
        for code, figure in sorted(schema().figures.items(), key=lambda one: -len(one[1].label)):
            if figure.label in text:
                found.append(code)
                text = text.replace(figure.label, "｜")
        return tuple(found)

    @property
    def person(self) -> str | None:
        """A name in quotation marks; else, where nothing is named, the one word that is left and may be a name."""
        if self.quoted or self.phone or self.spans:
            return self.quoted
        words = [part for part in FILLER.sub("｜", self.rest).split("｜") if part]
        return words[0] if len(words) == 1 and PERSON.fullmatch(words[0]) else None

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
