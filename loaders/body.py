"""The rows below a header, with the values of merged cells in every row that these reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wushe.loaders.heading import Heading
from wushe.loaders.reading import Merge, Row, Sheet, Value


def body(sheet: Sheet, heading: Heading) -> tuple[Row, ...]:
    """The rows below a header; where it is printed again, on a later page, it is passed over."""
    head = sheet.rows[heading.first : heading.last + 1]
    again = {row.cells for row in head if len(row.cells) > 1}
    below = [row for row in sheet.rows[heading.last + 1 :] if row.cells not in again]
    number = head[-1].number
    merges = [merge for merge in sheet.merges if merge.top > number and merge.bottom > merge.top]
    return tuple(_filled(below, merges)) if merges else tuple(below)


def _filled(rows: list[Row], merges: list[Merge]) -> Iterator[Row]:
    """Rows with the value of a merged cell carried down its first column; never to the side, never past its last row."""
    starting: dict[int, list[Merge]] = defaultdict(list)
    for merge in merges:
        starting[merge.top].append(merge)
    carried: dict[int, tuple[int, Value]] = {}
    for row in rows:
        for merge in starting.pop(row.number, ()):
            value = row.cells[merge.left] if merge.left < len(row.cells) else None
            if value is not None:
                carried[merge.left] = (merge.bottom, value)
        yield _with(row, carried) if carried else row


def _with(row: Row, carried: dict[int, tuple[int, Value]]) -> Row:
    cells = list(row.cells)
    filled = []
    for column, (bottom, value) in list(carried.items()):
        if row.number > bottom:
            del carried[column]
            continue
        cells.extend([None] * (column + 1 - len(cells)))
        if cells[column] is None:
            cells[column] = value
            filled.append(column)
    return Row(row.number, tuple(cells), frozenset(filled)) if filled else row
