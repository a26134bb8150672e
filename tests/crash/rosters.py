"""Made-up files to load beside those of the sample, and how all are loaded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wushe.loaders.load import LoadOptions

DAY = date(2024, 7, 15)
OPTIONS = LoadOptions(as_of=DAY)
AS_OF = (f"--as-of={DAY}",)
FACTS = 4
"""Of a grid: itself, its name, and an edge of each."""


def grids(path: Path, first: int, count: int) -> Path:
    """So many grids of one community, numbered from the first on."""
    lines = [f"第{n}网格,网格,登科寺社区,{n},2021-01-01" for n in range(first, first + count)]
    path.write_text("\n".join(["名称,类型,上级,户数,起始日期", *lines]), encoding="utf-8")
    return path
