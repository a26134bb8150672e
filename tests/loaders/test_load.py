"""Files as wholes: encodings, refusals, repeats, strictness, order, privacy."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.loaders.conftest import DAY, GRID, OFFICER, Book, Find, Load
from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph, fingerprint
from wushe.loaders.load import LoadOptions, load_file, load_paths
from wushe.loaders.secret_numbers import valid_identity
from wushe.settings import Settings

CANARY = "000000190001010009"
"""A made-up identity number of no region: only its check digit tells."""
ROWS = '名称,类型,上级,范围说明\n登科寺社区第1网格,网格,登科寺社区,"一号,\n二号"\n第2网格,网格,没有这村,\n第3网格,网格,登科寺社区,\n'


def counts(find: Find) -> tuple[int, int]:
    """Nodes and loads beyond the skeleton."""
    (row,) = find("MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:Load THEN 1 END) AS loads")
    return row["nodes"], row["loads"]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("utf-16", "utf-16")],
)
def test_encodings_and_lines(load: Load, tmp_path: Path, encoding: str, named: str) -> None:
    """The row of a text file is the line on which its record begins; its sheet has no name."""
    path = tmp_path / "网格.csv"
    path.write_bytes(ROWS.encode(encoding))
    report = load(path)
    (problem,) = report.problems
    assert (report.encoding, problem.sheet, problem.row, problem.cell) == (named, None, 4, "C4")
    assert (report.total("loaded"), report.exit_code) == (2, 1)


def test_tabs(load: Load, tmp_path: Path) -> None:
    """Tabs do as well as commas."""
    path = tmp_path / "网格.csv"
    path.write_text("名称\t上级\t户数\n第1网格\t登科寺社区\t1,352\n", encoding="utf-8")
    assert load(path).total("loaded") == 1


def refusals(folder: Path) -> dict[str, bytes]:
    """Files that cannot be loaded, and what they hold."""
    archive = folder / "tmp.xlsx"
    workbook = Workbook()
    workbook.worksheets[0].append(["甲", "乙"])
    workbook.save(archive)
    good = archive.read_bytes()
    archive.unlink()
    return {
        "空.xlsx": b"",
        "空白.csv": b" \r\n",
        "文本.xlsx": "名称,上级\n".encode(),
        "截断.xlsx": good[: len(good) // 2],
        "无表头.xlsx": good,
        "旧版.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "网页.xls": b"<html><table></table></html>",
        "图片.csv": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "引号.csv": '名称,上级\n"登科寺,社区\n'.encode(),
        "无表头.csv": "甲,乙\n1,2\n".encode(),
    }


def test_refused_files_change_nothing(load: Load, find: Find, tmp_path: Path) -> None:
    """Each is refused by name with a next step, exit code 3, and the graph stays as it was."""
    before = counts(find)
    for name, content in refusals(tmp_path).items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(RefusedError) as caught:
            load(path)
        assert name in caught.value.message
        assert caught.value.hint
        assert caught.value.exit_code == 3
    assert counts(find) == before


def test_missing_file_is_wrong_usage(load: Load, tmp_path: Path) -> None:
    """A path that is not there is exit 2."""
    with pytest.raises(BadInputError):
        load(tmp_path / "没有.xlsx")


def test_sheet_of_two_tables_is_refused(book: Book, load: Load) -> None:
    """Both are named."""
    with pytest.raises(RefusedError, match="“区划与网格”和“组织”"):
        load(book(混=[["名称", "上级", "所在地"], ["甲", "乙", "丙"]]))


def test_identical_load_writes_nothing(book: Book, load: Load, find: Find, county: Graph) -> None:
    """The same bytes on the same day: no fact, no load, exit 0; another day is another load."""
    path = book(网格=GRID, 任职=OFFICER)
    assert not load(path).unchanged
    before, print_ = counts(find), fingerprint(county)
    again = load(path)
    assert (again.unchanged, again.exit_code, again.total("read")) == (True, 0, 4)
    assert (counts(find), fingerprint(county)) == (before, print_)
    assert not load(path, as_of=date(2024, 8, 1)).unchanged


def test_quarantined_rows_get_another_chance(book: Book, load: Load, find: Find) -> None:
    """The same file again, once what was missing is there."""
    rows = [
        ["名称", "上级", "覆盖网格", "户数"],
        ["第1组", "登科寺社区", "第1网格", 3],
        ["第2组", "登科寺社区", None, 4],
    ]
    path = book("组.xlsx", 组=rows)
    assert load(path).total("quarantined") == 1
    assert load(path).unchanged
    load(book("网格.xlsx", 网格=GRID))
    assert load(path).total("quarantined") == 0
    assert load(path).unchanged
    assert len(find("MATCH ()-[c:COVERS]->() RETURN c.id AS id")) == 1


def test_nothing_to_load_writes_nothing(book: Book, load: Load, find: Find) -> None:
    """When every row waits there is no load to remember."""
    before = counts(find)
    report = load(book(网格=[["名称", "上级", "户数"], ["第1网格", "没有这村", 3]]))
    assert (report.exit_code, counts(find)) == (1, before)


def test_strict_refuses_the_file(book: Book, load: Load, find: Find) -> None:
    """One bad row, exit 3, nothing written."""
    before = counts(find)
    with pytest.raises(RefusedError, match="第 4 行"):
        load(book(网格=[*GRID, ["第1网格", "网格", "没有这村"]]), strict=True)
    assert counts(find) == before


def test_changed_file_updates(book: Book, load: Load, find: Find) -> None:
    """A corrected number of the same day replaces the wrong one; every file attests."""
    load(book("一.xlsx", 网格=GRID))
    changed = [[*row[:5], 321, *row[6:]] if index == 1 else row for index, row in enumerate(map(list, GRID))]
    report = load(book("二.xlsx", 网格=changed))
    assert (report.result.added, report.result.changed) == (0, 1)
    (grid,) = find("MATCH (p {id: 'place:511903001002-G01'}) RETURN p.households AS n, size(p.by) AS by")
    assert grid == {"n": 321, "by": 2}


def test_order_of_independent_files_does_not_matter(book: Book, county: Graph, home: Settings) -> None:
    """Two files about different things give the same graph either way."""
    village = [["名称", "上级", "户数"], ["第1网格", "玉山镇青龙村", 9]]
    files = [book("一.xlsx", 网格=GRID, 任职=OFFICER), book("二.xlsx", 网格=village)]
    prints = []
    for order in (files, files[::-1]):
        load_paths(county, order, home)
        prints.append(fingerprint(county))
        county.statement(
            "MATCH (n) WHERE NOT 'load:skeleton#!1' IN coalesce(n.by, []) AND NOT n:Graph AND NOT n:Source DETACH DELETE n"
        )
    assert prints[0] == prints[1]


def test_as_of_and_where_it_came_from(book: Book, load: Load) -> None:
    """Told, else the title's, else today."""
    assert load(book("一.xlsx", 网格=GRID)).as_of_from == "默认为今天"
    report = load(book("二.xlsx", 网格=[["网格台账（更新至2024年6月）"], *GRID]))
    assert (report.as_of, report.as_of_from) == (date(2024, 6, 30), "标题")
    assert load(book("三.xlsx", 网格=GRID), as_of=date(2023, 1, 1)).as_of_from == "--as-of"


