"""`wushe load`: bad input gets a clear error that says where, and never leaves a file half loaded."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions.load import init_county

Wushe = Callable[..., tuple[int, str, str]]
HEAD = ["单位", "岗位", "姓名", "联系电话", "起始日期"]
GOOD = ["登科寺社区", "社工", "张样例", "12000000001", "2024-01-01"]


@pytest.fixture
def county(graph: Graph) -> Graph:
    """The towns and villages of a county, and nothing else."""
    init_county(graph, "511903")
    return graph


def workbook(name: str, *rows: list[str]) -> str:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(name)
    return name


def broken(kind: str) -> str:
    """A file that cannot be loaded at all."""
    path = Path("坏.xlsx")
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("单位,岗位,姓名\n", encoding="utf-8")
    elif kind == "truncated":
        whole = Path(workbook("好.xlsx", HEAD, GOOD)).read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "headers":
        workbook("坏.xlsx", ["甲", "乙", "丙"], ["1", "2", "3"])
    return "坏.xlsx"


@pytest.mark.parametrize("kind", ["empty", "text", "truncated", "headers"])
def test_a_file_that_cannot_be_read_is_refused_whole(county: Graph, wushe: Wushe, kind: str) -> None:
    """Exit 3, the file named, nothing written, no traceback."""
    before = fingerprint(county)
    code, out, err = wushe("load", broken(kind))
    assert code == 3
    assert "坏.xlsx" in out + err
    assert "Traceback" not in out + err
    assert fingerprint(county) == before


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["没有的社区", "社工", "李样例", "12000000002", "2024-01-01"], ["没有的社区", "单位"]),
        (["登科寺社区", "社工", "李样例", "12000000002", "前年"], ["前年", "起始日期"]),
        (["青龙", "社工", "李样例", "12000000002", "2024-01-01"], ["青龙", "玉山镇", "雪山镇"]),
    ],
)
def test_a_bad_row_is_told_and_the_good_ones_come_in(
    county: Graph, wushe: Wushe, row: list[str], words: list[str]
) -> None:
    """Exit 1; sheet, row and column are named; strict refuses the file."""
    name = workbook("名册.xlsx", HEAD, GOOD, row)
    before = fingerprint(county)
    assert wushe("load", name, "--strict")[0] == 3
    assert fingerprint(county) == before
    code, out, err = wushe("load", name)
    assert code == 1
    said = out + err
    assert "第 3 行" in said
    assert all(word in said for word in words), said
    people = county.read(lambda r: r.run("MATCH (p:Person) RETURN p.name AS name"))
    assert [p["name"] for p in people] == ["张样例"]
    after = fingerprint(county)
    again, out, err = wushe("load", name)
    assert (again, "第 3 行" in out + err) == (0, True)
    assert wushe("load", name, "--strict")[0] == 3
    assert fingerprint(county) == after


def test_json_is_one_document(county: Graph, wushe: Wushe) -> None:
    """For machines."""
    code, out, _ = wushe("load", workbook("名册.xlsx", HEAD, GOOD), "--as-of=2024-07-15", "--json")
    assert code == 0
    (report,) = json.loads(out)
    assert report["sheets"][0]["rows"] == {"read": 1, "loaded": 1, "quarantined": 0, "refused": 0}
    assert county


def test_the_same_file_again_changes_nothing(county: Graph, wushe: Wushe) -> None:
    """Exit 0 and the same graph."""
    name = workbook("名册.xlsx", HEAD, GOOD)
    wushe("load", name)
    before = fingerprint(county)
    assert wushe("load", name)[0] == 0
    assert fingerprint(county) == before


def test_ending_a_tenure_makes_the_post_vacant(sample: Graph, wushe: Wushe) -> None:
    """With the officer's tenure ended, the question says VACANT, names the stand-in and the reason."""
    head = ["单位", "岗位", "姓名", "联系电话", "终止日期"]
    row = ["登科寺社区第1网格", "专职网格员", "侯文斌", "12043049636", "2024-08-31"]
    assert wushe("load", workbook("离任.xlsx", head, row), "--as-of=2024-09-01")[0] == 0
    before = json.loads(wushe("who", "矛盾纠纷", "登科寺社区第1网格", "--as-of=2024-08-31", "--json")[1])
    after = json.loads(wushe("who", "矛盾纠纷", "登科寺社区第1网格", "--as-of=2024-09-01", "--json")[1])
    assert (before["gap"], before["responsible"][0]["holder"]["name"]) == (None, "侯文斌")
    assert after["gap"] == "VACANT"
    assert after["responsible"][0]["holder"] is None
    assert after["responsible"][1]["holder"]["name"] == "于明芳"
    assert any("2024-09-01 起空缺" in reason["text"] for reason in after["why"])
    assert any("同一单位的负责人" in reason["text"] for reason in after["why"])
    sample.statement("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def test_a_database_that_is_down(wushe: Wushe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 4 and one line."""
    monkeypatch.setenv("WUSHE_NEO4J_URI", "bolt://127.0.0.1:1")
    code, out, err = wushe("load", workbook("名册.xlsx", HEAD, GOOD))
    assert (code, out) == (4, "")
    assert len(err.strip().splitlines()) == 1


def test_a_damaged_name_does_not_empty_a_post(county: Graph, wushe: Wushe) -> None:
    """An error cell, or a phone without a name, says nothing of the holder; the row waits to be mended."""
    wushe("load", workbook("名册.xlsx", HEAD, GOOD), "--as-of=2024-07-15")
    before = fingerprint(county)
    for name, phone in (("#REF!", ""), ("", "12000000003"), ("<b>", "")):
        row = ["登科寺社区", "社工", name, phone, ""]
        assert wushe("load", workbook("坏名.xlsx", HEAD, row), "--as-of=2024-08-01")[0] == 1
        assert fingerprint(county) == before


def test_a_very_long_cell_is_refused_at_once(county: Graph, wushe: Wushe) -> None:
    """It never reaches the look-up of names."""
    row = ["登" * 30_000, "社工", "李样例", "", ""]
    code, out, err = wushe("load", workbook("长.xlsx", HEAD, row))
    assert code == 1
    assert "2000 字" in out + err
    assert county


def test_an_address_of_another_kind(wushe: Wushe, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that names the variable."""
    monkeypatch.setenv("WUSHE_NEO4J_URI", "http://127.0.0.1:7687")
    code, out, err = wushe("who", "路灯", "登科寺社区")
    assert (code, out) == (4, "")
    assert "WUSHE_NEO4J_URI" in err
    assert len(err.strip().splitlines()) == 1


def test_no_such_file(county: Graph, wushe: Wushe) -> None:
    """Named, and not a traceback."""
    code, out, err = wushe("load", "没有.xlsx")
    assert code in (2, 3)
    assert "没有.xlsx" in out + err
    assert county


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("load", "--json"), 2),
        (("load", "--json", "--undo", "load:none"), 2),
        (("load", "没有.xlsx", "--jason", "--json"), 2),
        (("who", "矛盾纠纷", "青龙", "--json"), 2),
        (("who", "没有的事项", "登科寺社区", "--json"), 2),
        (("export", "--format", "tables", "--place", "没有这里", "-o", "x.xlsx", "--json"), 2),
    ],
)
def test_an_error_is_one_json_document_too(wushe: Wushe, county: Graph, arguments: tuple[str, ...], code: int) -> None:
    """In the shape of GraphQL's errors, beside the line on standard error."""
    assert county
    ended, out, err = wushe(*arguments)
    (error,) = json.loads(out)["errors"]
    assert ended == code
    assert error["message"][:10] in err
    assert error["extensions"]["code"] in {"BAD_INPUT", "NOT_FOUND", "AMBIGUOUS"}
