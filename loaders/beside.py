"""A list beside the others of its series: what a whole one ends, and what later whole ones end of it."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.graph import Fact
from wushe.loaders.complete import Ended, WholeList
from wushe.loaders.context import Context
from wushe.loaders.later import Later, next_whole_lists
from wushe.loaders.series import AllSeries
from wushe.queries.series.lists_of import lists_of


def beside_other_lists(
    context: Context, series: AllSeries, county: str, facts: Sequence[Fact], shrink: float | None
) -> Ended:
    """The facts of a file with what it ends; `shrink` is the share that may end, None where it is no whole list."""
    found = Ended(list(facts))
    keys = {one.key for one in series.values() if one.scope and one.endings}
    known = lists_of(context.reader, county, keys) if keys else []
    sheets = WholeList(context, series, known, facts).sheets()
    if days := next_whole_lists(series, known, context.as_of):
        found.facts, found.problems = Later(context, series, days, sheets).shorten(facts)
    if shrink is not None:
        ended = WholeList(context, series, known, found.facts).ended(shrink)
        found = Ended([*found.facts, *ended.facts], [*found.problems, *ended.problems], ended.refusal)
    return found
