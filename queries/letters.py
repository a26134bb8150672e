"""What pinyin and initials may mean: dengkesi, dengkesishequ, dks, dkssq and dkssqd1wg."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wushe.graph import Reader
from wushe.queries.matches import Match, MatchHow, Scope, Wanted
from wushe.queries.names import NamedRow
from wushe.queries.names_by_pinyin import names_by_pinyin
from wushe.queries.naming import Found, best, matches_of, there
from wushe.schema import ANYWHERE
from wushe.schema.naming import full_forms, name_key
from wushe.schema.sounds import initials, syllables
from wushe.schema.text import squeeze

MOST = 60
"""Names of the same letters that are looked at."""
_LETTERS = re.compile(r"(?=.*[a-z])[a-z0-9]{2,}")
_WORDS = ("街道办事处", "村民委员会", "居民委员会", "街道", "社区", "村", "镇", "乡", "区", "县", "市", "省")
"""Words for the kinds of place, which keys of names go without."""


def by_letters(reader: Reader, plain: str, scope: Scope, wanted: Wanted) -> list[Match]:
    """The things whose name is read so, else those with these initials."""
    if not _LETTERS.fullmatch(plain):
        return []
    counties = [*scope.counties, ANYWHERE]
    rows = [row for key, word in _keys(plain) for row in names_by_pinyin(reader, counties, key, word, MOST)]
    told: dict[tuple[str, MatchHow], Found] = {}
    for row in rows:
        if (how := _how(plain, row)) and wanted.has(*row.labels):
            one, known = (row, how, row.text), told.get((row.id, how))
            told[row.id, how] = one if known is None else min(known, one, key=lambda found: _rank(found, scope))
    found = sorted(told.values(), key=lambda one: (*_rank(one, scope), "Place" not in one[0].labels))
    if wanted.within is None:
        found = _foremost(found, scope)[: wanted.limit]
    taken = [
        (one, match) for one, match in zip(found, matches_of(reader, found, scope), strict=True) if wanted.takes(match)
    ]
    firsts = _foremost([one for one, _ in taken], scope)
    return best([match for one, match in taken if one in firsts])


def _rank(one: Found, scope: Scope) -> tuple[bool, bool, bool]:
    """What is read so before what has these initials; what is there on the day, and under this name, before what is or was not."""
    row, how, _ = one
    called = row.name_since is None or row.name_until is None or row.name_since <= scope.as_of < row.name_until
    return how is MatchHow.INITIALS, not there(row, scope), not called


def _foremost(found: list[Found], scope: Scope) -> list[Found]:
    """Those that rank as the first does."""
    return [one for one in found if _rank(one, scope) == _rank(found[0], scope)]


def _keys(plain: str) -> Iterator[tuple[str, str]]:
    """Under what the names are found that may be read so, and the word that they end with where the letters lack it."""
    yield plain, ""
    numberless = re.sub(r"(?<=[a-z])di?(?=[0-9])", "", plain, count=1)
    keys = {(numberless, ""): None}
    for word in _WORDS:
        sounds = syllables(word)
        for spelled in ("".join(sounds), initials(sounds)):
            keys[plain.removesuffix(spelled), word] = None
            keys[re.sub(rf"(?<=[a-z]){spelled}(di?)?(?=[0-9])", "", plain, count=1), ""] = None
    yield from ((key, word) for key, word in keys if key != plain and len(key) > 1)


def _how(plain: str, row: NamedRow) -> MatchHow | None:
    """Whether these are the letters of one form of a name, or its initials."""
    key = name_key(row.kind, row.text)
    forms = {row.text, row.text.replace("第", ""), key, *full_forms(row.kind, row.full)}
    spelled = [syllables(squeeze(form).lower()) for form in forms]
    if any(plain == "".join(one) for one in spelled):
        return MatchHow.PINYIN
    return MatchHow.INITIALS if any(plain == initials(one) for one in spelled) else None
