"""Text tables: UTF-8 with or without a mark, UTF-16 with one, GB18030; commas or tabs."""

from __future__ import annotations

import codecs
import csv
import io
import zlib
from collections.abc import Iterator

from wushe.loaders.reading.problems import ContentError
from wushe.loaders.reading.sheets import Sheet, Value, gather, typed_in

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAX_FIELD = 1_000_000
CERTAIN = 24
"""So many bytes beyond ASCII that are right in UTF-8 are no accident of another encoding."""


def read_text(content: bytes) -> tuple[Sheet, str]:
    """The table and the encoding it was in.

    Raises:
        ContentError: no text, or quotation marks that do not pair.
    """
    text, encoding = decode(content)
    return gather(None, _records(text)), encoding


def decode(content: bytes) -> tuple[str, str]:
    """By its mark, else strictly as UTF-8, else as GB18030: UTF-8 often decodes as GB18030 too, to nonsense."""
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            _refuse_spoiled(content, encoding, error.start)
            continue
        if "\x00" not in text:
            return text, encoding
    raise ContentError("不是文本，也不是工作簿", "请提供 .xlsx，或编码为 UTF-8、GB18030 的 .csv")


def _refuse_spoiled(content: bytes, encoding: str, start: int) -> None:
    """A text that is UTF-8 but for one spoiled place must not be read as something else."""
    right = content[:start]
    if encoding.startswith("utf-8") and sum(byte > 127 for byte in right[-100_000:]) >= CERTAIN:
        line = right.count(b"\n") + 1
        raise ContentError(f"第 {line} 行有损坏的字符，不是完整的 UTF-8", "请重新导出这个文件，或改正这一行后再载入")


def unpacked(content: bytes, limit: int) -> bytes:
    """What a gzip file holds, up to a limit.

    Raises:
        ContentError: it is broken, or holds more.
    """
    pieces: list[bytes] = []
    size = 0
    while content.strip(b"\x00"):
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            piece = stream.decompress(content, limit - size + 1)
        except zlib.error as error:
            raise ContentError("已损坏，压缩包打不开", "请重新获取这个文件") from error
        size += len(piece)
        if size > limit:
            raise ContentError(f"展开后超过 {limit // 2**20} MB，没有读取", "请分成几个文件")
        if not stream.eof:
            raise ContentError("不完整，压缩包打不开", "请重新获取这个文件")
        pieces.append(piece)
        content = stream.unused_data
    return b"".join(pieces)


def _records(text: str) -> Iterator[tuple[int, list[Value]]]:
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for record in reader:
            yield line, [typed_in(cell) for cell in record]
            line = reader.line_num + 1
    except csv.Error as error:
        raise ContentError(f"第 {line} 行起引号不成对，或单元格过长", "请改正这一行后再载入") from error


def _delimiter(text: str) -> str:
    lines = [line for line in text[:100_000].splitlines()[:20] if line.strip()]
    return "\t" if sum(line.count("\t") for line in lines) > sum(line.count(",") for line in lines) else ","
