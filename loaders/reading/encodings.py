"""In which encoding a text is: as its mark says, else UTF-8 where all of it is, else GB18030."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from itertools import chain

from wushe.loaders.reading.problems import ContentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CERTAIN = 24
"""So many bytes beyond ASCII that are right in UTF-8 are no accident of another encoding."""
_ASCII = bytes(range(128))
Blocks = Callable[[], Iterable[bytes]]
"""The bytes of a text from its beginning, as often as they are asked for."""


def encoding_of(blocks: Blocks, *, begun: bool = False) -> str:
    """The encoding of a text, or of its beginning (`begun`): UTF-8 often decodes as GB18030 too, to nonsense.

    Raises:
        ContentError: no text; or UTF-8 but for one spoiled place, which must not be read as something else.
    """
    first = next(iter(blocks()), b"")
    marked = next((encoding for mark, encoding in MARKS if first.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        if _is_in(blocks(), encoding, begun):
            return encoding
    if not marked and b"\x00" in first:
        raise ContentError("不是能读的文本（若是 UTF-16，缺少开头的标记）", "请另存为 .xlsx，或编码为 UTF-8 的 .csv")
    raise ContentError("不是文本，也不是工作簿", "请提供 .xlsx，或编码为 UTF-8、GB18030 的 .csv")


def _is_in(blocks: Iterable[bytes], encoding: str, begun: bool) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    lines, beyond = 1, 0
    try:
        for block in chain(blocks, (b"",)):
            if "\x00" in decoder.decode(block, final=not block and not begun):
                return False
            lines, beyond = lines + block.count(b"\n"), beyond + _beyond(block)
    except UnicodeDecodeError as error:
        right = error.object[: error.start]
        if encoding.startswith("utf-8") and beyond + _beyond(right) >= CERTAIN:
            line = lines + right.count(b"\n")
            reason = f"第 {line} 行有损坏的字符，不是完整的 UTF-8"
            raise ContentError(reason, "请重新导出这个文件，或改正这一行后再载入") from error
        return False
    return True


def _beyond(block: bytes) -> int:
    """How many bytes are not ASCII."""
    return len(block.translate(None, _ASCII))
