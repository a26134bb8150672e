"""Why a name means nothing to us: the wrong town, a unit that is no more, another character, or not loaded yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wushe.loaders.privacy import shown
from wushe.queries.matches import Match, Wanted
from wushe.queries.names_by_pinyin import names_by_pinyin
from wushe.queries.successions import successions
from wushe.queries.suggest import suggest
from wushe.schema import schema
from wushe.schema.naming import NUMBERED, name_key, query_keys
from wushe.schema.sounds import syllables
from wushe.schema.text import split_ordinal, squeeze

if TYPE_CHECKING:
    from wushe.loaders.references import References

PLACE = ("Place",)
NOUNS = {PLACE: "地点", ("Place", "Organization"): "单位", ("Matter",): "事项"}
ADVICE = {
    PLACE: "还没有载入的，请先载入区划与网格表",
    ("Place", "Organization"): "还没有载入的，请先载入组织表（网格、小组先载入区划与网格表）",
    ("Matter",): "还没有载入的，请先载入事项表",
}
_ENDINGS = ("区", "县", "市", "镇", "乡", "街道", "村", "社区")
MANY = 20
SHOWN = 3


def why_not(references: References, written: str, types: tuple[str, ...]) -> str:
    """In one sentence why nothing bears a name, and what to do."""
    if elsewhere := next(_elsewhere(references, written, types), None):
        return elsewhere
    numbered = any(split_ordinal(written, schema().places[kind].units) for kind in NUMBERED)
    near = [] if numbered else list(alike(references, written, types))[:SHOWN]
    meant = f"写错了的，是不是要写：{'、'.join(near)}？" if near else ""
    return f"没有找到{NOUNS[types]}“{shown(written)}”。{meant}{ADVICE[types]}"


def gone(references: References, match: Match, written: str) -> str:
    """What became of a place that is no more on the file's day."""
    return (
        f"“{shown(written)}”在 {match.until} 起已不存在，文件日期是 {references.scope.as_of}；"
        f"{_became(references, match)}请改用现在的名称"
    )


def _became(references: References, match: Match) -> str:
    """What a place was merged into, else what its town was."""
    for identifier in match.places[:2] if match.label == "Place" else ():
        ids = successions(references.reader, identifier, references.scope.as_of)[:MANY]
        names = ["/".join(found.path) for successor in ids for found in references.in_graph(successor, PLACE)]
        if names:
            subject = "" if identifier == match.id else f"所在的{match.path[-2] if len(match.path) > 1 else '镇街'}"
            return f"{subject}并入了 {'、'.join(names)}，"
    return ""


def _elsewhere(references: References, written: str, types: tuple[str, ...]) -> Iterator[str]:
    """The end of the text is known, but does not lie in what stands before it."""
    plain = squeeze(written)
    for cut in range(2, len(plain) - 1):
        before, rest = plain[:cut], plain[cut:]
        if not before.endswith(_ENDINGS):
            continue
        found, upper = references.candidates(rest, types), references.candidates(before, PLACE)
        where = "；".join("/".join(match.path) for match in found[:SHOWN])
        ended = [match for match in upper if match.until is not None and match.until <= references.scope.as_of]
        if found and ended:
            yield f"{gone(references, ended[0], before)}（“{shown(rest)}”现在是 {where}）"
        elif found and upper:
            yield f"“{shown(rest)}”不在“{shown(before)}”，图里的是 {where}；请核对镇街或村名"


def alike(references: References, written: str, types: tuple[str, ...]) -> Iterator[str]:
    """Names that sound like this one or differ from it in one character: to be suggested, never to be taken."""
    reader, scope, seen = references.reader, references.scope, set()
    sounds = {"".join(syllables(key)) for key in query_keys(written)}
    heard = (row for sound in sounds for row in names_by_pinyin(reader, scope.counties, sound, "", MANY))
    ids = [row.id for row in heard if row.how == "PINYIN"]
    found = [match for identifier in ids for match in references.in_graph(identifier, types)]
    found += [match for match in suggest(reader, written, scope, Wanted(types, limit=MANY)) if _near(written, match)]
    for match in found:
        if match.valid and match.id not in seen:
            seen.add(match.id)
            yield "/".join(match.path)


def _near(written: str, match: Match) -> bool:
    """Whether a name is the same but for its kind, or for one character of three or more."""
    kind = match.kind
    ours, theirs = name_key(kind, written), name_key(kind, match.matched)
    return ours == theirs or (len(theirs) > 2 and one_apart(ours, theirs))


def one_apart(one: str, other: str) -> bool:
    """Whether two texts differ by one character that is another, missing or too many, and is no figure."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests: Iterable[tuple[str, str]] = (
        (one[start + 1 :], other[start + 1 :]),
        (one[start:], other[start + 1 :]),
        (one[start + 1 :], other[start:]),
    )
    return one != other and any(a == b for a, b in rests) and not (one + other)[start : start + 1].isdigit()
