"""Each place where a value once slipped through, by itself."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.loaders.conftest import DAY, Book, Find, Load, Rows
from tests.privacy.canaries import Cage
from tests.privacy.searching import files_under
from wushe.errors import RefusedError
from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions.load import load_list
from wushe.loaders.divisions.reading import read_list
from wushe.loaders.large import rolling
from wushe.loaders.layouts.known import tables_of
from wushe.loaders.load import LoadOptions, load_file, load_paths
from wushe.loaders.privacy import HIDDEN
from wushe.loaders.propose import propose
from wushe.loaders.quarantine_book import read_book
from wushe.loaders.remarks import public_name, public_remark
from wushe.loaders.report import LoadReport
from wushe.settings import Settings

HEAD = ["单位", "岗位", "姓名", "备注"]
REMARK = "MATCH (p:Person {name: $name})-[h:HOLDS]->() RETURN h.remark AS remark, h.status AS status"


@pytest.fixture
def cage() -> Cage:
    """No canary yet."""
    return Cage()


def only_book(home: Settings) -> Path:
    """The one quarantine workbook."""
    (path,) = (home.home / "quarantine").glob("*.xlsx")
    return path


def test_no_letter_is_a_figure_in_another_dress() -> None:
    """A cell of nothing but letters is not looked into: none of them becomes a figure when it is spelled plainly."""
    letters = (chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha())
    assert not [letter for letter in letters if any(c.isdigit() for c in unicodedata.normalize("NFKC", letter))]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("去年到岗", "去年到岗"),
        ("女，中共党员，2021年到岗", "2021年到岗"),
        ("家庭住址：某路1号；轮值", "轮值"),
        ("住址 某路 1号 2单元；轮值", "轮值"),
        ("微信号： abc123", None),
        ("车牌，川Y00000，轮值", "轮值"),
        ("学历 大专，轮值", "轮值"),
        ("出生年月 1971.3 轮值", "轮值"),
        ("政治面貌：群众 轮值", "轮值"),
        ("血型\nA型\n轮值", "轮值"),
        ("现住某小区，其妻子在外务工", None),
        ("  多写了空格  ，没有别的 ", "  多写了空格  ，没有别的 "),
    ],
)
def test_what_a_remark_says_of_a_person(text: str, kept: str | None) -> None:
    """It goes, with what the word before it announces; the rest stays as it was."""
    assert public_remark(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("李四（女）", "李四"),
        ("李四(女，汉族，中共党员，大专)", "李四"),
        ("李四（兼，女）、王五【代】", "李四（兼）、王五【代】"),
        ("李四（45岁）", "李四"),
        ("李四（挂职）", "李四（挂职）"),
        ("李四", "李四"),
    ],
)
def test_notes_beside_names(text: str, kept: str) -> None:
    """What they say of the person goes, what they say of the post stays."""
    assert public_name(text) == kept


def test_traits_wait_nowhere(book: Book, load: Load, find: Find, home: Settings, cage: Cage) -> None:
    """Neither in the graph nor in the quarantine workbook; the row that waits keeps the rest of its cells."""
    street = cage.word("street")
    told = f"轮值；家庭住址 {street}；中共党员"
    rows: Rows = [HEAD, ["登科寺社区", "社工", "甄一（女，兼）", told], ["没有这村", "社工", "甄二（女）", told]]
    report = load(book(社工=rows))
    assert find(REMARK, name="甄一") == [{"remark": "轮值", "status": "CONCURRENT"}]
    (sheet,) = read_book(only_book(home))
    assert [row.cells for row in sheet.rows] == [("没有这村", "社工", "甄二", "轮值")]
    assert [(p.row, p.column) for p in report.problems if "个人情况" in p.message] == [(2, "备注"), (3, "备注")]
    assert not [
        name for name, content in files_under(home.home) if cage.found_in(content) or "党员".encode() in content
    ]


def test_a_journal_has_no_traits_and_no_path(
    county: Graph, home: Settings, tmp_path: Path, cage: Cage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is on disk; the workbook of its rows is found again all the same."""
    small = home.model_copy(update={"unit_rows": 1})
    path = tmp_path / f"名册{cage.identity('file')}.csv"
    rows = [f"没有这村,社工,甄{name}（女）,轮值；住址 {cage.word('street')}" for name in "甲乙丙丁戊己庚辛"]
    path.write_text("\n".join([",".join(HEAD), *rows]), encoding="utf-8")
    seen: list[bytes] = []
    real = rolling.Rolling.run

    def look(self: rolling.Rolling, progress: object = None) -> LoadReport:
        seen.extend(content for _, content in files_under(self.journal.path))
        return real(self)

    monkeypatch.setattr(rolling.Rolling, "run", look)
    report = load_file(county, path, small, LoadOptions(as_of=DAY))
    assert report.total("quarantined") == 8
    assert any("甄甲".encode() in content for content in seen)
    assert not [content for content in seen if cage.found_in(content) or "女".encode() in content]
    assert [row.cells[2] for row in read_book(only_book(home))[0].rows] == [f"甄{name}" for name in "甲乙丙丁戊己庚辛"]
    path.write_text("\n".join([",".join(HEAD), *rows[:1]]), encoding="utf-8")
    load_file(county, path, home, LoadOptions(as_of=DAY))
    assert len(read_book(only_book(home))[0].rows) == 1


