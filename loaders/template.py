"""Blank workbooks in the tables of the contract: headers with notes, drop-down lists, examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wushe.errors import BadInputError
from wushe.loaders.words import CHOICES_SHEET, LEVELS
from wushe.schema import schema
from wushe.schema.kinds import Header, Table
from wushe.schema.values import ROLE_LABELS, STATUS_LABELS

ROWS = 2000
"""Rows that have drop-down lists and formats."""
TEXT = frozenset({"code", "uscc", "phone", "office_phone", "since", "until", "verified_on", "id", "hours"})
"""Fields whose cells are text, so that no spreadsheet destroys a long number or turns a date round."""
REQUIRED, OPTIONAL = PatternFill("solid", fgColor="F8D7C4"), PatternFill("solid", fgColor="DDE7F3")
ROSTERS: dict[str, tuple[str, ...]] = {
    "1-网格小组小区台账.xlsx": ("places",),
    "2-组织名录.xlsx": ("organizations",),
    "3-任职名册.xlsx": ("tenures",),
    "4-联动关系.xlsx": ("ties",),
    "5-事项与责任清单.xlsx": ("matters", "duties"),
    "6-需求与指标.xlsx": ("needs", "figures"),
}
"""The blank rosters that a new county gets."""


def write_template(path: Path, table: str | None = None) -> None:
    """Write a workbook of one table (by code or label), or of all, with examples.

    Raises:
        BadInputError: no such table.
        BadInputError: the file exists, or is not to be an .xlsx.
    """
    if path.suffix.lower() != ".xlsx":
        raise BadInputError(f"模板只能写成 .xlsx：{path}", hint="请改用 .xlsx 扩展名")
    if path.exists():
        raise BadInputError(f"{path} 已存在，没有覆盖", hint="请换一个文件名，或先移走它")
    _save(_workbook([_table(table)] if table else schema().templates, examples=True), path)


def write_blank_rosters(folder: Path, county_name: str) -> list[Path]:
    """Write the blank rosters of a county into a folder; what exists stays. Gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, codes in ROSTERS.items():
        path = folder / name
        if not path.exists():
            tables = [schema().tables[code] for code in codes]
            _save(_workbook(tables, examples=False, title=f"填报单位：{county_name}  填报时间："), path)
            written.append(path)
    return written


def _save(workbook: Workbook, path: Path) -> None:
    """Exclusively: a file that appears in the meantime is not overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            workbook.save(file)
    except FileExistsError as error:
        raise BadInputError(f"{path} 已存在，没有覆盖", hint="请换一个文件名，或先移走它") from error


def _table(word: str) -> Table:
    for table in schema().templates:
        if word in {table.code, table.label}:
            return table
    known = "、".join(f"{table.code}（{table.label}）" for table in schema().templates)
    raise BadInputError(f"没有名为 {word} 的表", hint=f"可选：{known}")


def _workbook(tables: Sequence[Table], *, examples: bool, title: str = "") -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = [workbook.create_sheet(table.label) for table in tables]
    lists = _Lists(workbook.create_sheet(CHOICES_SHEET))
    for table, sheet in zip(tables, sheets, strict=True):
        _fill(sheet, table, lists, title)
        if examples:
            _add_examples(sheet, table)
    lists.hide()
    return workbook


class _Lists:
    """The hidden sheet that holds the drop-down lists: a list inside a rule may have 255 characters only."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}

    def rule(self, choices: Sequence[str]) -> DataValidation:
        """A rule that offers these words and lets others pass: aliases load too."""
        key = tuple(choices)
        if key not in self._ranges:
            self._ranges[key] = self._write(key)
        rule = DataValidation(type="list", formula1=self._ranges[key], allow_blank=True)
        rule.showErrorMessage = False
        return rule

    def hide(self) -> None:
        """Out of the reader's sight; the loader passes over hidden sheets."""
        self._sheet.sheet_state = "hidden"

    def _write(self, choices: tuple[str, ...]) -> str:
        column = len(self._ranges) + 1
        for row, choice in enumerate(choices, start=1):
            self._sheet.cell(row, column, choice)
        letter = get_column_letter(column)
        return f"{quote_sheetname(CHOICES_SHEET)}!${letter}$1:${letter}${len(choices)}"


def choices(header: Header) -> list[str]:
    """The words that a column offers."""
    declared = schema()
    kinds: dict[str, Iterable[Any]] = {
        "places": declared.places.values(),
        "organizations": declared.organizations.values(),
        "posts": declared.posts.values(),
        "ties": declared.ties.values(),
    }
    words = {
        "statuses": list(STATUS_LABELS.values()),
        "roles": list(ROLE_LABELS.values()),
        "levels": [*LEVELS, *(declared.places[code].label for code in ("group", "estate", "cell"))],
    }
    offered = header.choices_of or ""
    if offered in kinds:
        return [kind.label for kind in kinds[offered]]
    return words.get(offered, list(header.choices))


def _fill(sheet: Worksheet, table: Table, lists: _Lists, title: str) -> None:
    top = 1
    if title:
        sheet.cell(1, 1, title)
        top = 2
    required = {table.template[0].header, *(group[0] for group in table.required if len(group) == 1)}
    for column, header in enumerate(table.template, start=1):
        _head(sheet, top, column, header, required=header.header in required)
        _body(sheet, top, column, header, lists)
    sheet.freeze_panes = f"B{top + 1}"


def _head(sheet: Worksheet, row: int, column: int, header: Header, *, required: bool) -> None:
    cell = sheet.cell(row, column, header.header)
    cell.font = Font(bold=True)
    cell.fill = REQUIRED if required else OPTIONAL
    cell.alignment = Alignment(horizontal="center")
    note = "；".join(filter(None, ("必填" if required else "", header.note)))
    if note:
        cell.comment = Comment(note, "Wushe", height=80, width=240)
    letter = get_column_letter(column)
    sheet.column_dimensions[letter].width = max(14, 2 * len(header.header) + 6)


def _body(sheet: Worksheet, top: int, column: int, header: Header, lists: _Lists) -> None:
    letter = get_column_letter(column)
    if header.field in TEXT:
        sheet.column_dimensions[letter].number_format = "@"
    if offered := choices(header):
        rule = lists.rule(offered)
        sheet.add_data_validation(rule)
        rule.add(f"{letter}{top + 1}:{letter}{top + ROWS}")


def _add_examples(sheet: Worksheet, table: Table) -> None:
    """Rows in grey; as long as they are left as they are, the loader passes over them."""
    columns = {header.header: column for column, header in enumerate(table.template, start=1)}
    for row, example in enumerate(table.examples, start=2):
        for header, text in example.items():
            cell = sheet.cell(row, columns[header], text)
            cell.font = Font(color="808080", italic=True)
            cell.number_format = "@"
