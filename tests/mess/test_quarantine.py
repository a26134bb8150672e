"""Rows that cannot be loaded wait in a workbook, are corrected there, load from there, and leave it."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.loaders.conftest import Book, Find, Load, Rows
from wushe.errors import BadInputError
from wushe.graph import Graph, fingerprint
from wushe.loaders.load import LoadOptions, StrictError, load_file
from wushe.loaders.report import LoadReport
from wushe.loaders.undo import undo
from wushe.settings import Settings

BODY = "51190219900307024"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]
HEAD = ["单位", "岗位", "姓名", "联系电话", "起始日期", "备注"]
ROWS: Rows = [
    ["登科街道社工名册"],
    ["填报单位：登科街道  填报时间：2024年6月30日"],
    [*HEAD, "身份证号", "政治面貌", "爱好"],
    ["登科寺社区", "社工", "张三", 12000000001, "2024-01-01", None, IDENTITY, "群众", "象棋"],
    ["登科社社区", "社工", "李四", "+8612000000002", datetime(2024, 2, 1), "-暂代", None, "中共党员", "围棋"],
    ["登科寺社区", "社工", "王五", None, "前年", None, None, None, None],
    ["狮山村", "社工", "赵六", "@12000000003", None, None, None, None, "跳棋"],
]
HELD = (
    "MATCH (p:Person)-[h:HOLDS]->()-[:IN]->(b) RETURN b.name AS body, p.name AS name, h.attestedOn AS day ORDER BY name"
)


@pytest.fixture
def shelf(home: Settings) -> Path:
    """The folder of the quarantine workbooks."""
    return home.home / "quarantine"


def only(shelf: Path) -> Path:
    """The one workbook there is."""
    (path,) = shelf.glob("*.xlsx")
    return path


def cells(path: Path) -> list[list[Any]]:
    """The cells of a workbook's first sheet."""
    return [list(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def corrected(path: Path, to: Path, changes: dict[str, str]) -> Path:
    """The workbook with these texts put right, as a person saves it."""
    workbook = load_workbook(path)
    for row in workbook.worksheets[0].iter_rows(min_row=2):
        for cell in row:
            if cell.value in changes:
                cell.value = changes[str(cell.value)]
    workbook.save(to)
    return to


def held(find: Find) -> list[tuple[Any, ...]]:
    """Who holds a post where, since when attested."""
    return [tuple(row.values()) for row in find(HELD)]


def notices(report: LoadReport) -> str:
    """What the report says of the workbook."""
    return "".join(str(problem) for problem in report.problems if "隔离簿" in problem.message)


def test_what_waits_and_what_does_not(book: Book, load: Load, shelf: Path) -> None:
    """Kept cells of quarantined rows as they were; no refused row, no column that must not or need not come in."""
    report = load(book(社工=ROWS))
    assert (report.total("loaded"), report.total("quarantined"), report.exit_code) == (1, 2, 1)
    path = only(shelf)
    assert report.quarantine == str(path)
    assert report.to_json()["quarantine"] == str(path)
    mark, *titles, head, first, second = cells(path)
    assert "文件日期：2024-06-30" in mark[0]
    assert [row[0] for row in titles] == ["登科街道社工名册", "填报单位：登科街道  填报时间：2024年6月30日"]
    assert head == [*HEAD, "隔离原因", "原位置"]
    assert first[:6] == ["登科社社区", "社工", "李四", "+8612000000002", datetime(2024, 2, 1), "-暂代"]
    assert second[:4] == ["狮山村", "社工", "赵六", "@12000000003"]
    assert "登科社社区" in first[6] and first[6].startswith("“单位”列：")
    assert first[7] == "名册.xlsx｜社工｜第 5 行"
    content = str(cells(path))
    assert not any(word in content for word in (IDENTITY, "群众", "党员", "围棋", "王五", "政治面貌", "身份证"))
    assert "不计入人数合计" in notices(report)


def test_it_is_for_its_owner_and_formulas_stay_text(load: Load, shelf: Path, tmp_path: Path) -> None:
    """Mode 0600, in a folder of mode 0700; nothing that a spreadsheet would work out."""
    text = "单位,岗位,姓名,值班时间,备注\n=HYPERLINK(1),-社工,+张三,@SUM(1),\"=cmd|' /C calc'!A0\"\n"
    (tmp_path / "名册.csv").write_text(text, encoding="utf-8")
    load(tmp_path / "名册.csv")
    path = only(shelf)
    assert (path.stat().st_mode & 0o777, shelf.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [entry.name for entry in shelf.iterdir()] == [path.name]
    sheet = load_workbook(path).worksheets[0]
    risky = [cell for row in sheet.iter_rows() for cell in row if str(cell.value)[:1] in "=+-@"]
    assert len(risky) == 5
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)


def test_corrected_in_place_it_empties(book: Book, load: Load, find: Find, shelf: Path) -> None:
    """One row put right: it loads, for the day of its file, and the other stays; then that too, and the book is gone."""
    load(book(社工=ROWS))
    path = only(shelf)
    corrected(path, path, {"登科社社区": "登科寺社区"})
    report = load(path)
    assert (report.total("loaded"), report.total("quarantined"), report.exit_code) == (1, 1, 1)
    assert (report.as_of, report.as_of_from) == (date(2024, 6, 30), "隔离簿")
    assert [row[2] for row in cells(path)[4:]] == ["赵六"]
    assert cells(path)[-1][-1] == "名册.xlsx｜社工｜第 7 行"
    assert not [p for p in report.problems if p.column in {"隔离原因", "原位置"}]
    corrected(path, path, {"狮山村": "狮子山村", "@12000000003": "12000000003"})
    report = load(path)
    assert (report.total("loaded"), report.exit_code, report.quarantine) == (1, 0, None)
    assert "已删去" in notices(report)
    assert not list(shelf.glob("*.xlsx"))
    day = date(2024, 6, 30)
    assert held(find) == [("登科寺社区", "张三", day), ("登科寺社区", "李四", day), ("狮子山村", "赵六", day)]


def test_a_corrected_copy_empties_it_too(book: Book, load: Load, shelf: Path, tmp_path: Path) -> None:
    """Sent round and back under another name; rows that the copy does not have go on waiting."""
    load(book(社工=ROWS))
    copy = corrected(only(shelf), tmp_path / "改好的.xlsx", {"登科社社区": "登科寺社区"})
    workbook = load_workbook(copy)
    workbook.worksheets[0].delete_rows(6)
    workbook.save(copy)
    assert load(copy).exit_code == 0
    assert [row[2] for row in cells(only(shelf))[4:]] == ["赵六"]
    copy = corrected(only(shelf), tmp_path / "再改.xlsx", {"狮山村": "狮子山村"})
    load(copy)
    assert not list(shelf.glob("*.xlsx"))
    assert copy.exists()


def test_a_copy_saved_as_text(book: Book, load: Load, find: Find, shelf: Path, tmp_path: Path) -> None:
    """The mark is in the sheet itself: the day stays, and the book is found."""
    load(book(社工=ROWS))
    rows = [["" if cell is None else cell for cell in row] for row in cells(only(shelf))]
    with (tmp_path / "改.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["登科寺社区" if cell == "登科社社区" else cell for cell in row] for row in rows])
    report = load(tmp_path / "改.csv")
    assert (report.total("loaded"), report.as_of) == (1, date(2024, 6, 30))
    assert [row[2] for row in cells(only(shelf))[4:]] == ["赵六"]


def test_what_a_person_typed_is_not_overwritten(book: Book, load: Load, shelf: Path) -> None:
    """The original, changed and loaded again, leaves a book alone that has been worked on; one that has not is renewed."""
    path = book(社工=ROWS)
    load(path)
    corrected(only(shelf), only(shelf), {"登科社社区": "登科寺社区"})
    typed = cells(only(shelf))
    report = load(book(社工=[*ROWS, ["没有的村", "社工", "钱七"]]))
    assert cells(only(shelf)) == typed
    assert "没有覆盖" in notices(report)
    assert report.quarantine == str(only(shelf))
    load(only(shelf))
    load(book(社工=[*ROWS, ["没有的村", "社工", "孙八"]]))
    assert [row[2] for row in cells(only(shelf))[4:]] == ["李四", "赵六", "孙八"]


def test_saved_without_a_change_is_no_change(book: Book, load: Load, shelf: Path) -> None:
    """Another program writes other bytes; the cells decide. The original, put right, empties the book."""
    load(book(社工=ROWS))
    load_workbook(only(shelf)).save(only(shelf))
    good = [[{"登科社社区": "登科寺社区", "狮山村": "狮子山村", "前年": None}.get(c, c) for c in row] for row in ROWS]
    report = load(book(社工=good))
    assert report.total("loaded") == 4
    assert not list(shelf.glob("*.xlsx"))


def test_the_same_file_again_brings_nothing_back(book: Book, load: Load, shelf: Path) -> None:
    """Neither beside a book that waits nor after it emptied; a book that got lost is made again."""
    path = book(社工=ROWS)
    load(path)
    before = only(shelf).read_bytes()
    again = load(path)
    assert (again.unchanged, again.quarantine, only(shelf).read_bytes()) == (True, str(only(shelf)), before)
    only(shelf).unlink()
    load(path)
    assert [row[2] for row in cells(only(shelf))[4:]] == ["李四", "赵六"]
    corrected(only(shelf), only(shelf), {"登科社社区": "登科寺社区", "狮山村": "狮子山村"})
    load(only(shelf))
    assert load(path).quarantine is None
    assert not list(shelf.glob("*.xlsx"))


def test_a_correction_that_is_taken_back_waits_again(
    book: Book, load: Load, county: Graph, home: Settings, shelf: Path
) -> None:
    """Undone, the rows of a book are not in the graph: the original brings the book back."""
    path = book(社工=ROWS)
    load(path)
    corrected(only(shelf), only(shelf), {"登科社社区": "登科寺社区", "狮山村": "狮子山村"})
    correction = load(only(shelf)).load
    assert correction is not None
    assert undo(county, correction, home).removed > 0
    assert load(path).unchanged
    assert [row[2] for row in cells(only(shelf))[4:]] == ["李四", "赵六"]


def test_a_book_that_is_open_or_broken_is_left_alone(book: Book, load: Load, shelf: Path) -> None:
    """A program's lock beside it is no book; one that cannot be read is a person's, and is said."""
    path = book(社工=ROWS)
    load(path)
    lock = only(shelf).with_name(f"~${only(shelf).name}")
    lock.write_bytes(b"\x05wushe")
    assert load(book(社工=[*ROWS, ["没有的村", "社工", "钱七"]])).exit_code == 1
    lock.unlink()
    assert [row[2] for row in cells(only(shelf))[4:]] == ["李四", "赵六", "钱七"]
    only(shelf).write_bytes(b"broken")
    report = load(book(社工=[*ROWS, ["没有的村", "社工", "孙八"]]))
    assert (report.exit_code, report.total("loaded")) == (1, 1)
    assert "没有覆盖" in notices(report)
    assert only(shelf).read_bytes() == b"broken"


def test_a_secret_typed_into_it_goes_no_further(book: Book, load: Load, shelf: Path) -> None:
    """The row stays, its cell emptied, with the reason."""
    load(book(社工=ROWS))
    corrected(only(shelf), only(shelf), {"登科社社区": "登科寺社区", "+8612000000002": IDENTITY})
    report = load(only(shelf))
    assert report.total("refused") == 1
    rows = cells(only(shelf))[4:]
    assert [row[2:4] for row in rows] == [["李四", None], ["赵六", "@12000000003"]]
    assert "身份证号" in rows[0][-2]
    assert IDENTITY.encode() not in only(shelf).read_bytes()


def test_nothing_waits_of_a_file_that_was_not_loaded(
    book: Book, county: Graph, home: Settings, load: Load, shelf: Path
) -> None:
    """Refused by --strict, only tried, or without anything to load."""
    path = book(社工=ROWS)
    before = fingerprint(county)
    with pytest.raises(BadInputError):
        load(path, place="999999")
    with pytest.raises(StrictError):
        load(path, strict=True)
    assert fingerprint(county) == before
    assert load_file(county, path, home, LoadOptions(dry_run=True)).quarantine is None
    assert not shelf.exists()


def test_place_and_roster_are_remembered(book: Book, load: Load, find: Find, shelf: Path, tmp_path: Path) -> None:
    """What --place said, and which roster it was: understood the same again, wide rosters and grouped headers too."""
    rows = [
        ["村(社区)", "书记姓名", "书记电话", "主任姓名", "户主"],
        ["青龙村", None, None, "乙一", "某户"],
        ["青尨村", "甲二", "12000000002", None, "某户"],
    ]
    report = load(book(通讯录=rows), place="511903120")
    assert [sheet.table for sheet in report.sheets] == ["village_cadres"]
    copy = corrected(only(shelf), tmp_path / "改.xlsx", {"青尨村": "青龙村"})
    again = load(copy)
    assert ([sheet.table for sheet in again.sheets], again.exit_code) == (["village_cadres"], 0)
    bodies = find("MATCH (p:Person)-[:HOLDS]->()-[:IN]->(b) RETURN DISTINCT b.id AS id")
    assert bodies and all("511903120200" in row["id"] for row in bodies)


def test_merged_and_repeated_cells_are_written_out(book: Book, load: Load, shelf: Path, tmp_path: Path) -> None:
    """A row taken from below others takes along what it had from them, and nothing of those it comes to stand below."""
    rows = [
        ["镇街", "村(社区)", "网格", "姓名", "手机", "任职时间"],
        ["登科街道", "登科寺社区", "8", "甲一", None, None],
        ["登科街道", "〃", "9", "甲二", None, None],
        [None, None, None, None, None, None],
        ["玉山镇", "没有的村", "7", "甲三", None, None],
    ]
    path = book(网格员=rows)
    workbook = load_workbook(path)
    sheet: Worksheet = workbook.worksheets[0]
    sheet["A2"], sheet["A3"] = "登科街道", None
    sheet.merge_cells("A2:A3")
    workbook.save(path)
    load(path)
    written = [row[:4] for row in cells(only(shelf))[2:]]
    assert written == [
        ["登科街道", "登科寺社区", "8", "甲一"],
        ["登科街道", "登科寺社区", "9", "甲二"],
        ["玉山镇", "没有的村", "7", "甲三"],
    ]


def test_a_blank_that_means_nothing_stays_so(book: Book, load: Load, shelf: Path) -> None:
    """Below an empty row nothing is above: in the workbook neither."""
    rows = [
        ["村(社区)", "网格", "姓名"],
        ["没有的村", "1", "甲一"],
        [None, None, None],
        [None, "2", "甲二"],
    ]
    load(book(网格员=rows))
    said = [row[-2] for row in cells(only(shelf))[2:] if row[2]]
    load(corrected(only(shelf), only(shelf), {"甲一": "甲某"}))
    assert [row[-2] for row in cells(only(shelf))[2:] if row[2]] == said


def test_names_play_no_tricks(county: Graph, home: Settings, shelf: Path, tmp_path: Path) -> None:
    """A file's name is no path and shows no secret; files of one name elsewhere have books of their own."""
    text = "单位,岗位,姓名\n没有的村,社工,张三\n"
    names = ["..;rm -rf.csv", "=cmd.csv", f"{IDENTITY}.csv", "长" * 80 + ".csv", "名册.csv", "x/名册.csv"]
    for name in names:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
        report = load_file(
            county, tmp_path / "in" / name, home, LoadOptions(as_of=date(2024, 7, len(str(name)) % 20 + 1))
        )
        assert report.quarantine is not None
        assert Path(report.quarantine).parent == shelf
    found = sorted(path.name for path in shelf.iterdir())
    assert len(found) == len(names)
    assert all(IDENTITY not in name and name[0] not in ".=" and ";" not in name for name in found)
    assert IDENTITY.encode() not in b"".join(path.read_bytes() for path in shelf.iterdir())


def test_it_is_never_a_whole_list(book: Book, load: Load, shelf: Path) -> None:
    """--complete would end everybody else."""
    load(book(社工=ROWS))
    with pytest.raises(BadInputError, match="--complete"):
        load(only(shelf), complete=True)


def test_a_book_that_cannot_be_written_is_told(book: Book, load: Load, home: Settings) -> None:
    """The load stands; the report says where the rows are."""
    home.home.mkdir()
    (home.home / "quarantine").write_text("a file in the way", encoding="utf-8")
    report = load(book(社工=ROWS))
    assert (report.total("loaded"), report.quarantine) == (1, None)
    assert "没有写成" in notices(report)


def test_the_json_is_still_one(book: Book, load: Load) -> None:
    """Rows that wait are not printed."""
    assert json.dumps(load(book(社工=ROWS)).to_json(), ensure_ascii=False).count("李四") == 0