def test_canary_is_nowhere(book: Book, load: Load, find: Find, home: Settings) -> None:
    """An identity number in a kept cell refuses its row by address; its column goes unread; nobody sees it."""
    assert valid_identity(CANARY)
    rows = [
        [f"名册 {CANARY}"],
        ["单位", "岗位", "姓名", "身份证号", "政治面貌", "备注"],
        ["登科寺社区", "社工", "张三", CANARY, "群众", None],
        ["登科寺社区", "社工", "李四", None, None, f"证件 {CANARY[:6]} {CANARY[6:14]} {CANARY[14:]}"],
        ["登科寺社区", CANARY, "王五", None, None, None],
    ]
    report = load(book(f"{CANARY}.xlsx", 任职=rows))
    told = json.dumps(report.to_json(), ensure_ascii=False)
    assert CANARY not in told and CANARY[6:14] not in told
    assert [(p.row, p.cell) for p in report.problems if p.row] == [(4, "F4"), (5, "B5")]
    assert report.sheets[0].refused_columns == ["身份证号"]
    assert report.sheets[0].counted == ["政治面貌"]
    assert report.exit_code == 1
    everything = find("MATCH (n) OPTIONAL MATCH (n)-[r]-() RETURN properties(n) AS n, properties(r) AS r")
    assert CANARY not in str(everything) and CANARY[6:14] not in str(everything)
    assert {row["n"]["name"] for row in everything if row["n"].get("id", "").startswith("person:")} == {"张三"}
    assert not [path for path in home.home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_canary_does_not_reach_errors(book: Book, load: Load) -> None:
    """Nor the text of a refusal."""
    with pytest.raises(RefusedError) as caught:
        load(book(f"{CANARY}.xlsx", **{"表": [["名称", "上级", "所在地", CANARY]]}))
    assert CANARY not in str(caught.value)


def test_sheets_of_special_populations_are_refused_whole(book: Book, load: Load) -> None:
    """The other sheets load."""
    report = load(book(网格=GRID, 特殊人群=[["单位", "岗位", "姓名"], ["登科寺社区", "社工", "某人"]]))
    assert (report.exit_code, report.total("read")) == (1, 2)


def test_formulas_as_text_are_data(book: Book, load: Load, find: Find, tmp_path: Path) -> None:
    """Cells that begin with = + - @ come in as they are."""
    path = tmp_path / "网格.csv"
    path.write_text("名称,上级,范围说明\n第1网格,登科寺社区,=1+1\n第2网格,登科寺社区,@河边\n", encoding="utf-8")
    assert load(path).exit_code == 0
    scopes = find("MATCH (p:Place {kind: 'grid'}) RETURN p.scope AS scope ORDER BY p.id")
    assert [row["scope"] for row in scopes] == ["=1+1", "@河边"]


def test_place_option_decides(book: Book, load: Load, find: Find) -> None:
    """--place says which of two villages is meant; one that is no place is wrong usage."""
    path = book(网格=[["名称", "上级", "户数"], ["第1网格", "青龙村", 9]])
    with pytest.raises(BadInputError):
        load(path, place="999999")
    assert load(path, place="511903120").exit_code == 0
    assert find("MATCH (p:Place {kind: 'grid'}) RETURN p.id AS id") == [{"id": "place:511903120200-G01"}]


def test_folders_and_refused_files_among_others(book: Book, county: Graph, home: Settings, tmp_path: Path) -> None:
    """A folder is loaded by name; a refused file is reported and does not stop the next."""
    book("2.xlsx", 网格=GRID)
    (tmp_path / "1.xlsx").write_bytes(b"")
    (tmp_path / "~$2.xlsx").write_bytes(b"lock")
    reports = load_paths(county, [tmp_path], home)
    assert [(report.file, report.exit_code) for report in reports] == [("1.xlsx", 3), ("2.xlsx", 0)]
    assert reports[0].error


def test_key_of_ids_is_private_and_kept(book: Book, county: Graph, home: Settings) -> None:
    """Made once, for its owner only."""
    load_file(county, book(网格=GRID), home, LoadOptions())
    key = home.home / "id.key"
    content = key.read_bytes()
    assert (key.stat().st_mode & 0o777, len(content)) == (0o600, 64)
    load_file(county, book("二.xlsx", 网格=GRID[:2]), home, LoadOptions(as_of=DAY))
    assert key.read_bytes() == content


def test_samples(load: Load, county: Graph, home: Settings, samples: Path) -> None:
    """The committed sample's matters load into any county without a word."""
    report = load(samples / "02-事项.csv")
    assert (report.encoding, report.exit_code) == ("utf-8-sig", 0)
