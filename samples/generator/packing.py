"""Zip archives that are the same bytes on every machine.

The members are deflated (RFC 1951) by the few lines here, because two builds of zlib may deflate one text differently.
A megabyte takes about a third of a second.
"""

import struct
from collections.abc import Iterator, Mapping
from zlib import crc32

SHORTEST, LONGEST, FARTHEST = 4, 258, 32768
DEFLATED = 8
DATE = (2024 - 1980) << 9 | 7 << 5 | 15
TIME = 9 << 11
MODE = 0o644 << 16
UNIX = 3 << 8
VERSION = 20


def archive(members: Mapping[str, bytes]) -> bytes:
    """A zip archive of these members in this order."""
    body, directory = bytearray(), bytearray()
    for name, content in members.items():
        packed, path = deflate(content), name.encode("ascii")
        fields = (DEFLATED, TIME, DATE, crc32(content), len(packed), len(content), len(path))
        directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, UNIX | VERSION, VERSION, 0, *fields, 0, 0, 0, 0, MODE, len(body)
        )
        directory += path
        body += struct.pack("<IHHHHHIIIHH", 0x04034B50, VERSION, 0, *fields, 0) + path + packed
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(members), len(members), len(directory), len(body), 0)
    return bytes(body + directory + end)


def deflate(data: bytes) -> bytes:
    """One block with the fixed codes."""
    out, held, count = bytearray(), 0b011, 3  # the last block, with fixed codes
    for bits, width in _codes(data):
        held |= bits << count
        count += width
        if count >= 32:
            out += (held & 0xFFFFFFFF).to_bytes(4, "little")
            held >>= 32
            count -= 32
    return bytes(out + held.to_bytes((count + 7) // 8, "little"))


def _codes(data: bytes) -> Iterator[tuple[int, int]]:
    """The codes of literals and of repetitions, each as bits (the first one lowest) and their number."""
    place = 0
    for start, length, distance in _repetitions(data):
        for byte in data[place:start]:
            yield LITERALS[byte]
        yield LENGTHS[length]
        yield _distance(distance)
        place = start + length
    for byte in data[place:]:
        yield LITERALS[byte]
    yield LITERALS[256]


def _repetitions(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Where a stretch begins that was there before, how long it is, and how far back it was; greedily."""
    seen: dict[bytes, int] = {}
    place, end = 0, len(data)
    while place <= end - SHORTEST:
        key = data[place : place + SHORTEST]
        before = seen.get(key, -FARTHEST - 1)
        seen[key] = place
        if place - before > FARTHEST:
            place += 1
            continue
        length, most = SHORTEST, min(LONGEST, end - place)
        while length < most and data[before + length] == data[place + length]:
            length += 1
        yield place, length, place - before
        for inside in range(place + 1, min(place + length, end - SHORTEST)):
            seen[data[inside : inside + SHORTEST]] = inside
        place += length


def _reversed(code: int, width: int) -> tuple[int, int]:
    return int(f"{code:0{width}b}"[::-1], 2), width


def _literal(value: int) -> tuple[int, int]:
    """The fixed code of a literal, the end (256) or the symbol of a length."""
    if value < 144:
        return _reversed(0x30 + value, 8)
    if value < 256:
        return _reversed(0x190 + value - 144, 9)
    if value < 280:
        return _reversed(value - 256, 7)
    return _reversed(0xC0 + value - 280, 8)


def _steps(first: int, groups: Mapping[int, int], most: int) -> list[tuple[int, int]]:
    """The smallest value and the number of further bits of every symbol: so many symbols for each number of bits."""
    steps, value = [], first
    for bits, symbols in groups.items():
        for _ in range(symbols):
            steps.append((value, bits))
            value += 1 << bits
    return [step for step in steps if step[0] <= most]


def _length(length: int) -> tuple[int, int]:
    if length == LONGEST:
        return _literal(285)
    symbol, (base, extra) = next((s, step) for s, step in reversed(list(enumerate(LENGTH_STEPS))) if step[0] <= length)
    bits, width = _literal(257 + symbol)
    return bits | (length - base) << width, width + extra


def _distance(distance: int) -> tuple[int, int]:
    extra = max((distance - 1).bit_length() - 2, 0)
    symbol = 2 * extra + (distance - 1 >> extra)
    bits, width = _reversed(symbol, 5)
    return bits | ((distance - 1) & (1 << extra) - 1) << width, width + extra


LITERALS = tuple(_literal(value) for value in range(257))
LENGTH_STEPS = _steps(3, {0: 8, 1: 4, 2: 4, 3: 4, 4: 4, 5: 4}, LONGEST - 1)
LENGTHS = {length: _length(length) for length in range(3, LONGEST + 1)}