def test_a_title_that_tells_twice(book: Book, load: Load, cage: Cage) -> None:
    """A number in a title does not hide that the sheet is of people who must not be listed."""
    rows = [[f"低保户花名册 {cage.identity('title')}"], HEAD, ["登科寺社区", "社工", "某人", None]]
    with pytest.raises(RefusedError, match="特殊人群") as caught:
        load(book(名单=rows))
    assert not cage.found_in(str(caught.value).encode())


def test_a_workbook_that_is_called_so(book: Book, load: Load) -> None:
    """Whatever its sheets are called."""
    with pytest.raises(RefusedError, match=r"残疾人名册\.xlsx 按文件名涉及特殊人群"):
        load(book("残疾人名册.xlsx", Sheet1=[HEAD, ["登科寺社区", "社工", "某人", None]]))


def test_numbers_in_titles_and_headers(book: Book, load: Load, home: Settings, cage: Cage) -> None:
    """As numbers too, of which a spreadsheet has lost the last figures."""
    whole, spoiled = int(cage.identity("title", ending="1")), float(cage.identity("header", ending="1"))
    rows = [["名册", whole], [float(whole)], [*HEAD, spoiled], ["没有这村", "社工", "甄一", None, "甲"]]
    report = load(book(社工=rows))
    assert report.sheets[0].refused_columns == [HIDDEN]
    assert any("表头以上" in problem.message for problem in report.problems)
    told = json.dumps(report.to_json(), ensure_ascii=False).encode()
    places = [("report", told), *files_under(home.home)]
    assert not [name for name, content in places if cage.found_in(content)]


