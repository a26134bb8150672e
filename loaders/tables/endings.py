"""Tenures against those that the graph has: which are one, and which the file brings to an end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from wushe.loaders.context import Context
from wushe.loaders.names import Span
from wushe.loaders.report import Severity
from wushe.loaders.tables.posts import Post, PostRow, Tenure
from wushe.queries.post_tenures import PostTenure
from wushe.schema import FOREVER, Precision, TenureStatus

Existing = Mapping[str, list[PostTenure]]
"""The tenures of each post in the graph."""


class Numbers:
    """Tells the tenures of one person in one post apart: those that overlap are one, a next term is another."""

    def __init__(self, existing: Existing) -> None:
        self._spans: dict[tuple[str, str], dict[int, tuple[date, date]]] = defaultdict(dict)
        for old in (old for olds in existing.values() for old in olds):
            self._spans[old.person, old.post][old.number] = (old.since, old.until)

    def of(self, tenure: Tenure, as_of: date) -> int:
        """The number of the tenure that this one is, else the next."""
        spans = self._spans[tenure.identifier, tenure.post.id]
        since, until = tenure.span.since or as_of, tenure.span.until
        same = (n for n, (s, u) in spans.items() if since < u and s < until)
        number = tenure.number or next(same, max(spans, default=0) + 1)
        start, end = spans.get(number, (since, until))
        spans[number] = (min(start, since), max(end, until))
        return number


def end_tenures(context: Context, rows: Sequence[PostRow], existing: Existing) -> None:
    """End what the graph has open of single posts that the file shows vacant, or gives to somebody else."""
    here: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in (tenure for row in rows for tenure in row.tenures):
        here[tenure.post.id].append(tenure)
    for row in rows:
        for post in row.posts:
            if post.seats == 1:
                _end(context, row, post, here[post.id], existing.get(post.id, ()))


def _end(context: Context, row: PostRow, post: Post, here: Sequence[Tenure], olds: Sequence[PostTenure]) -> None:
    mine = [tenure for tenure in row.tenures if tenure.post is post and tenure.span.until == FOREVER]
    own = [tenure for tenure in mine if tenure.status is TenureStatus.SUBSTANTIVE]
    named = {tenure.identifier for tenure in here}
    vacant = not row.tenures and not any(tenure.span.until == FOREVER for tenure in here)
    for old in olds:
        over = old.until == FOREVER and old.attested_on <= context.as_of and old.person not in named
        followed = own and old.status == TenureStatus.SUBSTANTIVE and not _same_time(context, own[0], old)
        if over and (vacant or followed):
            _close(context, row, old, own[0].span if own else context.ended())


def _same_time(context: Context, tenure: Tenure, old: PostTenure) -> bool:
    """Whether both are known for the same day and no date tells who came first: then neither ends the other."""
    firm = tenure.span.since_precision not in {None, Precision.ATTESTED}
    return old.attested_on == context.as_of and not (firm and tenure.span.since and tenure.span.since > old.since)


def _close(context: Context, row: PostRow, old: PostTenure, successor: Span) -> None:
    """End a tenure where the next begins, if that day is known and later; else on the file's day."""
    firm = successor.since_precision not in {None, Precision.ATTESTED}
    ended = context.ended()
    if firm and successor.since and old.since < successor.since <= context.as_of:
        ended = Span(None, successor.since, Precision.ATTESTED, successor.since_precision or Precision.ATTESTED)
    context.edge(row.line, "HOLDS", old.person, old.post, ended, number=old.number)
    row.line.warn(f"这个岗位原来的任职到 {ended.until} 为止", "name", Severity.NOTICE)
