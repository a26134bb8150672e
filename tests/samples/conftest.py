"""Fixtures read the files' bytes, not the generator's rows: what is loaded is what is checked."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from wushe.samples.generator.files import content, names
from wushe.samples.generator.tables import HEADERS, Row

FOLDER = Path(__file__).parents[2] / "samples" / "enyang"
Grid = list[list[str]]


@dataclass(frozen=True)
class Line:
    """One row of a file, by header; `order` is the file's place in the order of loading."""

    order: int
    file: str
    table: type[Row]
    values: dict[str, str]

    def __getitem__(self, header: str) -> str:
        """The cell below this header, empty text when blank."""
        return self.values[header]

    def get(self, header: str) -> str:
        """The cell below a header that only some files have."""
        return self.values.get(header, "")

    def split(self, header: str) -> list[str]:
        """The names in a cell that may hold several."""
        return [part for part in self[header].split("、") if part]


class Sample:
    """Every row of every file."""

    def __init__(self, lines: list[Line], cells: set[str]) -> None:
        self.lines = lines
        self.cells = cells
        self._tables: dict[type[Row], list[Line]] = {}
        for line in lines:
            self._tables.setdefault(line.table, []).append(line)

    def of(self, *tables: type[Row]) -> list[Line]:
        """The rows of these tables, each in the order of loading."""
        return [line for table in tables for line in self._tables.get(table, [])]


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Every file of the sample, made once for the whole run."""
    return {name: content(name) for name in names()}


@pytest.fixture(scope="session")
def county(files: dict[str, bytes]) -> Sample:
    """All files."""
    return read_files(files)


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The committed files: the district and its first town."""
    return read_files({path.name: path.read_bytes() for path in sorted(FOLDER.iterdir())})


def read_files(files: dict[str, bytes]) -> Sample:
    """The rows of files by their names, in the order given."""
    lines: list[Line] = []
    cells: set[str] = set()
    for order, (name, data) in enumerate(files.items()):
        for grid in _grids(name, data):
            cells |= {cell for row in grid for cell in row}
            lines += _lines(order, name, grid)
    return Sample(lines, cells)


def _grids(name: str, data: bytes) -> Iterator[Grid]:
    if name.endswith(".csv"):
        encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030"
        yield list(csv.reader(io.StringIO(data.decode(encoding))))
    else:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheet_names:
            yield [_texts(row) for row in workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def _texts(row: Iterable[object]) -> list[str]:
    return [_text(value) for value in row]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime):
        return value.isoformat()[:10]
    return str(value)


def _lines(order: int, file: str, grid: Grid) -> list[Line]:
    """The rows below the first one that begins with the headers of a table; the line of a total is none of them."""
    start, table = next((n, found) for n, row in enumerate(grid) if (found := _table(row)))
    headers = grid[start]
    return [
        Line(order, file, table, dict(zip(headers, row, strict=True))) for row in grid[start + 1 :] if row[0] != "合计"
    ]


def _table(row: list[str]) -> type[Row] | None:
    tables = (table for table, headers in HEADERS.items() if tuple(row[: len(headers)]) == headers)
    return next(tables, None)
