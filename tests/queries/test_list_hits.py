"""What a page of a list costs the store: no more than the page where ids are in order, no more than a town below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import pytest

from tests.profiling import profiled
from wushe.api.connections import Listing
from wushe.api.lists import DUTIES, ORGANIZATIONS, PEOPLE, PLACES
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.queries.figures import figures_of
from wushe.queries.listing import Item
from wushe.queries.lists.ground import Ground, ground
from wushe.settings import Endpoint

DAY = date(2024, 8, 1)
COUNTY, TOWN, VILLAGE = "place:511903", "place:511903001", "place:511903001002"
ORDER = {"by": "ID", "descending": False}
NAMED = {"by": "NAME", "descending": False}
TEXT = {"text": None, "hidden": None}
ELSEWHERE = ["511902", "511921", "511922"]
Page: TypeAlias = tuple[Listing[Any, Any], str | None, dict[str, Any], int]
PAGES: list[Page] = [
    (PLACES, None, {"kinds": None, **TEXT, **ORDER}, 700),
    (PLACES, COUNTY, {"kinds": None, **TEXT, **ORDER}, 8_000),
    (PLACES, COUNTY, {"kinds": ("cell",), **TEXT, **ORDER}, 1_500),
    (PLACES, COUNTY, {"kinds": ("town",), **TEXT, **NAMED}, 600),
    (PLACES, TOWN, {"kinds": ("village",), **TEXT, **ORDER}, 14_000),
    (PLACES, VILLAGE, {"kinds": None, **TEXT, **ORDER}, 3_500),
    (ORGANIZATIONS, None, {"kinds": None, "dual": False, **TEXT, **ORDER}, 300),
    (ORGANIZATIONS, COUNTY, {"kinds": None, "dual": False, **TEXT, **ORDER}, 1_300),
    (ORGANIZATIONS, COUNTY, {"kinds": None, "dual": True, **TEXT, **ORDER}, 40_000),
    (ORGANIZATIONS, VILLAGE, {"kinds": None, "dual": False, **TEXT, **NAMED}, 4_500),
    (PEOPLE, None, {"kinds": None, "text": None, "open": None, "today": DAY}, 600),
    (PEOPLE, COUNTY, {"kinds": None, "text": None, "open": None, "today": DAY}, 2_000),
    (PEOPLE, VILLAGE, {"kinds": ("secretary",), "text": None, "open": None, "today": DAY}, 10_000),
    (DUTIES, COUNTY, {"matter": None, "body": None, "role": None}, 800),
]
TAKES: dict[str, tuple[str, ...]] = {
    "places": ("ranges", "walk"),
    "organizations_within": ("counties", "walk"),
    "people": ("counties", "walk"),
    "duties_within": ("counties",),
}
FIGURES = 130_000


def read_page(
    endpoint: Endpoint, listing: Listing[Any, Any], place: str | None, filters: dict[str, Any]
) -> tuple[list[Item], Counter[str]]:
    """The first page as the API reads it, under PROFILE."""
    where: Ground = ground(place, ("511903",))
    given = {name: getattr(where, name) for name in TAKES[listing.name]}
    arguments = {**filters, **given, "as_of": DAY}
    query, arguments = listing.plan(arguments) if listing.plan else (listing.query, arguments)
    return profiled(endpoint, lambda reader: query(reader, [where.owner], **arguments, after=None, limit=21))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stays_within_its_budget(sample: Graph, endpoint: Endpoint, page: Page) -> None:
    """The first page of twenty in the sample's first town."""
    listing, place, filters, budget = page
    items, hits = read_page(endpoint, listing, place, filters)
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
    asked = [(place, order) for place in (None, COUNTY, TOWN) for order in (ORDER, NAMED)]
    alone = [read_page(endpoint, PLACES, place, {"kinds": None, **TEXT, **order}) for place, order in asked]
    figures, cost = profiled(endpoint, lambda reader: figures_of(reader, COUNTY, DAY))
    for code in ELSEWHERE:
        init_county(neighbours, code)
    for (place, order), (items, hits) in zip(asked, alone, strict=True):
        again, now = read_page(endpoint, PLACES, place, {"kinds": None, **TEXT, **order})
        assert again == items
        assert sum(now.values()) <= 1.2 * sum(hits.values()), (hits, now)
    same, then = profiled(endpoint, lambda reader: figures_of(reader, COUNTY, DAY))
    assert same == figures
    assert sum(then.values()) <= 1.2 * sum(cost.values()), (cost, then)
