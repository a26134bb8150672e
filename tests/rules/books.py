"""Workbooks made on the spot."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from tests.rules.planted import HEADERS, Sheets


def book(folder: Path, sheets: Sheets, name: str = "名册.xlsx") -> Path:
    """A workbook of these sheets under their headers."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in [HEADERS[title], *rows]:
            sheet.append(list(row))
    workbook.save(folder / name)
    return folder / name
