"""Workbooks (.xlsx): the visible sheets, cell by cell as a stream, with the values that formulas had when saved."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import Any

from openpyxl import load_workbook

from wushe.errors import RefusedError
from wushe.loaders.reading.sheets import Sheet, gather

MAX_UNPACKED = 400 * 2**20


def read_xlsx(name: str, content: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The visible sheets, and the names of the hidden ones.

    Raises:
        RefusedError: a broken archive, another kind of archive, or one that unpacks to too much.
    """
    _check_archive(name, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _sheets(content)
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError(
            f"{name} 是损坏的工作簿，读不出内容", hint="请用 Excel 或 WPS 打开修复，另存后再载入"
        ) from error


def _check_archive(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise RefusedError(f"{name} 已损坏，压缩包打不开", hint="请重新获取这个文件") from error
    if not any(member.filename.endswith("xl/workbook.xml") for member in members):
        raise RefusedError(f"{name} 不是 .xlsx 工作簿", hint="请用 Excel 或 WPS 打开，另存为 .xlsx 后再载入")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise RefusedError(
            f"{name} 展开后有 {unpacked // 2**20} MB，超过 {MAX_UNPACKED // 2**20} MB", hint="请分成几个文件"
        )


def _sheets(content: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        visible, hidden = [], []
        for worksheet in workbook.worksheets:
            if worksheet.sheet_state != "visible":
                hidden.append(worksheet.title)
            else:
                visible.append(_sheet(worksheet))
        return tuple(visible), tuple(hidden)
    finally:
        workbook.close()


def _sheet(worksheet: Any) -> Sheet:
    worksheet.reset_dimensions()  # files of other programs may claim a size that is not theirs
    return gather(worksheet.title, enumerate(worksheet.iter_rows(values_only=True), start=1))
