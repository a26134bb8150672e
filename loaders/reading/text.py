"""Text tables: UTF-8 with or without a mark, UTF-16 with one, GB18030; commas or tabs."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator

from wushe.loaders.reading.encodings import encoding_of
from wushe.loaders.reading.problems import ContentError
from wushe.loaders.reading.sheets import Sheet, Value, gather, typed_in

MAX_FIELD = 1_000_000


def read_text(content: bytes) -> tuple[Sheet, str]:
    """The table and the encoding it was in.

    Raises:
        ContentError: no text, or quotation marks that do not pair.
    """
    text, encoding = decode(content)
    return gather(None, _records(text)), encoding


def decode(content: bytes) -> tuple[str, str]:
    """The text and the encoding it was in.

    Raises:
        ContentError: as in `encoding_of`.
    """
    encoding = encoding_of(lambda: (content,))
    return content.decode(encoding), encoding


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
