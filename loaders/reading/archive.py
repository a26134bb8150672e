"""A zip archive as the store of a workbook's parts: read in memory, never unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from wushe.loaders.reading.problems import SAVE_AS, ContentError, damaged

MAX_UNPACKED = 400 * 2**20
MAX_PART = 64 * 2**20
"""Bytes of a part that is held in memory; sheets are streams and may be larger."""
MAX_MEMBERS = 10_000
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class Archive:
    """The members of an archive by name. What a member claims to unpack to is the most that is ever read of it.

    Raises:
        ContentError: it is broken, encrypted, or unpacks to too much.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (*BROKEN, ValueError, UnicodeError) as error:
            raise ContentError("已损坏，压缩包打不开", "请重新获取这个文件") from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MAX_MEMBERS:
            raise ContentError(f"里有 {len(members)} 个成员，可能是恶意文件，没有读取", "请向提供者核实")
        if unpacked > MAX_UNPACKED:
            raise ContentError(
                f"展开后有 {unpacked // 2**20} MB，超过 {MAX_UNPACKED // 2**20} MB，没有读取", "请分成几个文件"
            )
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise ContentError("加了密码，读不出内容", "请去掉密码，另存为 .xlsx 后再载入")
        if any(member.compress_type not in _METHODS for member in members):
            raise ContentError("的压缩方式不是工作簿用的那种", SAVE_AS)
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def under(self, folder: str) -> bool:
        """Whether there is anything in a folder."""
        return any(name.startswith(folder) for name in self._members)

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part as a stream."""
        if name not in self:
            raise damaged()
        try:
            with self._zip.open(self._members[name.lower()]) as file:
                yield file
        except BROKEN as error:
            raise damaged() from error

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """A part whose content is to be held in memory."""
        if name in self and self._members[name.lower()].file_size > MAX_PART:
            raise ContentError(f"的内部文件超过 {MAX_PART // 2**20} MB，没有读取", "请分成几个文件，或删去多余的格式")
        with self.stream(name) as file:
            yield file


def beside(part: str, target: str) -> str:
    """The name of the part that another refers to: as written from the root, else from where the other is."""
    base = "" if target.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(base, target.lstrip("/"))).removeprefix("../")
