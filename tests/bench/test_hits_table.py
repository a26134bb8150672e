"""What every question costs the store: alone on the sample, and with all divisions of the country beside it. `make bench`."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.conftest import EMPTY
from tests.profiling import profiled
from tests.queries.pages import every_page
from tests.queries.questions import every_question
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_country
from wushe.settings import Endpoint

pytestmark = pytest.mark.bench
GROWTH, SLACK = 1.25, 20
"""How much more it may cost beside the country: a quarter, for the server plans anew, and a few hits where the whole is small."""
Costs = dict[str, tuple[int, Counter[str]]]
"""Hits of each question, and the words of its answer to compare."""
QUOTED, LISTED = re.compile(r"'([^']*)'"), "load:divisions:"
"""A word of an answer; and how a list begins that attests a place: the country's is one more, and is not compared."""


def costs(endpoint: Endpoint) -> Costs:
    """Every question once."""
    told: Costs = {}
    for name, question in (every_question() | every_page()).items():
        answer, hits = profiled(endpoint, question)
        words = (word for word in QUOTED.findall(repr(answer)) if not word.startswith(LISTED))
        told[name] = sum(hits.values()), Counter(words)
    return told


def test_the_whole_country_beside_it_costs_nothing(
    sample: Graph, endpoint: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same answers for the same price beside 665,276 places."""
    alone = costs(endpoint)
    try:
        init_country(sample)
        beside = costs(endpoint)
    finally:
        sample.statement(EMPTY)
    with capsys.disabled():
        print(table(alone, beside))  # noqa: T201 - the benchmark's table
    assert {name for name in alone if alone[name][1] != beside[name][1]} == set()
    grown = {name: (alone[name][0], beside[name][0]) for name in alone if not _kept(alone[name][0], beside[name][0])}
    assert not grown


def table(alone: Costs, beside: Costs) -> str:
    """The costs as a table of Markdown."""
    lines = ["", "| question | hits | beside the country | ratio |", "|---|---:|---:|---:|"]
    for name, (hits, _) in alone.items():
        after = beside[name][0]
        lines.append(f"| {name} | {hits:,} | {after:,} | {after / max(hits, 1):.2f} |")
    return "\n".join(lines)


def _kept(before: int, after: int) -> bool:
    return after <= GROWTH * before + SLACK
