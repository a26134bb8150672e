"""Tell what a file is by its first bytes, and read it or say why not."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from wushe.errors import BadInputError, RefusedError
from wushe.loaders.privacy import shown
from wushe.loaders.reading.problems import SAVE_AS, ContentError
from wushe.loaders.reading.sheets import Document
from wushe.loaders.reading.spreadsheetml import is_spreadsheetml, read_spreadsheetml
from wushe.loaders.reading.text import read_text, unpacked
from wushe.loaders.reading.webpage import is_webpage, read_webpage
from wushe.loaders.reading.xls import read_xls
from wushe.loaders.reading.xlsx import read_xlsx

MAX_BYTES = 100 * 2**20
NEVER_TEXT = frozenset({".xlsx", ".xlsm", ".et"})
"""No program gives these names to text; under .xls they do."""
GZIP, ZIP, OLD = b"\x1f\x8b", b"PK", b"\xd0\xcf\x11\xe0"
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)
_ARCHIVED_PAGE = re.compile(rb"mime-version:", re.IGNORECASE)


def read_document(path: Path) -> Document:
    """Read a workbook or a text table, whatever its name says it is.

    Raises:
        BadInputError: there is no such file.
        RefusedError: it is none that can be read; the message names it and says what to do.
    """
    content = read_bytes(path)
    try:
        return _document(content, hashlib.sha256(content).hexdigest(), path.suffix.lower())
    except ContentError as error:
        raise RefusedError(f"{shown(path.name)} {error.reason}", hint=error.hint) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file of a size that a roster may have; nothing else is opened, so a pipe cannot hang.

    Raises:
        BadInputError: there is no such file.
        RefusedError: it is too large, or may not be read.
    """
    name = shown(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadInputError(f"{shown(str(path))} 不是普通文件", hint="请给出文件或文件夹的路径")
        if status.st_size > MAX_BYTES:
            raise RefusedError(
                f"{name} 有 {status.st_size // 2**20} MB，超过 {MAX_BYTES // 2**20} MB", hint="请分成几个文件"
            )
        with open(path, "rb", opener=_open) as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise BadInputError(f"没有这个文件：{shown(str(path))}", hint="请检查路径") from error
    except OSError as error:
        raise RefusedError(f"{name} 无法读取（{error.strerror}）", hint="请检查文件的权限") from error


def _open(path: str, flags: int) -> int:
    """Should the file have become a pipe meanwhile, it does not wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _document(content: bytes, digest: str, suffix: str) -> Document:
    if content.startswith(GZIP):
        content = unpacked(content, MAX_BYTES)
        if content.startswith((GZIP, ZIP, OLD)):
            raise ContentError("是套着压缩包的压缩包，没有读取", "请先解开，再载入里面的文件")
    if not content.strip():
        raise ContentError("是空文件", "请确认文件已保存，或重新导出后再载入")
    if content.startswith(ZIP):
        sheets, hidden, notes = read_xlsx(content)
        return Document(sheets, digest, hidden=hidden, notes=notes)
    if content.startswith(OLD):
        sheets, hidden = read_xls(content)
        return Document(sheets, digest, hidden=hidden)
    return _text_document(content, digest, suffix)


def _text_document(content: bytes, digest: str, suffix: str) -> Document:
    _refuse_others(content)
    if is_spreadsheetml(content):
        sheets, hidden, encoding = read_spreadsheetml(content)
        return Document(sheets, digest, encoding, hidden)
    if is_webpage(content):
        sheet, encoding = read_webpage(content)
    elif suffix in NEVER_TEXT:
        raise ContentError(f"的扩展名是 {suffix}，内容却不是工作簿", f"是文本表格请改名为 .csv；{SAVE_AS}")
    else:
        sheet, encoding = read_text(content)
    return Document((sheet,), digest, encoding)


def _refuse_others(content: bytes) -> None:
    for mark, what in _OTHERS:
        if content.startswith(mark):
            raise ContentError(f"是{what}，不是表格文件", "请提供 .xlsx、.xls 或 .csv")
    if _ARCHIVED_PAGE.match(content):
        raise ContentError("是单个文件的网页（.mht），不是工作簿", SAVE_AS)
