"""Workbooks put together part by part, so that they may be as no program would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(rows: str, after: str = "", before: str = "") -> str:
    """A sheet of these `<row>`s."""
    return f'<?xml version="1.0"?><worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def text_cells(*texts: str, row: int = 1) -> str:
    """A row of texts."""
    cells = "".join(
        f'<c r="{chr(65 + index)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        for index, text in enumerate(texts)
        if text
    )
    return f'<row r="{row}">{cells}</row>'


def parts(sheet: str, styles: str = "", strings: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook of one sheet."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'{RELATED}<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{RELATED}<Relationship Id="r1" Type="{OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        SHEET: sheet,
    }
    if styles:
        found["xl/styles.xml"] = styles
    if strings:
        found["xl/sharedStrings.xml"] = strings
    return found


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """The members as an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()
