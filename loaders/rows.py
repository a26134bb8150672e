"""The rows of a recognised sheet as lines: without notes, totals, examples and rows that must not come in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from openpyxl.utils import get_column_letter

from wushe.loaders.escaping import unescaped
from wushe.loaders.filling import Filled, filled_rows
from wushe.loaders.lines import LONGEST_CELL, Line, RowError
from wushe.loaders.reading import UNSAVED, Row, Value
from wushe.loaders.recognise import Recognised
from wushe.loaders.remarks import Cleaner, cleaners, public_remark
from wushe.loaders.report import Problem, Severity, SheetReport
from wushe.loaders.secret_numbers import holds_secret_number
from wushe.loaders.tallies import attributes_under, trait
from wushe.loaders.values import is_error, is_lossy, split_list, text_of, written
from wushe.schema.text import chinese_number, squeeze

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters that only one program knows: what a rare character becomes where its font has none."""


def lines_of(sheet: Recognised, report: SheetReport, problems: list[Problem]) -> Iterator[Line]:
    """The rows of a sheet, but for notes, totals, examples and rows that must not come in."""
    headers, clean = sheet.headers, cleaners(sheet.table)
    for filled in filled_rows(sheet):
        row = filled.row
        line = _line(sheet, filled, headers, report, problems)
        if not line.values:
            continue
        if _is_example(sheet, line):
            line.warn("与模板的示例相同，没有载入", severity=Severity.NOTICE)
            continue
        report.read += 1
        try:
            _check_cells(line)
            _keep_public(line, clean)
            _check_above(line, filled)
            _add_traits(sheet, row, line)
        except RowError as error:
            line.fail(error)
            continue
        yield line


def _line(
    sheet: Recognised, filled: Filled, headers: dict[str, str], report: SheetReport, problems: list[Problem]
) -> Line:
    row = filled.row
    values: dict[str, Value] = {}
    cells: dict[str, str] = {}
    blank: dict[str, str] = {}
    for column in sheet.columns:
        value = row.cells[column.index] if column.index < len(row.cells) else None
        address = f"{get_column_letter(column.index + 1)}{row.number}"
        if value is None:
            blank.setdefault(column.field, address)
            continue
        value = unescaped(value)
        if column.unit:
            value = with_unit(value, column.unit)
        if column.field in JOINED and column.field in values:
            value = f"{written(values[column.field])}{written(value)}"
        elif column.field in values:
            continue
        values[column.field] = value
        cells.setdefault(column.field, address)
    return Line(
        report.name,
        row.number,
        sheet.table.code,
        values,
        headers,
        blank | cells,
        sheet.titles,
        report,
        problems,
        filled=filled.fields,
    )


def _keep_public(line: Line, clean: Mapping[str, Cleaner]) -> None:
    """Let go of what remarks, and notes beside names, say of people: from here on nobody sees it."""
    for name, cleaner in clean.items():
        value = line.values.get(name)
        if isinstance(value, str) and (public := cleaner(value)) != value:
            line.values[name] = public
            if cleaner is public_remark:
                line.warn("备注里的个人情况不收，已去掉", name, Severity.NOTICE)


def _check_above(line: Line, filled: Filled) -> None:
    if filled.lost:
        raise RowError("写的是“同上”，但上面没有可以照抄的内容，请填写", filled.lost[0].field)


def _add_traits(sheet: Recognised, row: Row, line: Line) -> None:
    """What the cells to be added up say, as yes or no; an identity number refuses the row here too."""
    for column in sheet.counted:
        value = row.cells[column.index] if column.index < len(row.cells) else None
        if value is None:
            continue
        if holds_secret_number(written(value)):
            cell = f"{get_column_letter(column.index + 1)}{row.number}"
            raise RowError(f"{cell} 含有身份证号或银行卡号，整行不载入；请删去后再载入", column.field, refused=True)
        for kind in attributes_under(column.field):
            if kind.code not in line.traits and (has := trait(value, kind)) is not None:
                line.traits[kind.code] = has


JOINED = frozenset({"place", "parent"})
"""Fields that several columns may fill together: 所属镇街 and 所属村(社区)."""


def with_unit(value: Value, unit: str) -> Value:
    """1 and 1、2 with their unit: 1网格, 1网格、2网格; codes and names stay as they are."""
    parts = split_list(text_of(value))
    if not parts or any(len(part) > LONGEST_NUMBER or chinese_number(squeeze(part)) is None for part in parts):
        return value
    return "、".join(f"{part}{unit}" for part in parts)


LONGEST_NUMBER = 3
"""Characters of the longest number of a grid or a group; what is longer is a code."""


def _is_example(sheet: Recognised, line: Line) -> bool:
    """Whether a row is one of the template's examples, left as it was; every one of them says 示例."""
    if not any("示" in written(value) for value in line.values.values()):
        return False
    fields = {column.header: column.field for column in sheet.table.columns}
    filled = {name: text for name, value in line.values.items() if (text := text_of(value))}
    return any("示例" in text for text in filled.values()) and any(
        {fields[h]: text for h, text in example.items()} == filled for example in sheet.table.examples
    )


LOSSY_NUMBER = "LOSSY_NUMBER"
"""The code of a number of which a spreadsheet has lost digits."""
HASHED = re.compile(r"(?:person:[0-9a-f]{24}|need:[0-9a-f]{16})")
"""Ids that are hashes, as an export writes them."""


def _check_cells(line: Line) -> None:
    """Refuse the row for an identity number in any cell; drop what a spreadsheet has destroyed."""
    for name, value in list(line.values.items()):
        text = written(value)
        if name == "id" and HASHED.fullmatch(text):
            continue  # of any thirty thousand such ids, one or two hold what could be an identity number
        if holds_secret_number(text, credit_code=name == "uscc"):
            raise RowError(f"{line.cells[name]} 含有身份证号或银行卡号，整行不载入；请删去后再载入", name, refused=True)
        if len(text) > LONGEST_CELL:
            raise RowError(f"文字超过 {LONGEST_CELL} 字，请缩短", name, refused=True)
        if value == UNSAVED:
            _drop_unsaved(line, name)
            continue
        if is_error(value) and name == "name":
            raise RowError("已被表格软件损坏，整行没有载入；请重新填写", name)
        if is_error(value) or is_lossy(value):
            code = LOSSY_NUMBER if is_lossy(value) else None
            line.warn("数值已被表格软件损坏，未载入；请把该列设为文本格式后重新填写", name, code=code)
            del line.values[name]
        elif _PRIVATE.search(text):
            line.warn("含有自造字（只在某台电脑上能显示的字），照原样载入；请换成标准字，或用拼音代替并注明", name)


def _drop_unsaved(line: Line, name: str) -> None:
    """A formula whose value its program did not save says nothing; a nameless row waits."""
    message = "公式没有保存算好的值，请用 Excel 或 WPS 打开并保存后再载入"
    if name == "name":
        raise RowError(message, name)
    line.warn(f"{message}；这一格未载入", name, unread=True)
    del line.values[name]
