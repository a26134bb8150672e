"""Whether a file can be the whole list that it is said to be: of which place, of nothing else, and read whole."""

from __future__ import annotations

from collections.abc import Sequence

from wushe.errors import BadInputError, RefusedError
from wushe.graph import Attestation
from wushe.loaders.context import Context
from wushe.loaders.lines import Line, RowError
from wushe.loaders.plan import Plan
from wushe.loaders.report import Problem, Severity, SheetReport
from wushe.loaders.series import AllSeries

NAMED = 5
"""How many of the things that are in the way are named."""


def check_scopes(plan: Plan, series: AllSeries) -> None:
    """Every sheet that may end something must say of which place it is the whole list.

    Raises:
        BadInputError: one does not, or the file holds the rows that another one could not bring.
    """
    if plan.mark is not None:
        raise BadInputError("隔离簿里只有没载入的那些行，不是全部名单", hint="请去掉 --complete")
    for name, one in series.items():
        if one.endings and not one.scope:
            raise BadInputError(
                f"{f'工作表“{name}”' if name else '文件'}没有说明是哪里的全部名单",
                hint="请用 --place 区划代码 指明，或在标题里写“填报单位：××街道”（要能在已载入的区划里找到）",
            )


def quarantine_strangers(context: Context, lines: Sequence[Line], series: AllSeries) -> None:
    """Rows about something outside the scope do not belong in a whole list of it."""
    touching: dict[str, bool] = {}
    for fact in context.facts:
        one = series[Attestation.parse(fact.by[0]).sheet]
        if fact.type in one.types:
            touching[fact.by[0]] = touching.get(fact.by[0], False) or one.holds(fact)
    for line in lines:
        if touching.get(context.by(line)[0]) is False:
            place = series[line.sheet].place
            line.fail(RowError(f"不在“{place}”的范围内，不属于这份全部名单；请移出这一行，或去掉 --complete"))


def not_whole(sheets: Sequence[SheetReport], problems: Sequence[Problem]) -> RefusedError | None:
    """Why a file cannot be taken for a whole list."""
    lost = [p for p in problems if p.unread or (p.row and p.severity in {Severity.QUARANTINED, Severity.REFUSED})]
    if not lost and not any(sheet.quarantined or sheet.refused for sheet in sheets):
        return None
    told = "；".join(str(problem) for problem in lost[:NAMED])
    return RefusedError(
        f"有 {len(lost)} 处没有读进来，不能作为全部名单载入：{told}",
        hint="请改正后再载入；或去掉 --complete，只载入读进来的部分",
    )
