"""Personal attributes are added up per town and kind of post, and dropped: nothing of a single person goes further."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from wushe.graph import Attestation, Fact, node
from wushe.loaders.reading import Value
from wushe.loaders.values import text_of
from wushe.schema import schema
from wushe.schema.ids import place_code, place_id, scope_county, tally_id
from wushe.schema.kinds import TallyKind
from wushe.schema.text import squeeze

_DENIED = re.compile(r"^(?:非(?!全日制)|[不无未])|以下$")
TOWN_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """One holder of a post of whom a row says whether an attribute is theirs; `row` is the row's attestation."""

    row: str
    holder: tuple[str, str]
    place: str
    post: str
    attribute: str
    has: bool


@cache
def attributes_under(header: str) -> tuple[TallyKind, ...]:
    """The attributes that a column of this header tells."""
    return tuple(kind for kind in schema().tallies.values() if header in {squeeze(word) for word in kind.headers})


def trait(value: Value, kind: TallyKind) -> bool | None:
    """Whether a cell says that somebody has an attribute; None when it says nothing."""
    text = text_of(value)
    if text is None:
        return None
    plain = squeeze(text)
    denied = _DENIED.search(plain) or any(word in plain for word in kind.without)
    return not denied and any(word in plain for word in kind.values)


def town_of(places: Collection[str]) -> str:
    """Of the places that a body is or lies in, the town; else the county. Never anything smaller."""
    codes = [place_code(place).partition("~")[0] for place in places]
    towns = [code for code in codes if len(code) == TOWN_DIGITS and code.isdigit()]
    return place_id(towns[0] if towns else next((scope_county(code) for code in codes), ""))


def sums(counted: Collection[Counted], load: str, as_of: date) -> list[Fact]:
    """The sums of a load; a holder counts once in a post."""
    holders: dict[tuple[str, str, str], dict[tuple[str, str], bool]] = defaultdict(dict)
    for one in counted:
        holders[one.place, one.post, one.attribute].setdefault(one.holder, one.has)
    return [_sum(key, found.values(), load, as_of) for key, found in sorted(holders.items())]


def _sum(key: tuple[str, str, str], found: Collection[bool], load: str, as_of: date) -> Fact:
    place, post, attribute = key
    properties = {
        "place": place,
        "post": post,
        "attribute": attribute,
        "count": sum(found),
        "of": len(found),
        "county": scope_county(place_code(place)),
    }
    by = (str(Attestation(load, None, None)),)
    return node("Tally", tally_id(place, post, attribute), properties, attested=as_of, by=by)
