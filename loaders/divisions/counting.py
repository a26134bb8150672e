"""What a list changes, told from the facts before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.graph import Fact, LoadResult


def counted(before: Sequence[Fact], after: Sequence[Fact]) -> LoadResult:
    """How many facts a list added, changed, ended and merely attested."""
    old = {fact.id: fact for fact in before}
    result = LoadResult()
    for new in after:
        was = old.get(new.id)
        if was is None:
            result.added += 1
        elif new.until < was.until:
            result.ended += 1
        elif (new.properties, new.since, new.until) != (was.properties, was.since, was.until):
            result.changed += 1
        elif len(new.by) != len(was.by):
            result.attested += 1
    return result
