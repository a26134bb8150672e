"""XML as a stream of events, with a bound on everything that a hostile file could make grow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Protocol
from xml.parsers import expat

from wushe.loaders.reading.problems import ContentError, damaged

CHUNK = 1 << 16
MAX_TOKEN = 1 << 20
"""Bytes of the longest tag or comment; the parser holds one whole."""
MAX_NAMES = 10_000
"""Different names of elements and attributes; the parser keeps every one."""
MAX_DEPTH = 256
MAX_TEXT = 100_000
"""Characters of the longest cell; spreadsheets themselves hold 32,767."""


class Handler(Protocol):
    """Takes the events of a document; its text comes in pieces."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """A piece of text."""


class Names(dict[str, str]):
    """Names of elements and attributes without their prefix: programs differ in these."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


def walk(stream: IO[bytes], handler: Handler, encoding: str | None = None) -> Iterator[None]:
    """Give a document's events to a handler, pausing after each piece.

    Document types, and with them every entity of the file's own, are refused before any of them is read.

    Raises:
        ContentError: no XML, one with a document type, or one with a part beyond all measure.
    """
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    fed = 0
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MAX_TOKEN or len(parser.intern) > MAX_NAMES:
                raise oversized()
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged() from error
    yield


def oversized() -> ContentError:
    """No program of spreadsheets writes such XML."""
    return ContentError("的内容异常庞大，可能是恶意文件，没有读取", "请向提供者核实，或请其另存为普通的 .xlsx")


def too_long() -> ContentError:
    """A cell no person has written."""
    return ContentError(f"有单元格的文字超过 {MAX_TEXT} 字，没有读取", "请缩短这个单元格后再载入")


def _refuse_doctype(*_: object) -> None:
    raise ContentError(
        "的 XML 含有实体定义（DOCTYPE），可能是恶意文件，没有读取", "请向提供者核实，或另存为普通的 .xlsx"
    )


class _Outline:
    """Every element with its parent; no text."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, dict[str, str]]] = []
        self._path = [""]
        self._names = Names()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names[name]
        self.found.append((self._path[-1], local, {self._names[key]: value for key, value in attributes.items()}))
        self._path.append(local)
        if len(self._path) > MAX_DEPTH:
            raise oversized()

    def end(self, _: str) -> None:
        self._path.pop()

    def text(self, _: str) -> None:
        """Nothing is kept of it."""


def elements(stream: IO[bytes]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The parent, name and attributes of every element, as a stream; names are without prefixes."""
    outline = _Outline()
    for _ in walk(stream, outline):
        yield from outline.found
        outline.found.clear()
