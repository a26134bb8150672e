"""Rows that are no rows: subtotals, totals, notes, signatures; and what totals say of the number of people."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wushe.loaders.reading import Row
from wushe.loaders.values import written
from wushe.schema.text import squeeze

_SUM = r"(?:合计|小计|总计|共计|累计|总人数|合计人数|小计人数)"
_TOTAL = re.compile(rf"(?:.{{0,14}}?)({_SUM})(?:人数)?(?:\((\D{{1,2}})\))?[::]?(?:共)?(\d+)?(人|名|户|个|支|家|行)?")
_ONLY = re.compile(rf"{_SUM}(?:人数)?[::]?")
_SIGNED = (
    "备注|说明|填表(?:人|时间|日期)|审核人?|审批人?|制表(?:人|时间|日期)?|填报(?:人|单位|时间|日期)|复核人?|经办人|联系人|联系电话|"
    "(?:单位|主要|分管)?(?:负责人|领导)(?:\\(?签[字名章]\\)?)?|签[字名章]|(?:单位)?\\(?盖章\\)?|日期"
)
_NOTE = re.compile(rf"(?:注(?:\d{{1,2}}|意)?|※|\*注|(?:{_SIGNED})(?:\([^()]*\))?)[:：]")
_SEAL = re.compile(r"(?:单位)?[(]?(?:盖章|公章|签章)[)]?")
_DATE = re.compile(r"(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?")
_ITEM = re.compile(r"(?:注?[(]?\d{1,2}[)]?[.、．])")


@dataclass(frozen=True, slots=True)
class Total:
    """What a total says: so many people (or rows) since the row after `since`, the whole sheet where that is 0."""

    row: int
    number: int
    since: int = 0


STRICT = frozenset({"matters", "duties", "needs", "figures"})
"""Tables whose first column holds free words, in which only what begins like a foot is one."""


def is_foot(row: Row, table: str) -> bool:
    """Whether a row of a table is a total, a note or a signature."""
    own = (cell for index, cell in enumerate(row.cells) if cell is not None and index not in row.filled)
    texts = [squeeze(text) for cell in own if (text := written(cell)).strip()]
    if not texts:
        return False
    if _ONLY.match(texts[0]) or _NOTE.match(texts[0]) or _SEAL.fullmatch(texts[0]):
        return True
    if table in STRICT:
        return False
    if any(_ONLY.fullmatch(text) for text in texts) or _TOTAL.fullmatch(texts[0]):
        return True
    return len(set(texts)) == 1 and bool(_DATE.fullmatch(texts[0]) or _ITEM.match(texts[0]))


def totals_of(rows: Collection[Row], counted: Collection[int], table: str) -> Iterator[Total]:
    """The totals of a sheet that count people: in words (合计16人), else as a number in one of the columns `counted`."""
    since = 0
    for row in rows:
        cells = [squeeze(written(cell)) if cell is not None else "" for cell in row.cells]
        label = next((found for text in cells if text and (found := _TOTAL.fullmatch(text))), None)
        if label is None or not is_foot(row, table):
            continue
        number = _number(label, cells, counted)
        if label[1].startswith("小计"):
            if number is not None:
                yield Total(row.number, number, since)
            since = row.number
        elif number is not None:
            yield Total(row.number, number)


def _number(label: re.Match[str], cells: list[str], counted: Collection[int]) -> int | None:
    if label[3]:
        return int(label[3]) if label[4] != "户" else None
    spoken = (re.fullmatch(r"(?:共)?(\d{1,7})(?:人|名)", text) for text in cells)
    plain = (re.fullmatch(r"(\d{1,7})", cells[index]) for index in counted if index < len(cells))
    return next((int(found[1]) for found in (*spoken, *plain) if found), None)
