"""Fixtures read the committed files, not the generator's rows: what is shipped is what is checked."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from samples.generator.tables import HEADERS, Row

FOLDER = Path(__file__).parents[2] / "samples" / "enyang"


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

    def split(self, header: str) -> list[str]:
        """The names in a cell that may hold several."""
        return [part for part in self[header].split("、") if part]


class Sample:
    """Every row of every file."""

    def __init__(self, lines: list[Line], cells: list[str]) -> None:
        self.lines = lines
        self.cells = cells

    def of(self, table: type[Row]) -> list[Line]:
        """The rows of one table, in the order of loading."""
        return [line for line in self.lines if line.table is table]


@pytest.fixture(scope="session")
def sample() -> Sample:
    lines: list[Line] = []
    cells: list[str] = []
    for order, path in enumerate(sorted(FOLDER.iterdir())):
        for grid in _grids(path):
            cells += [cell for row in grid for cell in row]
            lines += _lines(order, path.name, grid)
    return Sample(lines, cells)


def _grids(path: Path) -> Iterator[list[list[str]]]:
    if path.suffix == ".csv":
        content = path.read_bytes()
        encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "gb18030"
        yield list(csv.reader(io.StringIO(content.decode(encoding))))
    else:
        for worksheet in load_workbook(path).worksheets:
            yield [_texts(row) for row in worksheet.iter_rows(values_only=True)]


def _texts(row: Iterable[object]) -> list[str]:
    return ["" if value is None else str(value) for value in row]


def _lines(order: int, file: str, grid: list[list[str]]) -> list[Line]:
    """The rows below the first one that is, cell for cell, the header of a table."""
    tables = {headers: table for table, headers in HEADERS.items()}
    start = next(number for number, row in enumerate(grid) if tuple(row) in tables)
    headers = tuple(grid[start])
    return [Line(order, file, tables[headers], dict(zip(headers, row, strict=True))) for row in grid[start + 1 :]]
