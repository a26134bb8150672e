"""The forty questions asked of the whole sample county: GraphQL, `ask`, and the spreadsheets say the same."""

from __future__ import annotations

import re

import pytest

from tests.competency.asking import Asked
from tests.competency.books import Books
from tests.competency.model import Competency
from tests.competency.questions import QUESTIONS

COUNTED = re.compile(r"等，共 (\d+) [条个]$")
"""How a line that names only the first of a list ends."""
SENTENCES = [one for one in QUESTIONS if one.sentence]


def number(one: Competency) -> str:
    """The name of a question in the list of tests."""
    return str(one.number)


def test_the_numbers() -> None:
    """All forty, each once."""
    assert [one.number for one in QUESTIONS] == list(range(1, 41))


@pytest.mark.parametrize("one", QUESTIONS, ids=number)
def test_graphql_says_what_the_spreadsheets_say(one: Competency, asked: Asked, books: Books) -> None:
    """The answer to the document is what plain Python finds in the rows, and there is one."""
    expected = one.expected(books)
    assert expected
    assert asked.told(one) == expected


@pytest.mark.parametrize("one", SENTENCES, ids=number)
def test_ask_understands_it(one: Competency, asked: Asked, books: Books) -> None:
    """One reading, a line to read out, and GraphQL whose answer is the same."""
    heard = asked.heard(one)
    assert one.sentence and heard.intent == one.sentence.intent
    assert (heard.result is not None, heard.readings) == (True, 0)
    assert heard.text and "\n" not in heard.text
    part = one.part(one.expected(books))
    assert heard.value == part
    if counted := COUNTED.search(heard.text):
        assert int(counted[1]) == len(part)
