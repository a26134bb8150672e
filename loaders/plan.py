"""What a file is before anything is looked up: its sheets as tables, its day, and what is left out from the start."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from wushe.errors import RefusedError
from wushe.loaders.dates import last_day, title_date
from wushe.loaders.layouts import Layout
from wushe.loaders.layouts.known import candidates, reading_as
from wushe.loaders.privacy import HIDDEN, REFUSED_COLUMN, refused_sheet, shown
from wushe.loaders.quarantine_mark import Mark, mark_of, unmarked, unsurprised
from wushe.loaders.reading import Document, Sheet, read_document
from wushe.loaders.reading.streamed import Body, LongText, examine, is_long_text
from wushe.loaders.recognise import Recognised, recognise
from wushe.loaders.report import Problem, Severity
from wushe.loaders.screening import screened
from wushe.loaders.words import CHOICES_SHEET
from wushe.schema import schema
from wushe.schema.kinds import Table

_REPORTER = re.compile(r"(?:填报单位|报送单位|填表单位|制表单位)[：:\s]*([^\s：:，,；;（(]+)")
SYNTHETIC = ("合成", "样例")
"""Words by which a file, or a remark, says that its people are made up."""


@dataclass(slots=True)
class Plan:
    """A file read and recognised."""

    path: Path
    document: Document
    as_of: date
    as_of_from: str
    sheets: list[Recognised] = field(default_factory=list)
    skipped: list[str | None] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mark: Mark | None = None
    """Of a quarantine workbook: what it was taken from."""
    key: str | None = None
    """What tells the file from others of its name, where its path is not known any more."""

    @property
    def titles(self) -> str:
        """The text above the headers of all sheets."""
        return "\n".join(sheet.titles for sheet in self.sheets if sheet.titles)

    @property
    def synthetic(self) -> bool:
        """Whether the file says of itself that it is a sample."""
        return any(word in self.titles for word in SYNTHETIC)


def plan_file(
    path: Path, as_of: date | None, today: date, tables: tuple[Table, ...] | None = None, *, long: int | None = None
) -> Plan:
    """Read a file and recognise its sheets, as one of `tables` where these are given.

    A text of more than `long` lines stays in its file, and is read row by row whenever it is gone through.

    Raises:
        RefusedError: it cannot be read, or no sheet of it can be loaded.
    """
    if refused_sheet(path.name, ""):
        raise RefusedError(
            f"{shown(path.name)} 按文件名涉及特殊人群或居民信息，不得载入",
            hint="请不要载入这个文件；名单不是这一类的，请改文件名",
        )
    text = examine(path) if long is not None and is_long_text(path, long) else None
    document = Document((Sheet(None, text.head),), text.sha256, text.encoding) if text else read_document(path)
    plan = Plan(path, document, today, "默认为今天")
    plan.problems += [Problem(Severity.NOTICE, note) for note in document.notes]
    with reading_as(tables or candidates()):
        for sheet in document.sheets:
            _take(plan, sheet, text)
    for name in (name for name in document.hidden if name != CHOICES_SHEET):
        plan.problems.append(Problem(Severity.NOTICE, "是隐藏的工作表，没有读取", shown(name), unread=True))
    if not plan.sheets:
        raise RefusedError(f"{shown(path.name)} 没有可以载入的工作表", hint=_why(plan))
    plan.as_of, plan.as_of_from = _day(plan, as_of, today)
    return plan


def _take(plan: Plan, sheet: Sheet, text: LongText | None) -> None:
    name = shown(sheet.name) if sheet.name else None
    try:
        recognised = _recognised(plan, sheet)
    except RefusedError as error:
        plan.problems.append(Problem(Severity.REFUSED, str(error), name, unread=True))
        plan.skipped.append(name)
        return
    if recognised is None:
        plan.skipped.append(name)
        if sheet.rows:
            plan.problems.append(Problem(Severity.NOTICE, "没有认出表头，没有读取", name, unread=True))
        return
    if text:
        recognised = replace(recognised, rows=Body(text, recognised.rows))
    name = _own_name(plan, name)
    recognised = unsurprised(screened(replace(recognised, sheet=replace(recognised.sheet, name=name))))
    plan.sheets.append(recognised)
    if HIDDEN in recognised.titles:
        plan.problems.append(Problem(Severity.REFUSED, "表头以上的文字含有证件号码，没有读取；请从文件中删去", name))
    if not recognised.rows:
        plan.problems.append(Problem(Severity.NOTICE, "只有表头，没有内容，什么也没有载入", name))
    plan.problems.extend(_columns(recognised, name))


def _own_name(plan: Plan, name: str | None) -> str | None:
    """What a sheet is called from here on; two of which nothing may be shown are told apart by their order."""
    taken = {sheet.sheet.name for sheet in plan.sheets}
    if name is None or name not in taken:
        return name
    stem = name.removesuffix("）")
    return next(one for number in range(2, len(taken) + 3) if (one := f"{stem}，第{number}个）") not in taken)


def _recognised(plan: Plan, sheet: Sheet) -> Recognised | None:
    """A sheet as whatever table fits; one of a quarantine workbook as the table it was."""
    mark = mark_of(sheet)
    if mark is None:
        return recognise(sheet)
    plan.mark = plan.mark or mark
    tables = tuple(table for table in candidates() if table.code == mark.table)
    if not tables:
        raise RefusedError(
            f"隔离簿里的行是按版式“{mark.table}”读的，现在没有这个版式", hint="请用 --mapping 写明版式文件"
        )
    with reading_as(tables):
        return recognise(unmarked(sheet))


def _columns(sheet: Recognised, name: str | None) -> list[Problem]:
    refused = [Problem(Severity.REFUSED, REFUSED_COLUMN, name, column=header) for header in sheet.refused]
    counted = [
        Problem(Severity.NOTICE, "只按镇街加总人数，不保存个人的内容", name, column=column.header)
        for column in sheet.counted
    ]
    unread = [Problem(Severity.NOTICE, "个人属性不收，已去掉", name, column=header) for header in sheet.unread]
    dropped = [Problem(Severity.NOTICE, "不是模板里的列，没有读取", name, column=header) for header in sheet.dropped]
    return [*refused, *counted, *unread, *dropped]


def _why(plan: Plan) -> str:
    refused = [problem.message for problem in plan.problems if problem.severity is Severity.REFUSED]
    if refused:
        return "；".join(refused)
    groups = "；".join(
        f"{table.label}：{'、'.join('或'.join(group) for group in table.required)}"
        for table in candidates()
        if isinstance(table, Layout) or table in schema().templates
    )
    return f"没有认出表头。每种表（名册）至少要有这些列：{groups}。可用 wushe template -o 文件.xlsx 得到模板"


def _day(plan: Plan, as_of: date | None, today: date) -> tuple[date, str]:
    """The day the file speaks for: as told, else as its titles say, else today; never later than a vague date allows."""
    if as_of is not None:
        return as_of, "--as-of"
    if plan.mark is not None:
        return plan.mark.as_of, "隔离簿"
    dated = title_date(plan.titles)
    if dated is None:
        return today, "默认为今天"
    last = last_day(dated)
    return (min(last, today) if dated[0] <= today else last), "标题"


def reporter(titles: str) -> str | None:
    """填报单位, the body a sheet says it comes from."""
    match = _REPORTER.search(titles)
    return match[1] if match else None
