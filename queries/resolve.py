"""From a text to what it may mean: id, code, full name, short name or alias, old name, pinyin, initials; else suggestions.

The best tier that has anything decides; within it, what is there on the day comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import lru_cache, partial

from wushe.errors import AmbiguousError, BadInputError, Candidate, NotFoundError
from wushe.graph import Reader
from wushe.queries.matches import Match, MatchHow, Scope
from wushe.queries.name_suggestions import name_suggestions
from wushe.queries.names import NamedRow, names
from wushe.queries.names_by_pinyin import names_by_pinyin
from wushe.queries.nodes_by_key import nodes_by_key
from wushe.queries.place_forms import place_forms
from wushe.queries.whereabouts import whereabouts
from wushe.schema import ANYWHERE, schema
from wushe.schema.ids import division_code, place_id
from wushe.schema.naming import NUMBERED, full_forms, query_keys, same_numbered, stem_of
from wushe.schema.statements import KEY_OF_PREFIX
from wushe.schema.text import split_ordinal, squeeze
from wushe.schema.values import UPPER

LIMIT = 400
"""Names of one key that are looked at; a county has a few at most."""
TIERS = {how: tier for tier, how in enumerate(MatchHow)} | {MatchHow.ALIAS: 3, MatchHow.SHORT_NAME: 3}
SCORES = {how: round(1 - tier / 10, 1) for how, tier in TIERS.items()}
LONGEST = 200
"""Characters of the longest name that is looked for; no name comes near it."""
Forms = frozenset[str]
"""Names of places in every form."""
Cuts = Callable[[str], Iterable[int]]
"""Where a text may be cut into names of places and the name of what lies there."""
Found = tuple[NamedRow, MatchHow, str]
"""A row, why it was found, and for which text."""
LookUp = Callable[[Reader, dict[str, str], Scope, tuple[str, ...]], list[tuple[str, Match]]]
"""One way to find what texts (by how they are written) may mean."""
_LETTERS = re.compile(r"[a-z]{2,}")
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")


def resolve_many(
    reader: Reader,
    texts: Collection[str],
    scope: Scope,
    *,
    types: tuple[str, ...] = (),
    within: str | None = None,
    whole: bool = False,
    before: Forms | None = None,
) -> dict[str, list[Match]]:
    """For each text the matches of its best tier: none, one or several. A few reads for all texts together.

    A text is an id, a code or a name; unless it is to be taken as a `whole`, names of the places above may precede it:
    those of `before` where that is given (see `forms_before`), which spares looking for every end of many texts.
    """
    written = {text: plain for text in texts if len(text) <= LONGEST and (plain := squeeze(text))}
    found: dict[str, list[Match]] = {text: [] for text in texts}
    look_ups: list[LookUp] = [_by_identifier, _by_whole_name]
    if not whole:
        look_ups.append(partial(_by_path, cuts=partial(_cuts, known=before)))
    if not whole and before is not None:
        look_ups.insert(1, partial(_by_number, known=before))
    for look_up in look_ups:
        missing = {text: plain for text, plain in written.items() if not found[text]}
        for text, match in look_up(reader, missing, scope, types) if missing else ():
            if (not types or match.label in types) and (within is None or within in match.places):
                found[text].append(match)
    return {text: best(matches) for text, matches in found.items()}


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


def resolve_one(
    reader: Reader, text: str, scope: Scope, *, types: tuple[str, ...], noun: str, within: str | None = None
) -> Match:
    """The one node that a text means, in the place `within` where that is given.

    Raises:
        AmbiguousError: several bear the name equally well; they are its candidates.
        NotFoundError: none does; its candidates are suggestions.
        BadInputError: the text is too long for a name.
    """
    if len(text) > LONGEST:
        raise BadInputError(f"{noun}有 {len(text)} 字，最多 {LONGEST} 字", hint="请只写名称、编码或标识")
    matches = resolve(reader, text, scope, types=types, within=within, limit=20)
    if not matches or matches[0].how is MatchHow.SUGGESTION:
        hint = "您是不是要找：" + "、".join(dict.fromkeys(m.name for m in matches[:3])) if matches else ""
        raise NotFoundError(f"没有找到{noun}“{text.strip()}”", hint=hint, candidates=candidates(matches[:5]))
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
    if not re.search(r"\w", plain) or len(plain) > LONGEST or not counties:
        return []
    lucene = f"county:({' OR '.join(counties)}) AND text:({escaped(plain)})"
    rows = name_suggestions(reader, lucene, limit * 4)
    top = max((row.likeness for row in rows), default=1.0)
    found = _matches(reader, [(row, MatchHow.SUGGESTION, text) for row in rows], scope)
    scored = [replace(m, score=round(0.3 * row.likeness / top, 3)) for m, row in zip(found, rows, strict=True)]
    unique = {m.id: m for m in reversed(scored)}
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
    places = {m.id for m in matches if m.label == "Place" and m.valid}
    own = [m for m in matches if m.label != "Organization" or not places & set(m.places)]
    tier = min(TIERS[m.how] for m in own)
    top = {m.id: m for m in reversed(own) if TIERS[m.how] == tier}
    chosen = [m for m in top.values() if m.valid] or list(top.values())
    return sorted(chosen, key=lambda m: (len(m.path), m.id))


def _kept(matches: list[Match], types: tuple[str, ...], within: str | None) -> list[Match]:
    return [m for m in matches if (not types or m.label in types) and (within is None or within in m.places)]


def _by_identifier(
    reader: Reader, written: dict[str, str], scope: Scope, types: tuple[str, ...]
) -> list[tuple[str, Match]]:
    """Ids of ours, division codes in any zero-padded form, credit codes and codes of matters."""
    ids: dict[str, list[str]] = {}
    for text, plain in written.items():
        for key in _possible_ids(plain):
            ids.setdefault(key, []).append(text)
    codes = {
        plain.upper(): text for text, plain in written.items() if _USCC.fullmatch(plain.upper()) or plain.isdigit()
    }
    if not ids and not codes:
        return []
    found: list[Found] = []
    for row in nodes_by_key(reader, list(ids), list(codes)):
        texts = ids.get(row.id) or [codes[row.code or ""]]
        found += [(row, MatchHow.ID if text == row.id else MatchHow.CODE, text) for text in texts]
    listed = {text for row, _, text in found if row.id == place_id(squeeze(text))}
    kept = [one for one in found if one[2] not in listed or one[0].id == place_id(squeeze(one[2]))]
    return [(text, match) for (_, _, text), match in zip(kept, _matches(reader, kept, scope), strict=True)]


def _possible_ids(plain: str) -> list[str]:
    """An id as it stands; a division's from its code, as listed (441900) or without its padding (511903000000)."""
    if plain.partition(":")[0] in KEY_OF_PREFIX:
        return [plain]
    code = division_code(plain)
    return list(dict.fromkeys((place_id(plain), place_id(code)))) if code else []


