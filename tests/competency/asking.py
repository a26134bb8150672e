"""The questions asked of the whole county, each once: by its own document, in a sentence, and by the GraphQL that `ask` gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.competency.books import DAY
from tests.competency.model import Competency
from tests.county.home import County
from wushe.api.execute import execute
from wushe.api.view import Viewer

LIST = re.compile(r"\) \{ (?=edges|totals)")
"""Where the arguments of a list end."""
MOST = 200
"""Entries of the longest page."""
ASK = """
query Ask($question: String!, $asOf: Date!) { ask(question: $question, asOf: $asOf) {
  text understood { intent ignored } result { __typename } readings { text } graphql } }
"""


@dataclass(frozen=True)
class Heard:
    """What `ask` said to a sentence, and what the answer to its GraphQL comes to."""

    intent: str
    ignored: list[str]
    text: str
    result: str | None
    readings: int
    graphql: str | None
    value: Any


class Asked:
    """The answers of a county; each is kept."""

    def __init__(self, county: County) -> None:
        self._county = county
        self._told: dict[int, Any] = {}
        self._heard: dict[int, Heard] = {}

    def told(self, one: Competency) -> Any:
        """What the answer to the document of a question comes to."""
        if one.number not in self._told:
            ask = self._whole if one.paged else self._ask
            self._told[one.number] = one.told(ask(one.document, one.viewer))
        return self._told[one.number]

    def heard(self, one: Competency) -> Heard:
        """What `ask` makes of a question."""
        if one.number not in self._heard:
            answer = self._ask(ASK, one.viewer, question=one.asked, asOf=str(DAY))["ask"]
            graphql = answer["graphql"]
            self._heard[one.number] = Heard(
                intent=answer["understood"]["intent"],
                ignored=answer["understood"]["ignored"],
                text=answer["text"],
                result=answer["result"] and answer["result"]["__typename"],
                readings=len(answer["readings"]),
                graphql=graphql,
                value=one.heard(self._whole(graphql, one.viewer)) if graphql else None,
            )
        return self._heard[one.number]

    def _ask(self, document: str, viewer: Viewer, **variables: Any) -> dict[str, Any]:
        answer = execute(self._county.graph, self._county.settings, document, variables, viewer)
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    def _whole(self, document: str, viewer: Viewer) -> dict[str, Any]:
        """The answer to a document; of its list all pages, as one who copied the document would read on."""
        if not LIST.search(document):
            return self._ask(document, viewer)
        answer = self._ask(_with(document, f"first: {MOST}"), viewer)
        page = first = _list(answer)
        while page["pageInfo"]["hasNextPage"]:
            page = _list(self._ask(_with(document, f'first: {MOST}, after: "{page["pageInfo"]["endCursor"]}"'), viewer))
            first["edges"] += page["edges"]
        return answer


def _with(document: str, arguments: str) -> str:
    return LIST.sub(f", {arguments}) {{ ", document, count=1)


def _list(value: Any) -> Any:
    """The one list in an answer."""
    if not isinstance(value, dict) or "edges" in value:
        return value
    return next((found for part in value.values() if isinstance(found := _list(part), dict)), None)
