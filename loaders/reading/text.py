"""Text tables: UTF-8 with or without a mark, UTF-16 with one, GB18030; commas or tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from wushe.errors import RefusedError
from wushe.loaders.reading.sheets import Sheet, gather

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAX_FIELD = 1_000_000


def read_text(name: str, content: bytes) -> tuple[Sheet, str]:
    """The table and the encoding it was in.

    Raises:
        RefusedError: no text, or quotation marks that do not pair.
    """
    text, encoding = decode(name, content)
    return gather(None, _records(name, text)), encoding


def decode(name: str, content: bytes) -> tuple[str, str]:
    """By its mark, else strictly as UTF-8, else as GB18030: UTF-8 often decodes as GB18030 too, to nonsense."""
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text, encoding
    raise RefusedError(f"{name} 不是文本，也不是工作簿", hint="请提供 .xlsx，或编码为 UTF-8、GB18030 的 .csv")


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for record in reader:
            yield line, record
            line = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(f"{name} 第 {line} 行起引号不成对，或单元格过长", hint="请改正这一行后再载入") from error


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    return "\t" if sum(line.count("\t") for line in lines) > sum(line.count(",") for line in lines) else ","
