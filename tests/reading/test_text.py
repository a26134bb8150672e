"""Text tables: which encoding, which separator, what programs put around numbers."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from wushe.errors import RefusedError
from wushe.loaders.divisions.reading import is_division_list, read_list
from wushe.loaders.reading import Document, read_document
from wushe.loaders.reading.streamed import examine

TABLE = "单位,岗位,姓名\n登科寺社区,书记,䶮三\n"


def read(folder: Path, content: bytes, name: str = "名册.csv") -> Document:
    """A file of these bytes as it is read."""
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t"])
@pytest.mark.parametrize("pack", [False, True])
def test_encodings(tmp_path: Path, encoding: str, separator: str, pack: bool) -> None:
    """Told by the bytes, packed or not; characters that only GB18030 has survive."""
    content = TABLE.replace(",", separator).encode(encoding)
    document = read(tmp_path, gzip.compress(content) if pack else content)
    assert document.encoding == encoding
    assert document.sheets[0].rows[1].cells == ("登科寺社区", "书记", "䶮三")


def test_utf_8_is_never_read_as_something_else(tmp_path: Path) -> None:
    """张三 in UTF-8 is 寮犱笁 in GB18030; and one spoiled character does not turn the file into that."""
    assert read(tmp_path, "单位,姓名\n甲,张三\n".encode()).sheets[0].rows[1].cells == ("甲", "张三")
    spoiled = (TABLE * 3).encode()[:-6] + b"\xe4\xb8\n"
    assert spoiled.decode("gb18030", "replace")
    with pytest.raises(RefusedError, match=r"名册\.csv 第 6 行有损坏的字符"):
        read(tmp_path, spoiled)


def test_numbers_kept_as_text(tmp_path: Path) -> None:
    """An apostrophe or ="…" around a number is not part of it; a formula in words is data."""
    document = read(tmp_path, 'a,b,c,d,e\n\'0827,"=""0012""",=1+1,\'甲,-\n'.encode())
    assert document.sheets[0].rows[1].cells == ("0827", "0012", "=1+1", "'甲", "-")


def test_packed_files_are_bounded(tmp_path: Path) -> None:
    """What unpacks to too much, is cut short, or holds another archive is refused."""
    small = gzip.compress(b"a,b\n")
    for content, words in [
        (gzip.compress(bytes(101 * 2**20)), "展开后超过 100 MB"),
        (small[:-6], "不完整"),
        (b"\x1f\x8b\x08broken", "已损坏"),
        (gzip.compress(small), "套着压缩包"),
    ]:
        with pytest.raises(RefusedError, match=words):
            read(tmp_path, content)


def test_several_members_are_one_file(tmp_path: Path) -> None:
    """As gzip itself has it."""
    assert len(read(tmp_path, gzip.compress(b"a,b\n") + gzip.compress(b"1,2\n")).sheets[0].rows) == 2


@pytest.mark.parametrize("fault", [b"\xe4\xb8\n", b"\xff"])
def test_a_spoiled_long_text_or_list_is_told_with_its_line(tmp_path: Path, fault: bytes) -> None:
    """However a text is read, one spoiled character does not turn it into another encoding."""
    header, row = "code,name,level,parent_code\n", "511903100,明阳镇,town,511903\n"
    path = tmp_path / "名单.csv"
    path.write_bytes((header + row * 200_000).encode() + fault + row.encode())
    with pytest.raises(RefusedError, match=r"名单\.csv 第 200002 行有损坏的字符"):
        examine(path)
    assert is_division_list(path)
    with pytest.raises(RefusedError, match=r"名单\.csv 第 200002 行有损坏的字符"):
        read_list(path, str.isdigit)


def test_text_of_two_bytes_without_a_mark(tmp_path: Path) -> None:
    """It cannot be told from anything else; the next step is said."""
    with pytest.raises(RefusedError, match="UTF-16，缺少开头的标记"):
        read(tmp_path, TABLE.encode("utf-16-le"))