def test_sheets_of_which_no_name_may_be_shown(book: Book, load: Load, find: Find, cage: Cage) -> None:
    """Are told apart: a row of one that waits does not hold back the same row of another."""
    sheets = {
        cage.identity("first"): [HEAD, ["登科寺社区", "社工", "甄一", None], ["登科寺社区", "社工", "甄二", None]],
        cage.identity("second"): [HEAD, ["没有这村", "社工", "甄三", None], ["登科寺社区", "社工", "甄四", None]],
    }
    report = load(book(**sheets))
    assert [sheet.name for sheet in report.sheets] == [HIDDEN, "（含证件号码，已隐去，第2个）"]
    assert [sheet.loaded for sheet in report.sheets] == [2, 1]
    names = find("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    assert [row["name"] for row in names] == ["甄一", "甄二", "甄四"]


def test_lists_of_divisions(county: Graph, home: Settings, tmp_path: Path, find: Find, cage: Cage) -> None:
    """A number in a name refuses the list; one in the file's own name is not shown, nor kept."""
    head = "code,name,level,parent_code\n511921,通江县,county,5119\n511921100,诺江{}镇,town,511921\n"
    bad = tmp_path / f"名单{cage.identity('file')}_2024-01-01.csv"
    bad.write_text(head.format(cage.identity("name")), encoding="utf-8")
    (report,) = load_paths(county, [bad], home, LoadOptions())
    assert (report.exit_code, report.file) == (3, HIDDEN)
    assert "第 3 行的名称含有身份证号" in str(report.error)
    bad.write_text(head.format(""), encoding="utf-8")
    assert read_list(bad, lambda _: True).title == HIDDEN
    load_list(county, bad, as_of=None, settings=home)
    titles = find("MATCH (n:Load|Source) RETURN n.title AS title")
    assert HIDDEN in {row["title"] for row in titles}
    assert not cage.found_in((str(report.to_json()) + str(titles)).encode())


def test_other_columns_of_a_list_of_divisions(
    county: Graph, home: Settings, tmp_path: Path, find: Find, cage: Cage
) -> None:
    """They are not read, and it is said; one of identity numbers makes the load partial, and is what --strict refuses."""
    path = tmp_path / "名单_2024-01-01.csv"
    path.write_text(
        "code,name,level,parent_code,负责人身份证号,note\n511921,通江县,county,5119,,\n"
        f"511921100,诺江镇,town,511921,{cage.identity('column')},好\n",
        encoding="utf-8",
    )
    before = fingerprint(county)
    (strict,) = load_paths(county, [path], home, LoadOptions(strict=True))
    assert (strict.exit_code, fingerprint(county)) == (3, before)
    (report,) = load_paths(county, [path], home, LoadOptions())
    (sheet,) = report.sheets
    assert (report.exit_code, sheet.refused_columns, sheet.dropped) == (1, ["负责人身份证号"], ["note"])
    assert find("MATCH (p:Place {code: '511921100'}) RETURN p.name AS name") == [{"name": "诺江镇"}]
    assert not cage.found_in(str(report.to_json()).encode())


def test_a_draft_asks_the_graph_for_nothing_secret(book: Book, home: Settings, cage: Cage) -> None:
    """What stands under a refused header, and what tells on a person, is not sent to the database as a parameter."""
    asked: set[str] = set()

    def known(words: Collection[str]) -> Mapping[str, str]:
        asked.update(words)
        return {}

    rows: list[list[Any]] = [["辖区村居", "人员", "移动电话(工作)", "家庭住址", "是否低保", "证件"]]
    for name in ("甄一", "甄二"):
        secret = cage.identity("card", dress="{1} {2} {3}", ending="X")
        rows.append(["登科寺社区", name, "12000000001", cage.word("street"), cage.word("poor"), secret])
    proposal = propose(book(名单=rows), tables_of(home.home), known)
    assert {"登科寺社区", "甄一"} <= asked
    assert not cage.found_in("\n".join(asked).encode())
    assert {one["header"]: one["cells"] for one in proposal.columns}["家庭住址"] == 2


def test_a_row_of_people_is_no_header_of_a_draft(book: Book, home: Settings) -> None:
    """Of a roster without a header nothing is quoted."""
    rows: list[list[Any]] = [["登科寺社区", "甄三", "网格员", "女", "大专"], ["狮子山村", "甄四", "书记", "男", "本科"]]
    with pytest.raises(RefusedError, match="没有像表头的一行") as caught:
        propose(book(名单=rows), tables_of(home.home), lambda _: {})
    assert "甄" not in str(caught.value)


def test_what_is_typed_into_a_quarantine_workbook(book: Book, load: Load, home: Settings, cage: Cage) -> None:
    """Into any of its cells, the mark and the place of a row among them: what is written anew has none of it."""
    rows: Rows = [["名册"], HEAD, ["没有这村", "社工", "甄一", None], ["没有那村", "社工", "甄二", None]]
    load(book(社工=rows, 别的=rows))
    path = only_book(home)
    workbook = load_workbook(path)
    for number, sheet in enumerate(workbook.worksheets):
        mark = str(sheet["A1"].value)
        sheet["A1"] = mark.replace("原文件：", f"原文件：{cage.identity('mark')}") if number == 0 else None
        sheet["A2"], sheet["A5"] = cage.identity("title"), cage.identity("village")
        sheet["D5"], sheet["E4"] = cage.identity("remark"), cage.identity("reason")
        sheet["F4"] = cage.identity("place")
    workbook.save(path)
    report = load(path)
    assert report.total("quarantined") + report.total("refused") > 0
    told = json.dumps(report.to_json(), ensure_ascii=False).encode()
    assert not [n for n, content in [("report", told), *files_under(home.home)] if cage.found_in(content)]
    assert path.exists()
