"""The pages of lists whose database hits are counted, each with its budget: no more than the page where ids are in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from wushe.api.connections import Listing
from wushe.api.lists import DUTIES, MATTERS, ORGANIZATIONS, PEOPLE, PLACES
from wushe.graph import Reader
from wushe.queries.figures import figures_of
from wushe.queries.listing import Item
from wushe.queries.lists.ground import Ground, ground

DAY = date(2024, 8, 1)
COUNTY, TOWN, VILLAGE = "place:511903", "place:511903001", "place:511903001002"
ORDER = {"by": "ID", "descending": False}
NAMED = {"by": "NAME", "descending": False}
TEXT = {"text": None, "hidden": None}
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
    (MATTERS, None, {"kinds": None, **TEXT, **ORDER}, 3_000),
]
TAKES: dict[str, tuple[str, ...]] = {
    "places": ("ranges", "walk"),
    "organizations_within": ("counties", "walk"),
    "people": ("counties", "walk"),
    "duties_within": ("counties",),
    "matters": (),
}
FIGURES = 130_000


def read_page(reader: Reader, page: Page) -> list[Item]:
    """The first page as the API reads it."""
    listing, place, filters, _ = page
    where: Ground = ground(place, ("511903",))
    given = {name: getattr(where, name) for name in TAKES[listing.name]}
    arguments = {**filters, **given, "as_of": DAY}
    query, arguments = listing.plan(arguments) if listing.plan else (listing.query, arguments)
    return query(reader, [where.owner], **arguments, after=None, limit=21)


def every_page() -> dict[str, Callable[[Reader], Any]]:
    """The pages, and all figures of a place, by what they list."""
    asked: dict[str, Callable[[Reader], Any]] = {told(page): partial(read_page, page=page) for page in PAGES}
    return asked | {
        f"figures: {place}": partial(figures_of, place=place, as_of=DAY) for place in (COUNTY, TOWN, VILLAGE)
    }


def told(page: Page) -> str:
    """What a page lists, in words."""
    listing, place, filters, _ = page
    chosen = [str(value) for name, value in filters.items() if value and name in {"kinds", "by"}]
    chosen += ["led by several"] if filters.get("dual") else []
    return " ".join([f"{listing.name}:", place or "anywhere", *chosen])
