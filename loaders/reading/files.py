"""Tell what a file is by its first bytes, and read it or say why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wushe.errors import BadInputError, RefusedError
from wushe.loaders.privacy import shown
from wushe.loaders.reading.sheets import Document
from wushe.loaders.reading.text import read_text
from wushe.loaders.reading.xlsx import read_xlsx

MAX_BYTES = 100 * 2**20
SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再载入"


def read_document(path: Path) -> Document:
    """Read a workbook or a text table.

    Raises:
        BadInputError: there is no such file.
        RefusedError: it is none that can be read; the message names it and says what to do.
    """
    content = _bytes(path)
    digest = hashlib.sha256(content).hexdigest()
    if not content.strip():
        raise RefusedError(f"{shown(path.name)} 是空文件", hint="请确认文件已保存，或重新导出后再载入")
    if content.startswith(b"PK\x03\x04"):
        sheets, hidden = read_xlsx(shown(path.name), content)
        return Document(sheets, digest, hidden=hidden)
    _refuse_others(path, content)
    sheet, encoding = read_text(shown(path.name), content)
    return Document((sheet,), digest, encoding)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise BadInputError(f"没有这个文件：{shown(str(path))}", hint="请检查路径")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise RefusedError(
            f"{shown(path.name)} 有 {size // 2**20} MB，超过 {MAX_BYTES // 2**20} MB", hint="请分成几个文件"
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{shown(path.name)} 无法读取（{error.strerror}）", hint="请检查文件的权限") from error


def _refuse_others(path: Path, content: bytes) -> None:
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedError(f"{shown(path.name)} 是旧版 .xls 或加了密码的工作簿", hint=SAVE_AS)
    if head.startswith((b"<?xml", b"<html", b"<!doctype", b"<table")):
        raise RefusedError(f"{shown(path.name)} 其实是网页或 XML，不是工作簿", hint=SAVE_AS)
    if path.suffix.lower() in {".xlsx", ".xlsm", ".xls", ".et"}:
        raise RefusedError(
            f"{shown(path.name)} 的扩展名是 {path.suffix}，内容却不是工作簿", hint="是文本表格请改名为 .csv；" + SAVE_AS
        )
    if content.startswith((b"%PDF", b"\x1f\x8b", b"Rar!", b"7z")):
        raise RefusedError(f"{shown(path.name)} 不是表格文件", hint="请提供 .xlsx 或 .csv")
