"""A question of the county: its GraphQL, what its answer comes to, and what the spreadsheets say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.competency.books import DAY, Books
from wushe.api.view import Viewer

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Sentence:
    """How `ask` is asked a question.

    The answer to the GraphQL that `ask` gives is read by `heard`, else as the answer to the question's own document;
    `part` is what of the expected answer such a sentence asks for, all of it where there is none. `text` is the question
    itself where it is None.
    """

    intent: str
    text: str | None = None
    heard: Callable[[Data], Any] | None = None
    part: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Competency:
    """One of the forty questions.

    `told` makes plain values of the answer to `document`, `expected` the same values of the spreadsheets. Without a
    `sentence` it is a study, and nothing that anybody says in a line. Of a `paged` document all pages are read. `reading` says what the parts
    of an answer in numbers are.
    """

    number: int
    question: str
    document: str
    told: Callable[[Data], Any]
    expected: Callable[[Books], Any]
    sentence: Sentence | None = None
    viewer: Viewer = Viewer.STRANGER
    paged: bool = False
    reading: str = ""

    @property
    def asked(self) -> str:
        """The words for `ask`."""
        assert self.sentence
        return self.sentence.text or self.question

    def heard(self, data: Data) -> Any:
        """What the answer to the GraphQL of `ask` comes to."""
        assert self.sentence
        return (self.sentence.heard or self.told)(data)

    def part(self, expected: Any) -> Any:
        """What of the expected answer the sentence asks for."""
        assert self.sentence
        return self.sentence.part(expected) if self.sentence.part else expected


def nodes(data: Data, field: str) -> Iterator[Data]:
    """The nodes of a list."""
    return (edge["node"] for edge in data[field]["edges"])


def on(document: str) -> str:
    """A document with the day of the sample."""
    return document.replace("$DAY", f'"{DAY}"')
