"""The lists of the contract that start from a place, or from nowhere: what lies within it at any depth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wushe.api.connections import C, Listing, N, Query
from wushe.api.context import Context
from wushe.api.named import named
from wushe.api.types.basics import Order, checked_kinds, worded_kinds
from wushe.api.types.duties import DutyConnection, DutyEdge, load_duty
from wushe.api.types.enums import LoadState
from wushe.api.types.matters import MatterConnection, MatterEdge, load_matter
from wushe.api.types.needs import NeedConnection, NeedEdge, load_need
from wushe.api.types.organizations import OrganizationConnection, OrganizationEdge, load_organization
from wushe.api.types.people import PersonConnection, PersonEdge, load_person
from wushe.api.types.places import PlaceConnection, PlaceEdge, load_place
from wushe.api.types.records import (
    LoadConnection,
    LoadEdge,
    SourceConnection,
    SourceEdge,
    load_load_on,
    load_source_on,
)
from wushe.api.view import searchable, unsearchable
from wushe.errors import BadInputError
from wushe.queries.lists.duties_by_id import duties_by_id
from wushe.queries.lists.ground import ANYWHERE, Ground, ground
from wushe.queries.lists.loads_newest import loads_newest
from wushe.queries.lists.matters_by import matters_by
from wushe.queries.lists.needs_by_id import needs_by_id
from wushe.queries.lists.organizations_by_id import organizations_by_id
from wushe.queries.lists.organizations_within import organizations_within
from wushe.queries.lists.people_by_id import people_by_id
from wushe.queries.lists.people_within import people_within
from wushe.queries.lists.places_by_id import places_by_id
from wushe.queries.lists.places_within import places_within
from wushe.queries.lists.sources_by_id import sources_by_id
from wushe.schema import DutyRole, schema
from wushe.schema.text import squeeze

LONGEST_TEXT = 100
_ORDER = {"by": "ID", "descending": False}


def _places(arguments: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """Places in the order of ids are read no further than the page; other orders, and towns, are read whole."""
    kinds = arguments["kinds"]
    return _way(places_by_id, places_within, {**arguments, "kinds": tuple(schema().places) if kinds is None else kinds})


def _organizations(arguments: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """As for places."""
    return _way(organizations_by_id, organizations_within, arguments)


def _people(arguments: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """People of a town or less are found from its bodies, others in the order of their ids."""
    if arguments["walk"]:
        return people_within, _without(arguments, "walk", "counties")
    return people_by_id, _without(arguments, "walk")


def _way(by_id: Query, within: Query, arguments: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    if arguments["walk"] or {name: arguments[name] for name in _ORDER} != _ORDER:
        return within, arguments
    return by_id, _without(arguments, "walk", *_ORDER)


def _without(arguments: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name not in names}


PLACES = Listing("places", places_within, PlaceConnection, PlaceEdge, load_place, defaults=_ORDER, plan=_places)
ORGANIZATIONS = Listing(
    "organizations_within",
    organizations_within,
    OrganizationConnection,
    OrganizationEdge,
    load_organization,
    defaults={**_ORDER, "dual": False},
    plan=_organizations,
)
PEOPLE = Listing("people", people_within, PersonConnection, PersonEdge, load_person, plan=_people)
MATTERS = Listing("matters", matters_by, MatterConnection, MatterEdge, load_matter, defaults=_ORDER)
DUTIES = Listing("duties_within", duties_by_id, DutyConnection, DutyEdge, load_duty)
NEEDS = Listing("needs", needs_by_id, NeedConnection, NeedEdge, load_need)
SOURCES = Listing("sources", sources_by_id, SourceConnection, SourceEdge, load_source_on, dated=False)
LOADS = Listing("loads", loads_newest, LoadConnection, LoadEdge, load_load_on, dated=False)


async def ground_of(context: Context, place: str | None, as_of: date) -> Ground:
    """Where to look: within the place that is meant, or in the whole scope."""
    found = await named(context, place, "地点", as_of) if place is not None else None
    return ground(found, (await context.state()).counties)


def wanted_text(words: str | None) -> str | None:
    """A text to look for, as names are written.

    Raises:
        BadInputError: there is nothing in it, or it is longer than any name.
    """
    if words is None:
        return None
    plain = squeeze(words).lower()
    if not 0 < len(plain) <= LONGEST_TEXT:
        raise BadInputError(f"text 要有 1 到 {LONGEST_TEXT} 个字", hint="不按文字筛选时请不要写 text")
    return plain


def kinds_of_organizations(kinds: Sequence[str] | None, sector: str | None) -> list[str] | None:
    """The kinds asked for, those of the sector where one is given.

    Raises:
        BadInputError: there is no such kind, or no such sector.
    """
    chosen = worded_kinds(kinds, "organizations")
    if sector is None:
        return chosen
    declared = schema().organizations
    of_sector = [code for code, kind in declared.items() if kind.sector == sector]
    if not of_sector:
        sectors = "、".join(dict.fromkeys(kind.sector for kind in declared.values() if kind.sector))
        raise BadInputError(f"没有这个系统：{sector}", hint=f"可以是 {sectors}")
    return [code for code in of_sector if chosen is None or code in chosen]


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a list is asked for, and the day."""

    first: int | None
    after: str | None
    as_of: date


