"""The queries that recompute figures, by the names that the declarations use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from wushe.graph import Reader
from wushe.queries.figures.count_dispatching import count_dispatching
from wushe.queries.figures.count_headed import count_headed
from wushe.queries.figures.count_hosted import count_hosted
from wushe.queries.figures.count_matters import count_matters
from wushe.queries.figures.count_member_heads import count_member_heads
from wushe.queries.figures.count_needs import count_needs
from wushe.queries.figures.count_organizations import count_organizations
from wushe.queries.figures.count_places import count_places
from wushe.queries.figures.count_places_with import count_places_with
from wushe.queries.figures.count_registered import count_registered
from wushe.queries.figures.count_tenures import count_tenures
from wushe.queries.figures.least_holders import least_holders
from wushe.queries.figures.sum_of_organizations import sum_of_organizations
from wushe.queries.figures.sum_of_places import sum_of_places
from wushe.queries.figures.sum_of_tallies import sum_of_tallies
from wushe.schema.ids import place_code, scope_county
from wushe.schema.kinds import FigureKind, Recomputation

QUERIES: dict[str, Callable[..., float | None]] = {
    query.__name__: query
    for query in (
        count_dispatching,
        count_headed,
        count_hosted,
        count_matters,
        count_member_heads,
        count_needs,
        count_organizations,
        count_places,
        count_places_with,
        count_registered,
        count_tenures,
        least_holders,
        sum_of_organizations,
        sum_of_places,
        sum_of_tallies,
    )
}


def recomputed(reader: Reader, figure: FigureKind, place: str, as_of: date) -> float | None:
    """What the graph makes of a figure within a place (id) on the day; None when it cannot tell."""
    if figure.count is None:
        return None
    value = _asked(reader, figure.count, place, as_of)
    if figure.per is None or value is None:
        return value
    per = _asked(reader, figure.per, place, as_of)
    return value / per if per else None


def _asked(reader: Reader, asked: Recomputation, place: str, as_of: date) -> float | None:
    """The answer of one query; `area` is the county (or what lies above) whose codes all ids in a place begin with."""
    area = scope_county(place_code(place))
    return QUERIES[asked.query](reader, place, area, as_of, **asked.arguments)
