"""Cells that a spreadsheet would take for a formula, or the loader for a footnote: written with an apostrophe before them.

`escaped` and `unescaped` are inverse for every text, so an export loads back as it was.
"""

from __future__ import annotations

import re
from typing import TypeVar

MARK = "'"
_RISKY = re.compile(
    r"'*(?:[=+\-@＝＋－＠\t\r]|(?:合计|小计|总计|共计)|(?:注|备注|说明|填表人|审核人|制表人?|填报人|单位负责人)[:：])"
)
"""What begins a formula (CWE-1236), and what the loader takes for the foot of a roster; with any apostrophes before it."""

V = TypeVar("V")


def escaped(text: str) -> str:
    """The text as it is written into a cell."""
    return MARK + text if _RISKY.match(text) else text


def unescaped(value: V) -> V | str:
    """The text of a cell as it was before `escaped`; other values and other texts stay."""
    if isinstance(value, str) and value.startswith(MARK) and _RISKY.match(value):
        return value[1:]
    return value
