"""Old workbooks (.xls, and .et that WPS writes in the same format): the visible sheets, with merged cells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from wushe.loaders.reading import xls_apart
from wushe.loaders.reading.problems import SAVE_AS, ContentError
from wushe.loaders.reading.sheets import MAX_MERGES, Merge, Sheet, Value, gather, plain

_WHY = {
    xls_apart.PASSWORD: ContentError("加了密码，读不出内容", "请去掉密码，另存为 .xlsx 后再载入"),
    xls_apart.TOO_LARGE: ContentError("的单元格太多，没有读取", "请删去多余的行列，或分成几个文件后再载入"),
}


def read_xls(content: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The visible sheets, and the names of the hidden ones.

    Raises:
        ContentError: another kind of file in the same envelope, a broken one, or one with a password.
    """
    command = [sys.executable, "-I", xls_apart.__file__]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=content,
            capture_output=True,
            timeout=2 * xls_apart.SECONDS,
            check=False,
            env=dict(os.environ) | {"RUST_BACKTRACE": "0"},
        )
    except subprocess.TimeoutExpired as error:
        raise ContentError("读了太久还没有读完，可能是恶意文件，没有载入", SAVE_AS) from error
    if done.returncode:
        raise _WHY.get(done.returncode) or ContentError("是读不出的旧版工作簿（.xls、.et），或已损坏", SAVE_AS)
    found = json.loads(done.stdout)
    return tuple(_sheet(sheet) for sheet in found["sheets"]), tuple(found["hidden"])


def _sheet(sheet: dict[str, Any]) -> Sheet:
    ranges = sheet["merges"][:MAX_MERGES]
    merges = [Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges]
    return gather(sheet["name"], _rows(sheet["rows"]), merges)


def _rows(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[int, list[Value]]]:
    for number, cells in enumerate(rows, start=1):
        yield number, [plain(datetime.fromisoformat(cell[0]) if isinstance(cell, list) else cell) for cell in cells]
