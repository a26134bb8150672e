"""From a text to what it may mean: id, code, full name, short name or alias, old name; address; pinyin, initials; else suggestions.

The best tier that has anything decides; within it, what is there on the day comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wushe.errors import AmbiguousError, BadInputError, Candidate, NotFoundError
from wushe.graph import Reader
from wushe.queries.addresses import Fit, Hit, heads_of, hits_at_end, led_to, matches_in, of_the_day, score_of
from wushe.queries.letters import by_letters
from wushe.queries.look_up import forms_before, resolve_many
from wushe.queries.matches import LONGEST, Match, MatchHow, Scope, Wanted
from wushe.queries.suggest import suggest
from wushe.schema.text import squeeze

__all__ = ["candidates", "forms_before", "resolve", "resolve_many", "resolve_one"]

BODY = ("Place", "Organization")


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
    wanted = Wanted(types, within, limit)
    if named := resolve_many(reader, [text], scope, types=types, within=within)[text]:
        return named[:limit]
    plain = squeeze(text).lower()
    if len(plain) > LONGEST:
        return []
    hits = hits_at_end(reader, plain, scope) if wanted.has("Place") else []
    if found := _by_address(reader, plain, hits, scope, wanted) or by_letters(reader, plain, scope, wanted):
        return found[:limit]
    elsewhere = _lying(reader, plain, [hit for hit in hits if hit.fit is Fit.ELSEWHERE], scope, wanted)
    likely = [replace(match, how=MatchHow.SUGGESTION) for match in elsewhere]
    return (likely or suggest(reader, text, scope, wanted))[:limit]


def _by_address(reader: Reader, plain: str, hits: list[Hit], scope: Scope, wanted: Wanted) -> list[Match]:
    """The places that fit an address best: by what their 范围说明 names, or by their name with a number or a word after it."""
    for fit in Fit:
        if fit is Fit.ELSEWHERE:
            break
        if fit is Fit.NAME:
            found = _by_head(reader, plain, scope, wanted)
        else:
            found = _lying(reader, plain, [hit for hit in hits if hit.fit is fit], scope, wanted)
        if found:
            return found
    return []


def _lying(reader: Reader, plain: str, hits: list[Hit], scope: Scope, wanted: Wanted) -> list[Match]:
    """The places of hits that lie where the text says before them."""
    matches = zip(hits, matches_in(reader, hits, scope) if hits else [], strict=True)
    return of_the_day(m for hit, m in matches if led_to(plain[: hit.part.start], m) and wanted.takes(m))


def _by_head(reader: Reader, plain: str, scope: Scope, wanted: Wanted) -> list[Match]:
    """The bodies of whose name a text is, but for a number and words for near it: 义阳府第3栋."""
    heads = [plain[:end] for end in heads_of(plain)]
    types = tuple(label for label in BODY if wanted.has(label))
    if not heads or not types:
        return []
    named = resolve_many(reader, heads, scope, types=types, within=wanted.within)
    found = next((named[head] for head in heads if named[head]), [])
    return [replace(match, score=score_of(Fit.NAME)) for match in found]


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


def candidates(matches: Iterable[Match]) -> tuple[Candidate, ...]:
    """Matches as the candidates of an error."""
    return tuple(Candidate(m.id, m.name, m.kind, " / ".join(m.path)) for m in matches)
