"""From many texts to what bears them as a name: id, code, full name, short name or alias, old name. A few reads for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial

from wushe.graph import Reader
from wushe.queries.matches import LONGEST, Match, MatchHow, Scope, Wanted
from wushe.queries.names import NamedRow, names
from wushe.queries.naming import TIERS, Found, best, forms_of, how_written, leads_to, matches_of, there
from wushe.queries.nodes_by_key import nodes_by_key
from wushe.queries.place_forms import place_forms
from wushe.schema import ANYWHERE, schema
from wushe.schema.ids import division_code, place_id
from wushe.schema.naming import NUMBERED, query_keys
from wushe.schema.statements import KEY_OF_PREFIX
from wushe.schema.text import split_ordinal, squeeze

LIMIT = 400
"""Names of one key that are looked at; a county has a few at most."""
Forms = frozenset[str]
"""Names of places in every form."""
Cuts = Callable[[str], Iterable[int]]
"""Where a text may be cut into names of places and the name of what lies there."""
LookUp = Callable[[Reader, dict[str, str], Scope, tuple[str, ...]], list[tuple[str, Match]]]
"""One way to find what texts (by how they are written) may mean."""
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
    wanted = Wanted(types, within)
    look_ups: list[LookUp] = [_by_identifier, partial(_by_whole_name, anywhere=within is None)]
    if not whole:
        look_ups.append(partial(_by_path, cuts=partial(_cuts, known=before)))
    if not whole and before is not None:
        look_ups.insert(1, partial(_by_number, known=before))
    for look_up in look_ups:
        missing = {text: plain for text, plain in written.items() if not found[text]}
        for text, match in look_up(reader, missing, scope, types) if missing else ():
            if wanted.takes(match):
                found[text].append(match)
    return {text: best(matches) for text, matches in found.items()}


def resolve_parts(reader: Reader, texts: Collection[str], scope: Scope) -> dict[str, dict[str, list[Match]]]:
    """For each label those of the texts that are, as a whole, a name, a code or an id of such: its best tier. One look-up."""
    written = {text: plain for text in texts if len(text) <= LONGEST and (plain := squeeze(text))}
    found: dict[str, dict[str, list[Match]]] = {}
    for look_up in (_by_identifier, partial(_by_whole_name, anywhere=False)):
        for text, match in look_up(reader, written, scope, ()):
            found.setdefault(match.label, {}).setdefault(text, []).append(match)
    return {label: {text: best(matches) for text, matches in some.items()} for label, some in found.items()}


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
    listed_codes = [key for key, texts in ids.items() if any(squeeze(text) != key for text in texts)]
    for row in nodes_by_key(reader, list(ids), list(codes), listed_codes):
        told = [*ids.get(row.id, ()), *(text for text in ids.get(_of_code(row), ()) if squeeze(text) != _of_code(row))]
        texts = dict.fromkeys([*told, *([codes[row.code]] if row.code in codes else [])])
        found += [(row, MatchHow.ID if squeeze(text) == row.id else MatchHow.CODE, text) for text in texts]
    listed = {text for row, _, text in found if _of_code(row) == place_id(squeeze(text))}
    kept = [one for one in found if one[2] not in listed or _of_code(one[0]) == place_id(squeeze(one[2]))]
    return [(text, match) for (_, _, text), match in zip(kept, matches_of(reader, kept, scope), strict=True)]


def _of_code(row: NamedRow) -> str:
    """The id that a place has by its code; an earlier place of a code that was given again has the day of its end after it."""
    return row.id.partition("~")[0] if "Place" in row.labels else row.id


def _possible_ids(plain: str) -> list[str]:
    """An id as it stands; a division's from its code, as listed (441900) or without its padding (511903000000)."""
    if plain.partition(":")[0] in KEY_OF_PREFIX:
        return [plain]
    code = division_code(plain)
    return list(dict.fromkeys((place_id(plain), place_id(code)))) if code else []


def _by_whole_name(
    reader: Reader, written: dict[str, str], scope: Scope, types: tuple[str, ...], anywhere: bool
) -> list[tuple[str, Match]]:
    """The whole text is a name; where it is asked for anywhere, what is over is passed over beside a place of the day."""
    parts = [(text, "", plain) for text, plain in written.items()]
    counties = [*_counties(scope, types), *_ancestors(scope)]
    return _by_name(reader, parts, counties, scope, passed_over=types if anywhere else None)


def forms_before(reader: Reader, scope: Scope) -> Forms:
    """Every form of the names of divisions and estates in the scope, and of the levels above."""
    rows = place_forms(reader, [*scope.counties, *_ancestors(scope)])
    return frozenset(form for row in rows for name in (row.text, row.full) for form in forms_of(name))


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
    reader: Reader,
    parts: list[tuple[str, str, str]],
    counties: list[str],
    scope: Scope,
    *,
    passed_over: tuple[str, ...] | None = None,
) -> list[tuple[str, Match]]:
    by_key: dict[str, list[tuple[str, str, str]]] = {}
    for part in parts:
        for key in query_keys(part[2]):
            by_key.setdefault(key, []).append(part)
    rows = names(reader, counties, list(by_key), LIMIT * max(1, len(parts))) if by_key else []
    found: list[tuple[Found, str]] = []
    for row in rows:
        for text, before, rest in by_key[row.key]:
            if (how := how_written(rest, row, scope)) is not None:
                found.append(((row, how, text), before))
    if passed_over is not None:
        found = _without_past(found, scope, passed_over)
    matches = matches_of(reader, [one for one, _ in found], scope)
    together = zip(found, matches, strict=True)
    return [(one[2], match) for (one, before), match in together if not before or leads_to(before, match)]


def _without_past(found: list[tuple[Found, str]], scope: Scope, types: tuple[str, ...]) -> list[tuple[Found, str]]:
    """The rows without those of what is over, for texts that a place of the day bears as well: it would win."""
    best_place: dict[str, int] = {}
    for (row, how, text), _ in found:
        if "Place" in row.labels and (not types or "Place" in types) and there(row, scope):
            best_place[text] = min(TIERS[how], best_place.get(text, TIERS[how]))
    return [
        (one, before)
        for one, before in found
        if there(one[0], scope) or TIERS[one[1]] < best_place.get(one[2], len(TIERS))
    ]


def _counties(scope: Scope, types: tuple[str, ...]) -> list[str]:
    """Where the names of these types are kept."""
    only_matters = types == ("Matter",)
    return [*([] if only_matters else scope.counties), *([ANYWHERE] if not types or "Matter" in types else [])]


def _ancestors(scope: Scope) -> list[str]:
    return sorted({code[:size] for code in scope.counties for size in (2, 4)})
