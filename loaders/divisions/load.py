"""What the command line calls: a county, the whole country, or a list of the user's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wushe.errors import BadInputError
from wushe.graph import Graph, LoadResult, Reader
from wushe.graph.writing import Progress
from wushe.loaders.divisions.listing import ListResult, read_own, record_of, settled, write_list
from wushe.loaders.divisions.lookup import county_code
from wushe.loaders.divisions.packaged import NATIONAL, atlas, known_above, national_day, packaged_lists, path_of
from wushe.loaders.divisions.reading import day_in_name, read_list
from wushe.loaders.divisions.stating import claims_of
from wushe.loaders.divisions.writing import Listing, write_listings
from wushe.queries.county_divisions import county_divisions
from wushe.schema import FOREVER
from wushe.settings import Settings, load_settings

_AREA_CODE = re.compile(r"0\d{2,3}")


@dataclass(frozen=True, slots=True)
class InitResult:
    """A county's skeleton: how many towns and villages its latest list has, the days of its lists, what changed."""

    county: str
    name: str
    path: str
    towns: int
    villages: int
    lists: tuple[date, ...]
    result: LoadResult


def init_county(graph: Graph, code: str, *, area_code: str | None = None) -> InitResult:
    """Load every packaged list of a county in one transaction and bring the county into the scope.

    Raises:
        NotFoundError, BadInputError: not the code of a county; candidates are given.
    """
    county = county_code(code)
    if area_code and not _AREA_CODE.fullmatch(area_code):
        raise BadInputError(f"区号“{area_code}”不对", hint="区号以 0 开头，共三到四位，如 0827")
    packaged = packaged_lists(county)
    listings = []
    for item in packaged:
        record = record_of(item.file, item.day, item.part)
        record.county, record.scope = county, (county,)
        record.area_codes = {county: area_code} if area_code else {}
        listings.append(Listing(record, claims_of(item.file.rows, record.id, item.day)))
    result = LoadResult(already=True)
    if not graph.read(lambda reader: settled(reader, [listing.record for listing in listings])):
        result = write_listings(graph, listings)
    towns, villages = graph.read(lambda reader: _counts(reader, county))
    days = tuple(dict.fromkeys(item.day for item in packaged))
    return InitResult(county, atlas()[county].name, path_of(county), towns, villages, days, result)


def init_country(graph: Graph, *, progress: Progress | None = None, settings: Settings | None = None) -> ListResult:
    """Load the packaged national list, a few counties a transaction; run again after a crash it goes on."""
    return write_list(graph, settings or load_settings(), read_list(NATIONAL, known_above), national_day(), progress)


def load_list(
    graph: Graph,
    path: Path,
    *,
    as_of: date | None,
    progress: Progress | None = None,
    settings: Settings | None = None,
    strict: bool = False,
) -> ListResult:
    """Load a list of the user's own. A row's own as_of decides, then `as_of`, the day in the file's name, today.

    Raises:
        RefusedError: nothing was loaded; the message names the rows that cannot be right.
    """
    settings = settings or load_settings()
    day = as_of or day_in_name(path.name) or settings.default_day
    return write_list(graph, settings, read_own(path, strict=strict), day, progress)


def _counts(reader: Reader, county: str) -> tuple[int, int]:
    kinds = [row.kind for row in county_divisions(reader, [county]) if row.until == FOREVER]
    return kinds.count("town"), kinds.count("village")
