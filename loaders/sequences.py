"""Columns that only number the rows (序号): known, said nothing of, and not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wushe.loaders.reading import Row
from wushe.loaders.values import written

_HEADERS = re.compile(r"序号?|顺序号?|项次|No\.?", re.IGNORECASE)


def is_sequence(header: str, index: int, rows: Sequence[Row]) -> bool:
    """Whether a column numbers the rows: by its header, and 编号 where 1, 2, 3 is what stands below."""
    if _HEADERS.fullmatch(header):
        return True
    cells = (row.cells[index] for row in rows if index < len(row.cells))
    numbers = [int(text) for cell in cells if cell is not None and (text := written(cell).strip()).isdecimal()]
    return header == "编号" and bool(numbers) and numbers == list(range(1, len(numbers) + 1))
