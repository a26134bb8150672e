"""Every question on a day, alone and with all that was before it or comes after it written beside: the same answers to the letter."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from tests.time import district
from tests.time.district import DAY, NEXT
from tests.time.documents import dated, document, undated
from tests.time.noise import SEATS, Things, add_noise
from tests.time.questions import LOUD, NO_DAY, QUESTIONS, Asked, asked
from wushe.api.execute import execute
from wushe.api.view import Viewer
from wushe.graph import Graph
from wushe.schema import schema
from wushe.settings import Settings

NOISY = {"before": DAY - timedelta(days=1), "after": NEXT}
"""A day on which what was before, or comes after, holds."""
STILL: set[str] = set()
"""Questions that the noise does not change on a day of its own."""


def answers(graph: Graph, settings: Settings, day: date, questions: list[Asked]) -> dict[str, str]:
    """The answers to questions on a day, which is today, by the question."""
    today = settings.model_copy(update={"today": day})
    found: dict[str, str] = {}
    for name, given in questions:
        variables = {**given, "asOf": day.isoformat()}
        answer = execute(graph, today, document(name, given), variables, Viewer.LOCAL)
        found[f"{name} {json.dumps(given, ensure_ascii=False)}"] = json.dumps(answer, ensure_ascii=False, indent=1)
    return found


def failed(answer: str) -> str | None:
    """What kept a question from being answered, other than that a name is of several or of nothing."""
    errors: list[dict[str, Any]] = json.loads(answer).get("errors", [])
    worse = [error for error in errors if error["extensions"]["code"] not in {"AMBIGUOUS", "NOT_FOUND"}]
    return str(worse) if worse else None


def first_difference(one: str, two: str) -> str:
    """The first lines that are not the same."""
    lines, others = one.splitlines(), two.splitlines()
    at = next((n for n, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b), min(len(lines), len(others)))
    return "\n".join(
        [*lines[max(0, at - 8) : at], "< " + "".join(lines[at : at + 1]), "> " + "".join(others[at : at + 1])]
    )


def test_every_question_of_the_contract_is_asked() -> None:
    """Those that take a day are asked; of those that take none it is said why."""
    assert set(QUESTIONS) == dated()
    assert set(NO_DAY) == undated()


def test_every_kind_of_edge_is_there(graph: Graph) -> None:
    """The district has every kind that the schema declares, so that noise is made of each."""
    district.build(graph)
    kinds = {kind for kind, *_ in Things.of(graph).edges}
    assert kinds == set(schema().all_edges) - {"BROADER"}
    assert set(SEATS) <= kinds


def test_nothing_of_other_days_leaks_in(graph: Graph, settings: Settings) -> None:
    """First with what was before written beside, then with what comes after too.

    Nor is that a mere whisper: on a day of its own it changes the answers to every kind of question.
    """
    district.build(graph)
    alone = answers(graph, settings, DAY, asked())
    assert not {question: told for question, answer in alone.items() if (told := failed(answer))}
    for side, other_day in NOISY.items():
        quiet = answers(graph, settings, other_day, LOUD)
        add_noise(graph, side)
        beside = answers(graph, settings, DAY, asked())
        leaks = {q: first_difference(alone[q], beside[q]) for q in alone if alone[q] != beside[q]}
        assert not leaks, "\n\n".join(f"{side}: {question}\n{told}" for question, told in leaks.items())
        loud = answers(graph, settings, other_day, LOUD)
        assert {question.split()[0] for question in quiet if quiet[question] != loud[question]} == dated() - STILL
