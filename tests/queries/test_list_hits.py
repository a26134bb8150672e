"""What a page of a list costs the store: no more than the page where ids are in order, no more than a town below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from tests.profiling import profiled
from tests.queries.pages import COUNTY, DAY, FIGURES, NAMED, ORDER, PAGES, TEXT, TOWN, VILLAGE, Page, read_page
from wushe.api.lists import PLACES
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.queries.figures import figures_of
from wushe.settings import Endpoint

ELSEWHERE = ["511902", "511921", "511922"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stays_within_its_budget(sample: Graph, endpoint: Endpoint, page: Page) -> None:
    """The first page of twenty in the sample's first town."""
    *_, budget = page
    items, hits = profiled(endpoint, partial(read_page, page=page))
    assert items
    assert sum(hits.values()) <= budget, hits


@pytest.mark.parametrize("place", [COUNTY, TOWN, VILLAGE])
def test_all_figures_of_a_place_stay_within_their_budget(sample: Graph, endpoint: Endpoint, place: str) -> None:
    """All thirty-five together."""
    found, hits = profiled(endpoint, lambda reader: figures_of(reader, place, DAY))
    assert len(found) >= 35
    assert sum(hits.values()) <= FIGURES, hits


@pytest.fixture
def neighbours(graph: Graph) -> Iterator[Graph]:
    """The skeleton of a county; the others come when the test says so."""
    init_county(graph, "511903")
    yield graph


def test_other_counties_beside_it_cost_nothing(neighbours: Graph, endpoint: Endpoint) -> None:
    """The same places for the same price, within a fifth."""
    asked: list[Page] = [
        (PLACES, place, {"kinds": None, **TEXT, **order}, 0)
        for place in (None, COUNTY, TOWN)
        for order in (ORDER, NAMED)
    ]
    alone = [profiled(endpoint, partial(read_page, page=page)) for page in asked]
    figures, cost = profiled(endpoint, lambda reader: figures_of(reader, COUNTY, DAY))
    for code in ELSEWHERE:
        init_county(neighbours, code)
    for page, (items, hits) in zip(asked, alone, strict=True):
        again, now = profiled(endpoint, partial(read_page, page=page))
        assert again == items
        assert sum(now.values()) <= 1.2 * sum(hits.values()), (hits, now)
    same, then = profiled(endpoint, lambda reader: figures_of(reader, COUNTY, DAY))
    assert same == figures
    assert sum(then.values()) <= 1.2 * sum(cost.values()), (cost, then)
