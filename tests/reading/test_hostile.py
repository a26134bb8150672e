"""Files made to harm: refused, or read without harm, within bounds of memory and time that another process keeps to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading import hostile
from tests.reading.making import SHEET, packed, parts, sheet_xml, text_cells
from wushe.errors import BadInputError, RefusedError
from wushe.loaders.reading import read_document

MB = 2**20
ROW = text_cells("甲", "乙")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
THIEF = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def with_sheet(rows: str, **other: str) -> bytes:
    """A workbook with these rows."""
    return packed(parts(sheet_xml(rows, **other)))


def said(rows: str, entity: str, declared: str) -> str:
    """A sheet that declares and uses an entity."""
    xml = sheet_xml(rows.replace("甲", entity))
    return xml.replace("<worksheet", f"{declared}<worksheet")


def lying() -> bytes:
    """A member that unpacks to 20 MB and says 64 bytes."""
    content = packed(parts(sheet_xml(" " * (20 * MB))))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            if content[at : at + 600].find(SHEET.encode()) in {30, 46}:
                content = content[: at + place] + (64).to_bytes(4, "little") + content[at + place + 4 :]
    return content


def strange(members: dict[str, bytes]) -> bytes:
    """A workbook with further members."""
    return packed(parts(sheet_xml(ROW)) | members)


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.xlsx": (lambda: strange({"xl/media/a.bin": bytes(410 * MB)}), "3 bomb.xlsx 展开后有"),
    "lying.xlsx": (lying, "3 lying.xlsx 已损坏"),
    "nested.xlsx": (lambda: strange({"xl/embeddings/a.zip": packed({"b.zip": bytes(50 * MB)})}), "[1]"),
    "members.xlsx": (lambda: strange({f"a{n}": b"" for n in range(10_001)}), "3 members.xlsx 里有"),
    "laughs.xlsx": (lambda: packed(parts(said(ROW, "&l9;", BOMB))), "3 laughs.xlsx 的 XML 含有实体定义"),
    "thief.xlsx": (lambda: packed(parts(said(ROW, "&e;", THIEF))), "3 thief.xlsx 的 XML 含有实体定义"),
    "laughing-texts.xlsx": (
        lambda: packed(parts(sheet_xml(ROW), strings=f"{BOMB}<sst><si><t>&l9;</t></si></sst>")),
        "3 laughing-texts.xlsx 的 XML 含有实体定义",
    ),
    "laughs.xls": (
        lambda: (
            b'<?xml version="1.0"?>'
            + BOMB.encode()
            + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        "3 laughs.xls 的 XML 含有实体定义",
    ),
    "wide.xlsx": (lambda: with_sheet(("<row>" + '<c s="1"/>' * 16_000 + "</row>") * 20 + ROW), "[1]"),
    "far.xlsx": (lambda: with_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>' * 9000), "3 工作表“表”第 1 行超过"),
    "beyond.xlsx": (lambda: with_sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), "3 beyond.xlsx 已损坏"),
    "lying-size.xlsx": (lambda: with_sheet(ROW, before='<dimension ref="A1:XFD1048576"/>'), "[1]"),
    "empty-rows.xlsx": (lambda: with_sheet('<row s="1" customFormat="1"/>' * 1_048_575 + ROW), "[1]"),
    "many-texts.xlsx": (
        lambda: packed(parts(sheet_xml(ROW), strings="<sst>" + f"<si><t>{'x' * 99_000}</t></si>" * 700 + "</sst>")),
        "3 many-texts.xlsx 的内部文件超过",
    ),
    "long-cell.xlsx": (lambda: with_sheet(text_cells("x" * (50 * MB))), "3 long-cell.xlsx 有单元格的文字超过"),
    "long-text.xlsx": (
        lambda: packed(parts(sheet_xml(ROW), strings=f"<sst><si><t>{'a' * (50 * MB)}</t></si></sst>")),
        "3 long-text.xlsx 有单元格的文字超过",
    ),
    "long-cell.csv": (lambda: b"a,b\n1," + b"x" * (50 * MB) + b"\n", "3 long-cell.csv 第 2 行起"),
    "long-cell.xls": (lambda: b"<table><tr><td>" + b"x" * (50 * MB), "3 long-cell.xls 有单元格的文字超过"),
    "long-tag.xlsx": (lambda: with_sheet(f'<row r="1" x="{"y" * (50 * MB)}"/>'), "3 long-tag.xlsx 的内容异常庞大"),
    "deep.xlsx": (lambda: with_sheet("<a>" * MB + "</a>" * MB), "3 deep.xlsx 的内容异常庞大"),
    "names.xlsx": (lambda: with_sheet("".join(f"<a{n}/>" for n in range(100_000))), "3 names.xlsx 的内容异常庞大"),
    "merged.xlsx": (
        lambda: with_sheet(ROW, after='<mergeCell ref="A1:B9"/>' * 200_001),
        "3 merged.xlsx 的内容异常庞大",
    ),
    "spans.xls": (lambda: b"<table>" + b"<tr><td rowspan=9999999 colspan=9999999>x" * 9, "3 spans.xls 的内容异常庞大"),
    "tables.xls": (lambda: b"<table><tr><td>" * 100_000, "3 tables.xls 的内容异常庞大"),
    "unclosed.xls": (lambda: b"<table>" + b"<!-- <td " * MB, "[0]"),
    "quotes.xls": (lambda: b"<table><tr><td>x" + b"<a b='" * MB, "[1]"),
}


def test_hostile_files_in_bounds(tmp_path: Path) -> None:
    """Every one ends with a reason or its rows; no memory beyond a third of what some would take, and no child dies."""
    for name, (make, _) in CASES.items():
        (tmp_path / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, str(Path(hostile.__file__)), *CASES], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    wrong = {
        name: told["found"][name] for name, (_, words) in CASES.items() if not told["found"][name].startswith(words)
    }
    assert wrong == {}
    assert told["peak"] < 700


def test_members_never_leave_the_archive(tmp_path: Path) -> None:
    """Nothing is unpacked to disk, whatever the members are called."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    path = folder / "名册.xlsx"
    path.write_bytes(strange({"../../evil.txt": b"x", "/abs.txt": b"x", "..\\win.txt": b"x"}))
    assert read_document(path).sheets[0].rows[0].cells == ("甲", "乙")
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]


def test_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    """Line feeds, escapes, marks of direction and bytes that are no text come out as harmless characters."""
    path = tmp_path / os.fsdecode(b"\x1b[31m\xff\n\xe2\x80\xae[red].xlsx")
    path.write_bytes(b"")
    with pytest.raises(RefusedError) as caught:
        read_document(path)
    assert str(caught.value).startswith("\ufffd[31m\ufffd \ufffd[red].xlsx 是空文件")


def test_only_ordinary_files_are_opened(tmp_path: Path) -> None:
    """A pipe nobody writes to is not waited for; folders, devices and broken links are told from files."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    (tmp_path / "gone.csv").symlink_to("nothing.csv")
    (tmp_path / "real.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("real.csv")
    for path in (tmp_path / "pipe.csv", tmp_path, Path("/dev/zero")):
        with pytest.raises(BadInputError, match="不是普通文件"):
            read_document(path)
    with pytest.raises(BadInputError, match="没有这个文件"):
        read_document(tmp_path / "gone.csv")
    with pytest.raises(RefusedError, match="无法读取"):
        read_document(tmp_path / "loop.csv")
    assert read_document(tmp_path / "link.csv").sheets[0].rows[0].cells == ("a", "b")
