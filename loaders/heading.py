"""The header of a sheet over one, two or three rows: for every column the words above it, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from wushe.loaders.privacy import HIDDEN
from wushe.loaders.reading import Merge, Row, Sheet, Value
from wushe.loaders.secret_numbers import tells
from wushe.schema.text import squeeze

TALLEST = 3
LONGEST = 20
"""Characters of the longest header or name of a group; what is longer is prose."""

Path = tuple[str, ...]
Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows `first` to `last` (positions in the sheet) as a header; a path is empty where a column has none."""

    first: int
    last: int
    paths: tuple[Path, ...]


def heading_at(sheet: Sheet, first: int, knows: Knows) -> Heading:
    """The header that begins with a row, if one does; `knows` tells the words of headers."""
    last = first
    while last + 1 < len(sheet.rows) and last + 1 - first < TALLEST and _goes_on(sheet, first, last, knows):
        last += 1
    return heading_of(sheet, first, last)


def heading_of(sheet: Sheet, first: int, last: int) -> Heading:
    """The words above every column, each once."""
    rows = sheet.rows[first : last + 1]
    width = max(len(row.cells) for row in rows)
    levels = [_spread(sheet, row, below) for row, below in pairwise(rows)] + [_words(rows[-1])]
    paths = []
    for index in range(width):
        words = (level.get(index, "") for level in levels)
        paths.append(tuple(dict.fromkeys(word for word in words if word)))
    return Heading(first, last, tuple(paths))


def variants(path: Path) -> Iterator[str]:
    """The ways in which a header under groups may be called, the most exact first, itself last."""
    *groups, leaf = path
    for start in range(len(groups)):
        yield "/".join(path[start:])
        yield "".join(path[start:])
    if len(groups) > 1:
        yield from (f"{groups[0]}/{leaf}", f"{groups[0]}{leaf}")
    if groups and leaf in {"姓名", "名字"}:
        yield groups[-1]
    yield leaf


def _words(row: Row) -> dict[int, str]:
    return {index: _word(cell) for index, cell in enumerate(row.cells) if cell is not None}


def _word(cell: Value) -> str:
    return HIDDEN if tells(cell) else squeeze(str(cell))


def _groups(sheet: Sheet, row: Row, below: Row) -> dict[int, int]:
    """The columns under a header that reaches over several, with that header's column.

    In a row without merged cells a header reaches over the blanks to its right that have something below.
    """
    wide = [merge for merge in sheet.merges if merge.top == row.number and merge.right > merge.left]
    if wide:
        return {index: merge.left for merge in wide for index in range(merge.left, merge.right + 1)}
    filled, under = _words(row), _words(below)
    found: dict[int, int] = {}
    group = None
    for index in range(max(len(row.cells), len(below.cells))):
        if index in filled:
            group = index
        elif group is not None and index in under:
            found[index] = found[group] = group
        else:
            group = None
    return found


def _spread(sheet: Sheet, row: Row, below: Row) -> dict[int, str]:
    words = _words(row)
    groups = {index: words[group] for index, group in _groups(sheet, row, below).items() if group in words}
    return groups | words


def _goes_on(sheet: Sheet, first: int, last: int, knows: Knows) -> bool:
    """Whether the row below a header's last row belongs to it: it names parts of the groups above, and nothing else."""
    row, below = sheet.rows[last], sheet.rows[last + 1]
    words, under = _words(row), _words(below)
    if not _is_level(row, words, knows) or not all(_is_title_of_column(cell) for cell in below.cells):
        return False
    if any(_reaches(merge, sheet.rows[first].number, below) and merge.left in words for merge in sheet.merges):
        return bool(under)
    groups = _groups(sheet, row, below)
    if set(under) & (set(words) - set(groups)) or not set(under) & set(groups):
        return False
    heading = heading_of(sheet, first, last + 1)
    return any(knows(word) for index in under for word in variants(heading.paths[index]))


def _reaches(merge: Merge, top: int, below: Row) -> bool:
    return top <= merge.top < below.number <= merge.bottom


def _is_level(row: Row, words: dict[int, str], knows: Knows) -> bool:
    """Whether a row may be one of a header's and is no title: several short words, or several that are known."""
    if not all(_is_title_of_column(cell) for cell in row.cells):
        return sum(map(knows, words.values())) > 1
    return len(words) > 1 or 0 not in words


def _is_title_of_column(cell: Value) -> bool:
    if cell is None:
        return True
    return isinstance(cell, str) and len(word := squeeze(cell)) <= LONGEST and ":" not in word