def _by_whole_name(
    reader: Reader, written: dict[str, str], scope: Scope, types: tuple[str, ...]
) -> list[tuple[str, Match]]:
    """The whole text is a name."""
    parts = [(text, "", plain) for text, plain in written.items()]
    return _by_name(reader, parts, [*_counties(scope, types), *_ancestors(scope)], scope)


def forms_before(reader: Reader, scope: Scope) -> Forms:
    """Every form of the names of divisions and estates in the scope, and of the levels above."""
    rows = place_forms(reader, [*scope.counties, *_ancestors(scope)])
    return frozenset(form for row in rows for name in (row.text, row.full) for form in _forms(name))


def _by_number(
    reader: Reader, written: dict[str, str], scope: Scope, types: tuple[str, ...], known: Forms
) -> list[tuple[str, Match]]:
    """A numbered place of the day by the names above it: what most texts of a long list of such places mean."""
    found = _by_path(reader, written, scope, types, partial(_cuts_of_numbered, known=known))
    return [(text, match) for text, match in found if match.valid]


def _by_path(
    reader: Reader, written: dict[str, str], scope: Scope, types: tuple[str, ...], cuts: Cuts
) -> list[tuple[str, Match]]:
    """The end of the text is a name, and names of the places it lies in stand before it."""
    parts = [
        (text, plain[:cut], plain[cut:])
        for text, plain in written.items()
        for cut in cuts(plain.lower())
        if 2 <= cut < len(plain) - 1
    ]
    return _by_name(reader, parts, _counties(scope, types), scope)


