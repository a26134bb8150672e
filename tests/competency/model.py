"""A question of the county: its GraphQL, what its answer comes to, and what the spreadsheets say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.competency.books import DAY, Books
from wushe.api.view import Viewer

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Competency:
    """One of the forty questions.

    `told` makes plain values of the answer to `document`, `expected` the same values of the spreadsheets. `sentence` is the
    question as `ask` is asked it: the question itself where it is None, and not at all where it is empty (a study, not a
    sentence). The answer to the GraphQL that `ask` gives is read by `told` too, unless `heard` reads it.
    """

    number: int
    question: str
    document: str
    told: Callable[[Data], Any]
    expected: Callable[[Books], Any]
    sentence: str | None = None
    heard: Callable[[Data], Any] | None = None
    viewer: Viewer = Viewer.STRANGER

    @property
    def asked(self) -> str:
        """The sentence for `ask`; empty for none."""
        return self.question if self.sentence is None else self.sentence


def nodes(data: Data, field: str) -> Iterator[Data]:
    """The nodes of a list."""
    return (edge["node"] for edge in data[field]["edges"])


def on(document: str) -> str:
    """A document with the day of the sample."""
    return document.replace("$DAY", f'"{DAY}"')
