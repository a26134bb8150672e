"""From the rows of names to what they may mean: which form of a name a text is, and where its bearer lies."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from wushe.graph import Reader
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.names import NamedRow
from wushe.queries.whereabouts import whereabouts
from wushe.schema import schema
from wushe.schema.naming import NUMBERED, full_forms, same_numbered, stem_of
from wushe.schema.text import squeeze
from wushe.schema.values import UPPER

TIERS = {how: tier for tier, how in enumerate(MatchHow)} | {MatchHow.ALIAS: 3, MatchHow.SHORT_NAME: 3}
SCORES = {how: round(1 - tier / 10, 1) for how, tier in TIERS.items()}
Found = tuple[NamedRow, MatchHow, str]
"""A row, why it was found, and for which text."""


def best(matches: list[Match]) -> list[Match]:
    """The best tier; in it those of the day, places before their own organisations of the same name."""
    if not matches:
        return []
    places = {m.id for m in matches if m.label == "Place" and m.valid}
    own = [m for m in matches if m.label != "Organization" or not places & set(m.places)]
    tier = min(TIERS[m.how] for m in own)
    top = {m.id: m for m in reversed(own) if TIERS[m.how] == tier}
    chosen = [m for m in top.values() if m.valid] or list(top.values())
    return sorted(chosen, key=lambda m: (len(m.path), m.id))


def how_written(text: str, row: NamedRow, scope: Scope) -> MatchHow | None:
    """Which form of a name a text is; None when it only shares the key (青龙社区 where there is a 青龙村)."""
    how = _form(text.lower(), row)
    if how is None or row.name_since is None or row.name_until is None:
        return how
    if row.name_since <= scope.as_of < row.name_until:
        return how
    before_all = row.name_since == row.since and scope.as_of < row.name_since
    after_all = row.name_until == row.until and scope.as_of >= row.name_until
    return how if before_all or after_all else MatchHow.OLD_NAME


def _form(plain: str, row: NamedRow) -> MatchHow | None:
    name, kind = squeeze(row.text).lower(), row.kind
    if row.form == "alias":
        return MatchHow.ALIAS if plain == name else None
    if plain == name:
        return MatchHow.SHORT_NAME if kind in schema().places else MatchHow.FULL_NAME
    if kind not in schema().places:
        return None
    if plain in full_forms(kind, row.full):
        return MatchHow.FULL_NAME
    if plain == stem_of(kind, name) or (kind in NUMBERED and same_numbered(kind, plain, name)):
        return MatchHow.SHORT_NAME
    return None


def leads_to(before: str, match: Match) -> bool:
    """Whether a text is made of names of the places a match lies in, from above: 恩阳区登科街道."""
    rest = before.lower()
    for name in (*match.above, *match.path[:-1]):
        for form in forms_of(name):
            if rest.startswith(form):
                rest = rest[len(form) :]
                break
    return not rest


@lru_cache(maxsize=4096)
def forms_of(name: str) -> tuple[str, ...]:
    """The ways to write the name of a place above, the longest first."""
    plain = squeeze(name).lower()
    stems = {stem_of(kind, plain) for kind in ("province", "prefecture", "county", "town", "village")}
    return tuple(sorted((form for form in stems | {plain} if form), key=len, reverse=True))


def matches_of(reader: Reader, found: Collection[Found], scope: Scope) -> list[Match]:
    """What was found as matches, with the places they lie in."""
    ids = {row.id for row, _, _ in found if not {"Place", "Organization"}.isdisjoint(row.labels)}
    where = {row.id: row.places for row in whereabouts(reader, list(ids), scope.as_of)} if ids else {}
    return [_match(row, how, text, scope, where.get(row.id, [])) for row, how, text in found]


def _match(row: NamedRow, how: MatchHow, text: str, scope: Scope, places: list[dict[str, str]]) -> Match:
    label = next(label for label in row.labels if label != "Body")
    listed = [place["name"] for place in reversed(places) if place["kind"] not in UPPER]
    return Match(
        id=row.id,
        label=label,
        kind=row.kind,
        name=row.name,
        how=how,
        matched=row.text or text,
        score=SCORES[how],
        path=tuple(listed if label == "Place" and listed else [*listed, row.name]),
        places=tuple(place["id"] for place in places),
        valid=there(row, scope),
        since=row.since,
        until=row.until,
        above=tuple(place["name"] for place in reversed(places) if place["kind"] in UPPER),
    )


def there(row: NamedRow, scope: Scope) -> bool:
    """Whether what bears a name is there on the day."""
    return row.since is None or row.until is None or row.since <= scope.as_of < row.until
