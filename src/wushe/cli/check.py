"""`wushe check`: what breaks the rules, where it is written, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from wushe.cli.console import out, print_json
from wushe.cli.session import graph_of, settings_for
from wushe.errors import BadInputError
from wushe.graph import Attestation, Reader
from wushe.graph.connection import WORK_TIMEOUT
from wushe.queries.check import Checked, Finding, check, number
from wushe.queries.figures import Figure
from wushe.queries.loads import loads
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve_one
from wushe.queries.scope import graph_state
from wushe.queries.sources import sources
from wushe.schema.values import SEVERITY_LABELS, Severity
from wushe.settings import Settings

FOUND = 1
"""The exit code when there is a finding of severity ERROR."""
ROWS, HINTS = 3, 5
"""Rows of one finding that are printed, and findings of severity INFO; --json gives them all."""
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
LABELS = {severity: f"[{style}]{SEVERITY_LABELS[severity]}[/]" for severity, style in STYLES.items()}


def check_rules(
    json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 文档")] = False,
    place: Annotated[str | None, typer.Option("--place", help="只看一处（区划代码、标识或名称）")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="哪一天的情况，如 2024-03-01；默认今天")] = None,
) -> int:
    """检查图中的事实是否合乎规则：领导关系、网格归属、岗位、公布的数字；有错误时退出码为 1。"""
    settings = settings_for(as_of)
    with graph_of(settings) as graph:
        checked, titles = graph.read(lambda reader: _checked(reader, settings, place), timeout=WORK_TIMEOUT)
    if json:
        print_json(document(checked, titles, settings.default_day))
    else:
        _show(checked, titles, settings.default_day)
    return FOUND if any(finding.rule.severity is Severity.ERROR for finding in checked.findings) else 0


Titles = dict[str, str]
"""The title of the document of each load."""


def _checked(reader: Reader, settings: Settings, place: str | None) -> tuple[Checked, Titles]:
    """The findings, and the titles of the documents that they are written in.

    Raises:
        BadInputError: nothing was loaded yet.
        NotFoundError, AmbiguousError: no such place, or several.
    """
    counties, day = graph_state(reader, settings.counties).counties, settings.default_day
    if not counties:
        raise BadInputError(
            "图里还没有任何区县，无从检查", hint="先用 wushe init 区划代码 建骨架，再用 wushe load 载入名册"
        )
    where = resolve_one(reader, place, Scope(counties, day), types=("Place",), noun="地点").id if place else None
    checked = check(reader, counties, day, place=where)
    attested = {Attestation.parse(text).load for finding in checked.findings for text in finding.by}
    known = {load.id: load.source for load in loads(reader, sorted(attested))}
    titles = {source.id: source.title for source in sources(reader, sorted(set(known.values())))}
    return checked, {load: titles[source] for load, source in known.items() if source in titles}


def document(checked: Checked, titles: Titles, as_of: date) -> dict[str, Any]:
    """Everything as one JSON document."""
    return {
        "asOf": as_of.isoformat(),
        "counties": list(checked.counties),
        "findings": [_finding(finding, titles) for finding in checked.findings],
        "figures": [_figure(figure) for figure in checked.figures],
    }


def _finding(finding: Finding, titles: Titles) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule.code,
        "severity": finding.rule.severity.value,
        "subject": {"id": finding.subject, "name": finding.name},
        "text": finding.text,
        "fix": finding.fix,
        "provenance": [
            {"file": titles[one.load], "sheet": one.sheet, "row": one.row} for one in _attestations(finding, titles)
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "code": figure.code,
        "label": figure.label,
        "reported": figure.reported,
        "computed": figure.computed,
        "unit": figure.unit,
        "agrees": figure.agrees,
        "note": figure.note,
        "source": figure.basis,
        "reportedOn": figure.reported_on.isoformat() if figure.reported_on else None,
    }


def _attestations(finding: Finding, titles: Titles) -> Iterator[Attestation]:
    return (one for one in map(Attestation.parse, finding.by) if one.load in titles)


def _show(checked: Checked, titles: Titles, as_of: date) -> None:
    if checked.figures:
        _show_figures(checked.figures)
    for severity, found in groupby(checked.findings, key=lambda finding: finding.rule.severity):
        _show_severity(severity, list(found), titles)
    counted = Counter(finding.rule.severity for finding in checked.findings)
    told = [f"{LABELS[severity]} {counted[severity]} 条" for severity in Severity if counted[severity]]
    if not counted[Severity.ERROR]:
        told.insert(0, "没有错误" if told else "没有发现问题")
    out.print(f"{as_of}，{'、'.join(checked.counties)}：{'，'.join(told)}")


def _show_figures(figures: Sequence[Figure]) -> None:
    """Every published figure beside what the graph comes to; below it what there is to say, and the source."""
    table = Table("指标", "公布", "重算", "相符", box=None, pad_edge=False)
    for column in table.columns:
        column.no_wrap = True
    for column in table.columns[1:3]:
        column.justify = "right"
    for figure in figures:
        agrees = {True: "是", False: "[bold red]否[/]", None: "[dim]不能重算[/]"}[figure.agrees]
        table.add_row(
            escape(figure.label), _with_unit(figure, figure.reported), _with_unit(figure, figure.computed), agrees
        )
    out.print(table)
    for note in dict.fromkeys(figure.note for figure in figures if figure.note):
        about = "、".join(figure.label for figure in figures if figure.note == note)
        out.print(f"[dim]{escape(about)}：{escape(note)}[/]")
    for basis in dict.fromkeys(figure.basis for figure in figures if figure.basis):
        out.print(f"[dim]公布的数字出自：{escape(basis)}[/]")
    out.print()


def _with_unit(figure: Figure, value: float | None) -> str:
    """A number with its unit; a share has none worth saying."""
    return f"{number(value)}{'' if figure.unit == '比例' else figure.unit or ''}" if value is not None else ""


def _show_severity(severity: Severity, findings: list[Finding], titles: Titles) -> None:
    shown = findings if severity is not Severity.INFO else findings[:HINTS]
    for rule, group in groupby(shown, key=lambda finding: finding.rule):
        out.print(f"{LABELS[severity]} {escape(rule.label)}")
        for finding in group:
            who = f"{finding.name}：" if finding.subject.startswith("person:") else ""
            out.print(f"  {escape(who + finding.text)}{_written(list(_attestations(finding, titles)), titles)}")
        out.print(f"  [dim]怎么办：{escape(rule.fix)}[/]")
    if len(shown) < len(findings):
        out.print(f"  另有 {len(findings) - len(shown)} 条，用 --json 看全部")


def _written(attestations: list[Attestation], titles: Titles) -> str:
    """（file·sheet·row；…）"""
    told = [_place(titles[one.load], one) for one in attestations[:ROWS]]
    more = f" 等 {len(attestations)} 处" if len(attestations) > ROWS else ""
    return f"[dim]（{escape('；'.join(told))}{more}）[/]" if told else ""


def _place(title: str, attestation: Attestation) -> str:
    row = f"第 {attestation.row} 行" if attestation.row else None
    return "·".join(part for part in (title, attestation.sheet, row) if part)
