"""The report of a load as people read it: each sheet, then what is wrong by kind, then what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.markup import escape

from wushe.cli.console import err, out
from wushe.loaders.grouping import Group, grouped
from wushe.loaders.layouts import layouts
from wushe.loaders.report import LoadReport, Severity, SheetReport
from wushe.schema import schema

SHOWN = 20
"""Kinds of problem of one file that are printed; --json gives every problem."""
STYLES = {Severity.REFUSED: "red", Severity.QUARANTINED: "yellow", Severity.WARNING: "yellow", Severity.NOTICE: "dim"}


def show_reports(reports: Sequence[LoadReport]) -> None:
    """All files, and at the end what to do next."""
    for report in reports:
        show_report(report)
    for step in dict.fromkeys(step for report in reports if (step := report.next_step())):
        out.print(f"[bold]下一步：[/]{escape(step)}")


def show_report(report: LoadReport) -> None:
    """One file: what became of it, sheet by sheet, what is wrong in it and where."""
    out.print(f"[bold]{escape(report.summary())}[/]")
    if not report.error_code and not report.unchanged:
        for line in _sheets(report):
            out.print(f"  {escape(line)}")
    for change in report.preview or ():
        out.print(f"  {escape(str(change))}", soft_wrap=True)
    show_problems(report)


def show_problems(report: LoadReport) -> None:
    """What is wrong in a file, by kind, the worst first."""
    groups = [group for group in grouped(report.problems) if not _is_told(group, report)]
    for group in groups[:SHOWN]:
        err.print(f"  [{STYLES[group.first.severity]}]{group.label}[/] {escape(str(group))}")
    if len(groups) > SHOWN:
        err.print(f"  另有 {len(groups) - SHOWN} 类问题，用 --json 看全部")


def _is_told(group: Group, report: LoadReport) -> bool:
    """Whether a line above says it already: why the file was refused, or which columns were not read."""
    if group.first.severity is Severity.NOTICE and group.first.column and not group.first.row:
        return not report.unchanged and not report.error_code
    return bool(report.error_code) and group.first.message in (report.error or "")


def _sheets(report: LoadReport) -> Iterator[str]:
    if report.load and report.preview is None and report.total("loaded"):
        yield f"编号：{report.load}（撤销：wushe load --undo {report.load}）"
    if report.encoding:
        yield f"文本编码：{report.encoding}"
    for sheet in report.sheets:
        name = f"工作表“{sheet.name}”" if sheet.name else "表格"
        if sheet.table is None:
            yield f"{name}：没有读取"
            continue
        yield f"{name}（{_label(sheet.table)}）：{_counts(sheet)}"
        yield from (f"  {what}：{'、'.join(headers)}" for what, headers in _columns(sheet) if headers)


def _label(table: str) -> str:
    known = schema().tables.get(table) or layouts().get(table)
    return known.label if known else table


def _counts(sheet: SheetReport) -> str:
    counts = f"读到 {sheet.read} 行，载入 {sheet.loaded} 行"
    counts += f"，隔离 {sheet.quarantined} 行" if sheet.quarantined else ""
    return counts + (f"，拒绝 {sheet.refused} 行" if sheet.refused else "")


def _columns(sheet: SheetReport) -> list[tuple[str, list[str]]]:
    return [
        ("读取的列", sheet.kept),
        ("只按镇街加总、不留个人内容的列", sheet.counted),
        ("没有读取的列（不认识，或不收的个人属性）", sheet.dropped),
        ("拒绝的列", sheet.refused_columns),
    ]