def _cuts(plain: str, known: Forms | None) -> Iterable[int]:
    """Where a text may be cut: anywhere, or after names of places, numbered ones (第1网格) among them."""
    if known is None:
        return range(len(plain))
    numbered = tuple(unit for kind in NUMBERED for unit in schema().places[kind].units)
    ends = {0}
    for end in range(1, len(plain)):
        if any(plain[start:end] in known for start in ends) or plain[:end].endswith(numbered):
            ends.add(end)
    return sorted(ends)


def _cuts_of_numbered(plain: str, known: Forms) -> Iterable[int]:
    """Where a numbered place (第1网格) may be cut: its own name begins with that of its village, names above stand before."""
    splits = (split_ordinal(plain, schema().places[kind].units) for kind in NUMBERED)
    heads = dict.fromkeys(split[0] for split in splits if split is not None)
    return [cut for head in heads for cut in _cuts(head, known) if head[cut:] in known]


def _by_name(
    reader: Reader, parts: list[tuple[str, str, str]], counties: list[str], scope: Scope
) -> list[tuple[str, Match]]:
    by_key: dict[str, list[tuple[str, str, str]]] = {}
    for part in parts:
        for key in query_keys(part[2]):
            by_key.setdefault(key, []).append(part)
    rows = names(reader, counties, list(by_key), LIMIT * max(1, len(parts))) if by_key else []
    found: list[Found] = []
    befores: list[str] = []
    for row in rows:
        for text, before, rest in by_key[row.key]:
            if (how := how_written(rest, row, scope)) is not None:
                found.append((row, how, text))
                befores.append(before)
    together = zip(found, befores, _matches(reader, found, scope), strict=True)
    return [(text, match) for (_, _, text), before, match in together if not before or leads_to(before, match)]


def _counties(scope: Scope, types: tuple[str, ...]) -> list[str]:
    """Where the names of these types are kept."""
    only_matters = types == ("Matter",)
    return [*([] if only_matters else scope.counties), *([ANYWHERE] if not types or "Matter" in types else [])]


def _by_letters(reader: Reader, text: str, scope: Scope) -> list[Match]:
    letters = squeeze(text).lower()
    if not _LETTERS.fullmatch(letters):
        return []
    rows = names_by_pinyin(reader, [*scope.counties, ANYWHERE], letters, 20)
    return _matches(reader, [(row, MatchHow(row.how), text) for row in rows], scope)


def _ancestors(scope: Scope) -> list[str]:
    return sorted({code[:size] for code in scope.counties for size in (2, 4)})


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
        for form in _forms(name):
            if rest.startswith(form):
                rest = rest[len(form) :]
                break
    return not rest


@lru_cache(maxsize=4096)
def _forms(name: str) -> tuple[str, ...]:
    """The ways to write the name of a place above, the longest first."""
    plain = squeeze(name).lower()
    stems = {stem_of(kind, plain) for kind in ("province", "prefecture", "county", "town", "village")}
    return tuple(sorted((form for form in stems | {plain} if form), key=len, reverse=True))


def _matches(reader: Reader, found: Collection[Found], scope: Scope) -> list[Match]:
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
        valid=row.since is None or row.until is None or row.since <= scope.as_of < row.until,
        since=row.since,
        until=row.until,
        above=tuple(place["name"] for place in reversed(places) if place["kind"] in UPPER),
    )
