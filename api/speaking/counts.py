"""What was counted, in a line: the five societies, coverage, gaps and figures."""

from __future__ import annotations

from wushe.api.context import Info
from wushe.api.speaking.words import SPOKEN, listed
from wushe.api.types.answers import FigureResult
from wushe.api.types.coverage import CoverageConnection
from wushe.api.types.figures import Figure
from wushe.api.types.five import FiveSocietiesConnection
from wushe.api.types.gaps import GapConnection
from wushe.queries.ask import Reading, said


async def five_line(info: Info, reading: Reading, answer: FiveSocietiesConnection) -> str:
    """One village, those that have or lack some, or the sums of all."""
    where = reading.place.name if reading.place else ""
    chosen = reading.incomplete or reading.having or reading.lacking
    total = await answer.total_count()
    if chosen and not total:
        return f"没有查到{said(reading)}"
    if not total:
        return f"{where}没有村(社区)"
    if total == 1 and not chosen:
        row = answer.edges[0].node
        missing = f"缺{'、'.join(row.missing)}" if row.missing else "五社齐全"
        return f"{(await row.place(info)).spoken_name(info.context)}{missing}，已有的几社{'已' if row.linked else '没有全部'}联动"
    if chosen:
        rows = [edge.node for edge in answer.edges[:SPOKEN]]
        names = [(await row.place(info)).spoken_name(info.context) for row in rows]
        if reading.incomplete:
            names = [f"{name}缺{'、'.join(row.missing)}" for name, row in zip(names, rows, strict=True)]
        return f"{said(reading)}：{listed(names, total, '；' if reading.incomplete else '、', unit='个')}"
    towns = await answer.totals()
    complete, linked = sum(town.complete for town in towns), sum(town.linked for town in towns)
    return f"{where} {total} 个村(社区)中，五社齐全的 {complete} 个，各社联动的 {linked} 个"


async def coverage_line(info: Info, reading: Reading, answer: CoverageConnection) -> str:
    """How many places somebody answers in."""
    sums = await answer.totals()
    where, what = (part.name if part else "" for part in (reading.place, reading.matter))
    several = f"，{sums.several} 个有多家主责" if sums.several else ""
    gaps = f"；有缺口的 {sums.gaps} 个" if sums.gaps else ""
    return f"{where}的{what}：{sums.places} 个地点中，{sums.one} 个有一家主责，{sums.none} 个没有主责{several}{gaps}"


async def gaps_line(info: Info, reading: Reading, answer: GapConnection) -> str:
    """The first findings."""
    where = reading.place.name if reading.place else ""
    if not answer.edges:
        return f"{where}没有查出这方面的缺口"
    found = [edge.node.text(info) for edge in answer.edges[:SPOKEN]]
    return f"{where}：{listed(found, await answer.total_count(), '；')}"


async def figures_line(info: Info, reading: Reading, answer: FigureResult) -> str:
    """Each figure, as published and as counted."""
    where = reading.place.name if reading.place else ""
    return f"{where}{'；'.join(map(_figure, answer.figures))}" if answer.figures else f"{where}没有公布过这个数"


def _figure(figure: Figure) -> str:
    unit = figure.unit or ""
    published = f"公布 {figure.reported:g}{unit}" if figure.reported is not None else "没有公布"
    counted = f"按台账重算 {figure.computed:g}{unit}" if figure.computed is not None else "台账里算不出"
    agree = "" if figure.agrees is None else "，两者相符" if figure.agrees else "，两者不符"
    return f"{figure.label}：{published}，{counted}{agree}"
