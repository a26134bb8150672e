"""Two holders of a post for one: one after the other where dates allow, else both, marked as disputed and reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from wushe.loaders.context import Context
from wushe.loaders.names import Span
from wushe.loaders.report import Severity
from wushe.loaders.tables.endings import Existing
from wushe.loaders.tables.posts import Tenure
from wushe.queries.post_tenures import PostTenure
from wushe.schema import FOREVER, Precision, TenureStatus

_UNSURE = {None, Precision.ATTESTED}


def settle_claims(
    context: Context, tenures: Sequence[Tenure], existing: Existing, attested: Mapping[str, date]
) -> set[str]:
    """End what others followed; the posts that the file leaves disputed. `attested`: the day each post was last known."""
    claims: dict[str, dict[str, Tenure]] = defaultdict(dict)
    for tenure in tenures:
        if is_current(tenure) and tenure.post.seats == 1:
            claims[tenure.post.id].setdefault(tenure.identifier, tenure)
    disputed = {post for post, held in claims.items() if len(held) > 1 and not _in_turn(list(held.values()))}
    for post, held in claims.items():
        for tenure in held.values():
            olds = [old for old in existing.get(post, ()) if old.person == tenure.identifier or old.person not in held]
            if is_current(tenure) and _against(context, tenure, olds, attested.get(post)):
                disputed.add(post)
    return disputed


def is_current(tenure: Tenure) -> bool:
    """Whether this is somebody's own post, without an end."""
    return tenure.span.until == FOREVER and tenure.status is TenureStatus.SUBSTANTIVE


def _in_turn(claims: list[Tenure]) -> bool:
    """Make those of a file that all say when they began predecessors and successors; else they are disputed."""
    sure = all(claim.span.since and claim.span.since_precision not in _UNSURE for claim in claims)
    ordered = sorted(claims, key=lambda claim: claim.span.since or FOREVER)
    if sure and all(one.span.since != other.span.since for one, other in pairwise(ordered)):
        for one, other in pairwise(ordered):
            _end(one, other.span.since or FOREVER, other.span.since_precision or Precision.ATTESTED)
            one.line.warn(f"同一岗位后来有人接任，本行的任职到 {one.span.until} 为止", "name", Severity.NOTICE)
        return True
    for claim in claims:
        _tell(claim, "同一岗位在本文件里有几个在任的人，都已载入并标为有争议；前任请填终止日期")
    return False


def _tell(claim: Tenure, what: str) -> None:
    """Report a dispute, unless the row says itself (争议) that there is one."""
    if claim.line.text("disputed") != "是":
        claim.line.warn(what, "name")


def _against(context: Context, tenure: Tenure, olds: Sequence[PostTenure], attested: date | None) -> bool:
    """A claim beside what the graph has of the same day or of later ones; True where both claim the same time.

    Whoever an older file names has given way to those whom a later one names, or to the vacancy that it shows.
    """
    others = [old for old in olds if old.person != tenure.identifier and old.status == TenureStatus.SUBSTANTIVE]
    began, sure = tenure.span.since or context.as_of, tenure.span.since_precision not in _UNSURE
    same_day = [old for old in others if old.attested_on == context.as_of and old.until == FOREVER]
    later = [old for old in others if old.attested_on > context.as_of and old.until > began]
    for old in same_day:
        if not (sure and began > old.since):
            context.edge(
                tenure.line, "HOLDS", old.person, old.post, _kept(old), properties={"disputed": True}, number=old.number
            )
            _tell(tenure, "同一天的另一份名册里这个岗位是别人，两人都已载入并标为有争议；请核对现任")
            return True
    follower = min(later, key=lambda old: old.since, default=None)
    if follower is not None:
        after = follower.since > began
        _end(tenure, follower.since if after else follower.attested_on, Precision.ATTESTED)
        if not after:
            _tell(tenure, "后来的名册说这个岗位当时是别人；本行作为历史载入并标为有争议，现任不变")
        return not after
    known = any(old.person == tenure.identifier and old.until == FOREVER for old in olds)
    if attested is not None and attested > context.as_of and not known:
        _end(tenure, attested, Precision.ATTESTED)
    return False


def _kept(old: PostTenure) -> Span:
    return Span(old.since, since_precision=Precision.ATTESTED)


def _end(tenure: Tenure, until: date, precision: Precision) -> None:
    tenure.span = replace(tenure.span, until=until, until_precision=precision)