async def _paged(
    listing: Listing[C, N],
    context: Context,
    owner: str,
    page: Page,
    *,
    given: Mapping[str, Any] | None = None,
    **filters: Any,
) -> C:
    """The page of a list."""
    return await listing.page(context, owner, page.as_of, page.first, page.after, given=given, **filters)


async def places(
    context: Context,
    page: Page,
    *,
    place: str | None,
    kind: Sequence[str] | None,
    text: str | None,
    order: Order | None,
) -> PlaceConnection:
    """Places within a place."""
    kinds, words = worded_kinds(kind, "places"), wanted_text(text)
    where = await ground_of(context, place, page.as_of)
    given = {"ranges": where.ranges, "walk": where.walk, "hidden": unsearchable(context.viewer)}
    return await _paged(
        PLACES,
        context,
        where.owner,
        page,
        given=given,
        kinds=kinds,
        text=words,
        **Order.filters(order),
    )


async def organizations(
    context: Context,
    page: Page,
    *,
    place: str | None,
    kind: Sequence[str] | None,
    text: str | None,
    sector: str | None,
    dual: bool,
    order: Order | None,
) -> OrganizationConnection:
    """Organisations located within a place, those that several lead where `dual`."""
    kinds, words = kinds_of_organizations(kind, sector), wanted_text(text)
    where = await ground_of(context, place, page.as_of)
    given = {"counties": where.counties, "walk": where.walk, "hidden": unsearchable(context.viewer)}
    return await _paged(
        ORGANIZATIONS,
        context,
        where.owner,
        page,
        given=given,
        kinds=kinds,
        text=words,
        dual=dual,
        **Order.filters(order),
    )


async def people(
    context: Context, page: Page, *, place: str | None, post: Sequence[str] | None, text: str | None
) -> PersonConnection:
    """Holders of posts within a place."""
    kinds, words = worded_kinds(post, "posts"), wanted_text(text)
    where = await ground_of(context, place, page.as_of)
    given = {
        "counties": where.counties,
        "walk": where.walk,
        "open": searchable(context.viewer),
        "today": context.today,
    }
    return await _paged(PEOPLE, context, where.owner, page, given=given, kinds=kinds, text=words)


async def matters(
    context: Context,
    page: Page,
    *,
    broader: str | None,
    kind: Sequence[str] | None,
    text: str | None,
    order: Order | None,
) -> MatterConnection:
    """Matters, those right below one where that is asked."""
    kinds, words = checked_kinds(kind, "matters"), wanted_text(text)
    owner = ANYWHERE if broader is None else await named(context, broader, "事项", page.as_of)
    given = {"hidden": unsearchable(context.viewer)}
    return await _paged(
        MATTERS,
        context,
        owner,
        page,
        given=given,
        kinds=kinds,
        text=words,
        **Order.filters(order),
    )


async def duties(
    context: Context, page: Page, *, place: str | None, matter: str | None, body: str | None, role: DutyRole | None
) -> DutyConnection:
    """Duties that hold within a place."""
    where = await ground_of(context, place, page.as_of)
    return await _paged(
        DUTIES,
        context,
        where.owner,
        page,
        given={"counties": where.counties},
        matter=await named(context, matter, "事项", page.as_of) if matter is not None else None,
        body=await named(context, body, "单位", page.as_of) if body is not None else None,
        role=role.value if role else None,
    )


async def needs(
    context: Context, page: Page, *, place: str | None, matter: str | None, taken: bool | None, text: str | None
) -> NeedConnection:
    """Needs that bodies within a place raised."""
    words = wanted_text(text)
    where = await ground_of(context, place, page.as_of)
    return await _paged(
        NEEDS,
        context,
        where.owner,
        page,
        given={"counties": where.counties, "hidden": unsearchable(context.viewer)},
        matter=await named(context, matter, "事项", page.as_of) if matter is not None else None,
        taken=taken,
        text=words,
    )


async def sources(context: Context, page: Page, text: str | None) -> SourceConnection:
    """Documents."""
    words, given = wanted_text(text), {"hidden": unsearchable(context.viewer)}
    return await _paged(SOURCES, context, ANYWHERE, page, given=given, text=words)


async def loads(context: Context, page: Page, state: LoadState | None) -> LoadConnection:
    """Loads, the newest first."""
    chosen = state.value if state else None
    return await _paged(LOADS, context, ANYWHERE, page, state=chosen)
