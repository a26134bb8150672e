"""A program of its own that turns an old workbook on its standard input into JSON, within limits.

The library that knows the format trusts what files say of themselves: a hostile one makes it take all memory, and with it
whoever called it. It imports nothing of ours so that it starts at once.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, time
from typing import Any

MEMORY = 2 << 30
SECONDS = 60
MAX_CELLS = 5_000_000
PASSWORD, TOO_LARGE = 3, 4
"""Exit codes; any other but 0 is a broken file."""


def limit() -> None:
    """Bound what this process may take, where the system can."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read, and write what was read: the sheets, and the names of the hidden ones."""
    limit()
    from python_calamine import (  # noqa: PLC0415 - within the limits
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    except PasswordError:
        return PASSWORD
    sheets, hidden = [], []
    for one in workbook.sheets_metadata:
        if one.typ != SheetTypeEnum.WorkSheet:
            continue
        if one.visible != SheetVisibleEnum.Visible:
            hidden.append(one.name)
            continue
        sheet = workbook.get_sheet_by_name(one.name)
        if sheet.height * sheet.width > MAX_CELLS:
            return TOO_LARGE
        rows = [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        sheets.append({"name": one.name, "rows": rows, "merges": sheet.merged_cell_ranges or []})
    json.dump({"sheets": sheets, "hidden": hidden}, sys.stdout, ensure_ascii=True)
    return 0


def _plain(cell: Any) -> Any:
    """A cell as JSON: a date is a list of its one text."""
    if isinstance(cell, date):
        return [cell.isoformat()]
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


if __name__ == "__main__":
    sys.exit(main())
