"""From a text to what it may mean: id, code, full name, short name or alias, old name, pinyin, initials; else suggestions.

The best tier that has anything decides; within it, what is there on the day comes first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from wushe.errors import AmbiguousError, Candidate, NotFoundError
from wushe.graph import Reader
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.text import cypher
from wushe.schema import ANYWHERE, schema
from wushe.schema.ids import division_code, place_id
from wushe.schema.naming import NUMBERED, full_forms, query_keys, same_numbered, stem_of
from wushe.schema.statements import KEY_OF_PREFIX
from wushe.schema.text import squeeze

LIMIT = 400
"""Names of one key that are looked at; a county has a few at most."""
TIERS = {how: tier for tier, how in enumerate(MatchHow)} | {MatchHow.ALIAS: 3, MatchHow.SHORT_NAME: 3}
SCORES = {how: round(1 - tier / 10, 1) for how, tier in TIERS.items()}
UPPER = ("province", "prefecture")
"""Levels left out of breadcrumbs."""
_LETTERS = re.compile(r"[a-z]{2,}")
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")

Row = dict[str, Any]


def resolve_many(
    reader: Reader,
    texts: Collection[str],
    scope: Scope,
    *,
    types: tuple[str, ...] = (),
    within: str | None = None,
) -> dict[str, list[Match]]:
    """For each text the matches of its best tier: none, one or several. One round of reads for all texts."""
    written = {text: squeeze(text) for text in texts if squeeze(text)}
    found: dict[str, list[Match]] = {text: [] for text in texts}
    for text, match in _by_identifier(reader, written, scope):
        found[text].append(match)
    rest = {text: plain for text, plain in written.items() if not found[text]}
    for text, match in _by_name(reader, rest, scope):
        found[text].append(match)
    return {text: best(_kept(matches, types, within)) for text, matches in found.items()}


def resolve(
    reader: Reader,
    text: str,
    scope: Scope,
    *,
    types: tuple[str, ...] = (),
    within: str | None = None,
    limit: int = 5,
) -> list[Match]:
    """What a text may mean, the best tier only, at most `limit`; suggestions when nothing bears the name."""
    matches = resolve_many(reader, [text], scope, types=types, within=within)[text]
    if not matches:
        matches = best(_kept(_by_letters(reader, text, scope), types, within))
    return matches[:limit] or suggest(reader, text, scope, types=types, within=within, limit=limit)


def resolve_one(reader: Reader, text: str, scope: Scope, *, types: tuple[str, ...], noun: str) -> Match:
    """The one node that a text means.

    Raises:
        AmbiguousError: several bear the name equally well; they are its candidates.
        NotFoundError: none does; its candidates are suggestions.
    """
    matches = resolve(reader, text, scope, types=types, limit=20)
    if not matches or matches[0].how is MatchHow.SUGGESTION:
        hint = "您是不是要找：" + "、".join(dict.fromkeys(m.name for m in matches[:3])) if matches else ""
        raise NotFoundError(f"没有找到{noun}“{text.strip()}”", hint=hint, candidates=candidates(matches))
    if len(matches) > 1:
        raise AmbiguousError(
            f"{noun}“{text.strip()}”有 {len(matches)} 处",
            hint="请写上所在镇街，或用编码：" + "；".join(" / ".join(m.path) for m in matches[:5]),
            candidates=candidates(matches),
        )
    return matches[0]


def suggest(
    reader: Reader,
    text: str,
    scope: Scope,
    *,
    types: tuple[str, ...] = (),
    within: str | None = None,
    limit: int = 5,
) -> list[Match]:
    """Names that look like this one, the likeliest first; never to be taken for an answer."""
    plain = squeeze(text)
    counties = [*scope.counties, *([ANYWHERE] if not types or "Matter" in types else [])]
    if not plain or not counties:
        return []
    lucene = f"county:({' OR '.join(counties)}) AND text:({escaped(plain)})"
    rows = reader.run(cypher("name_suggestions"), lucene=lucene, limit=limit * 4)
    matches = [_match(row, MatchHow.SUGGESTION, text, scope) for row in rows]
    top = max((row["score"] for row in rows), default=1.0)
    scored = [replace(m, score=round(0.3 * row["score"] / top, 3)) for m, row in zip(matches, rows, strict=True)]
    unique = {m.id: m for m in reversed(_placed(reader, scored, scope))}
    return _kept(sorted(unique.values(), key=lambda m: -m.score), types, within)[:limit]


def escaped(text: str) -> str:
    """A text in which no character means anything to Lucene."""
    return _LUCENE.sub(r"\\\1", text).replace("AND", "and").replace("OR", "or").replace("NOT", "not")


def candidates(matches: Iterable[Match]) -> tuple[Candidate, ...]:
    """Matches as the candidates of an error."""
    return tuple(Candidate(m.id, m.name, m.kind, " / ".join(m.path)) for m in matches)


def best(matches: list[Match]) -> list[Match]:
    """The best tier; in it those of the day, places before their own organisations of the same name."""
    if not matches:
        return []
    tier = min(TIERS[m.how] for m in matches)
    top = {m.id: m for m in reversed(matches) if TIERS[m.how] == tier}
    chosen = [m for m in top.values() if m.valid] or list(top.values())
    places = {p for m in chosen if m.label == "Place" for p in [m.id]}
    kept = [m for m in chosen if m.label != "Organization" or not places & set(m.places)]
    return sorted(kept, key=lambda m: (len(m.path), m.id))


def _kept(matches: list[Match], types: tuple[str, ...], within: str | None) -> list[Match]:
    return [m for m in matches if (not types or m.label in types) and (within is None or within in m.places)]


def _by_identifier(reader: Reader, written: dict[str, str], scope: Scope) -> list[tuple[str, Match]]:
    """Ids of ours, division codes in any zero-padded form, credit codes and codes of matters."""
    ids: dict[str, list[str]] = {}
    for text, plain in written.items():
        code = division_code(plain)
        key = place_id(code) if code else plain if plain.partition(":")[0] in KEY_OF_PREFIX else None
        if key:
            ids.setdefault(key, []).append(text)
    codes = {
        plain.upper(): text for text, plain in written.items() if _USCC.fullmatch(plain.upper()) or plain.isdigit()
    }
    if not ids and not codes:
        return []
    rows = reader.run(cypher("nodes_by_key"), ids=list(ids), codes=list(codes))
    pairs: list[tuple[str, Match]] = []
    for row in rows:
        texts = ids.get(row["id"]) or [codes[row["code"]]]
        pairs += [(t, _match(row, MatchHow.ID if t == row["id"] else MatchHow.CODE, t, scope)) for t in texts]
    placed = _placed(reader, [match for _, match in pairs], scope)
    return [(text, match) for (text, _), match in zip(pairs, placed, strict=True)]


def _by_name(reader: Reader, written: dict[str, str], scope: Scope) -> list[tuple[str, Match]]:
    """Names, whole or after the names of the places they lie in."""
    splits: dict[str, list[tuple[str, str, str]]] = {}
    for text, plain in written.items():
        for cut in range(max(len(plain) - 1, 1)):
            for key in query_keys(plain[cut:]):
                splits.setdefault(key, []).append((text, plain[:cut], plain[cut:]))
    counties = [*scope.counties, *_ancestors(scope), ANYWHERE]
    rows = reader.run(cypher("names"), counties=counties, keys=list(splits), limit=LIMIT * max(1, len(written)))
    pairs: list[tuple[str, str, Match]] = []
    for row in rows:
        for text, before, rest in splits[row["key"]]:
            how = how_written(rest, row, scope)
            if how is not None:
                pairs.append((text, before, _match(row, how, text, scope)))
    placed = _placed(reader, [match for _, _, match in pairs], scope)
    return [
        (text, match)
        for (text, before, _), match in zip(pairs, placed, strict=True)
        if not before or leads_to(before, match)
    ]


def _by_letters(reader: Reader, text: str, scope: Scope) -> list[Match]:
    letters = squeeze(text).lower()
    if not _LETTERS.fullmatch(letters):
        return []
    rows = reader.run(cypher("names_by_pinyin"), counties=[*scope.counties, ANYWHERE], letters=letters, limit=20)
    return _placed(reader, [_match(row, MatchHow(row["how"]), text, scope) for row in rows], scope)


def _ancestors(scope: Scope) -> list[str]:
    return sorted({code[:size] for code in scope.counties for size in (2, 4)})


def how_written(text: str, row: Row, scope: Scope) -> MatchHow | None:
    """Which form of a name a text is; None when it only shares the key (青龙社区 where there is a 青龙村)."""
    plain, kind, name = text.lower(), row["kind"], squeeze(row["text"]).lower()
    if row["form"] == "alias":
        how = MatchHow.ALIAS if plain == name else None
    elif plain == squeeze(row["full"]).lower() != name or plain in full_forms(kind, row["full"]) - {name}:
        how = MatchHow.FULL_NAME
    elif plain == name:
        how = MatchHow.SHORT_NAME if kind in schema().places else MatchHow.FULL_NAME
    elif plain == stem_of(kind, name) or (kind in NUMBERED and same_numbered(kind, plain, name)):
        how = MatchHow.SHORT_NAME
    else:
        how = None
    if how is not None and row["nameSince"] and not row["nameSince"] <= scope.as_of < row["nameUntil"]:
        first = row["nameSince"] == row["since"] and scope.as_of < row["nameSince"]
        last = row["nameUntil"] == row["until"] and scope.as_of >= row["nameUntil"]
        return how if first or last else MatchHow.OLD_NAME
    return how


def leads_to(before: str, match: Match) -> bool:
    """Whether a text is made of names of the places a match lies in, from above: 恩阳区登科街道."""
    rest = before.lower()
    for name in (*match.above, *match.path[:-1]):
        for form in sorted(_forms(name), key=len, reverse=True):
            if rest.startswith(form):
                rest = rest[len(form) :]
                break
    return not rest


def _forms(name: str) -> set[str]:
    plain = squeeze(name).lower()
    stems = {stem_of(kind, plain) for kind in ("province", "prefecture", "county", "town", "village")}
    return {form for form in stems | {plain} if form}


def _match(row: Row, how: MatchHow, text: str, scope: Scope) -> Match:
    since, until = row["since"], row["until"]
    return Match(
        id=row["id"],
        label=next(label for label in row["labels"] if label != "Body"),
        kind=row["kind"],
        name=row["name"],
        how=how,
        matched=row.get("text") or text,
        score=SCORES[how],
        path=(row["name"],),
        places=(),
        valid=since is None or since <= scope.as_of < until,
        since=since,
        until=until,
    )


def _placed(reader: Reader, matches: list[Match], scope: Scope) -> list[Match]:
    """Matches with the places they lie in."""
    ids = list({m.id for m in matches if m.label in {"Place", "Organization"}})
    if not ids:
        return matches
    rows = reader.run(cypher("whereabouts"), ids=ids, asOf=scope.as_of)
    where = {row["id"]: row["places"] for row in rows}
    return [_at(match, where.get(match.id, [])) for match in matches]


def _at(match: Match, places: list[dict[str, Any]]) -> Match:
    above = tuple(place["name"] for place in reversed(places) if place["kind"] in UPPER)
    names = [place["name"] for place in reversed(places) if place["kind"] not in UPPER]
    path = tuple(names if match.label == "Place" and names else [*names, match.name])
    return replace(match, path=path, above=above, places=tuple(place["id"] for place in places))
