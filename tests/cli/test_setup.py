"""`wushe init` and `wushe template`."""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from wushe.graph import Graph, fingerprint
from wushe.loaders.divisions.packaged import NATIONAL

Wushe = Callable[..., tuple[int, str, str]]


def listed(county: str) -> dict[str, set[str]]:
    """The codes of a county's towns and villages in the national list, read without any code of ours."""
    found: dict[str, set[str]] = {"town": set(), "village": set()}
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["level"] in found and row["code"].startswith(county):
                found[row["level"]].add(row["code"])
    return found


def codes(graph: Graph, kind: str) -> set[str]:
    """The codes of the places of a kind that are there today."""
    query = "MATCH (p:Place {kind: $kind}) WHERE p.until = date('9999-12-31') RETURN p.code AS code"
    return {row["code"] for row in graph.read(lambda reader: reader.run(query, kind=kind))}


@pytest.mark.parametrize("county", ["511903", "110101", "441900", "429004", "542521"])
def test_any_county_has_exactly_its_towns_and_villages(graph: Graph, wushe: Wushe, county: str) -> None:
    """A district of Sichuan, of Beijing, a city without counties, one under a province, one on the plateau."""
    code, out, _ = wushe("init", county, "--json")
    assert code == 0
    counted, expected = json.loads(out), listed(county)
    assert (counted["county"], counted["towns"], counted["villages"]) == (county, *map(len, expected.values()))
    assert codes(graph, "town") == expected["town"]
    assert codes(graph, "village") == expected["village"]


def test_twice_changes_nothing(graph: Graph, wushe: Wushe) -> None:
    """Neither the graph nor the rosters."""
    wushe("init", "511903")
    before = fingerprint(graph)
    rosters = {path.name: path.read_bytes() for path in Path("rosters-511903").iterdir()}
    code, out, _ = wushe("init", "511903")
    assert code == 0
    assert "没有改动" in out
    assert fingerprint(graph) == before
    assert {path.name: path.read_bytes() for path in Path("rosters-511903").iterdir()} == rosters


def test_a_second_county_enters_the_scope(graph: Graph, wushe: Wushe) -> None:
    """Names of both are found."""
    wushe("init", "511903")
    wushe("init", "110101")
    scope = graph.read(lambda r: r.run("MATCH (g:Graph) RETURN g.scope AS scope"))[0]["scope"]
    assert scope == ["511903", "110101"]


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("code", ["511999", "51190", "恩阳", "511903001"])
def test_a_wrong_code_names_the_nearest_real_ones(wushe: Wushe, code: str) -> None:
    """Exit 2, and something to go on with."""
    exit_code, out, err = wushe("init", code)
    assert (exit_code, out) == (2, "")
    assert "错误" in err
    assert "Traceback" not in err


@pytest.mark.usefixtures("graph")
def test_the_blank_rosters_and_the_template_load(wushe: Wushe) -> None:
    """Unfilled they load nothing and are no error; filled they load."""
    wushe("init", "511903")
    assert wushe("load", "rosters-511903")[0] == 0
    assert wushe("template", "-o", "表.xlsx")[0] == 0
    book = openpyxl.load_workbook("表.xlsx")
    assert len(book.sheetnames) >= 8
    sheet = next(
        s
        for s in book.worksheets
        if [c.value for c in s[1]][:2] == ["名称", "类型"] and "上级" in [c.value for c in s[1]]
    )
    headers = [cell.value for cell in sheet[1]]
    row = {"名称": "第1网格", "类型": "网格", "上级": "登科寺社区", "户数": "300"}
    sheet.append([row.get(str(header)) for header in headers])
    book.save("填好.xlsx")
    code, out, err = wushe("load", "填好.xlsx")
    assert code == 0, out + err
    (error,) = json.loads(wushe("who", "火灾", "登科寺社区第1网格", "--json")[1])["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND", "there are no matters yet, so the question is not understood"


@pytest.mark.usefixtures("graph")
def test_a_template_is_not_overwritten(wushe: Wushe) -> None:
    """What somebody has filled stays."""
    wushe("template", "-o", "表.xlsx")
    Path("表.xlsx").write_bytes(b"filled")
    code, _, err = wushe("template", "-o", "表.xlsx")
    assert code == 2
    assert "表.xlsx" in err
    assert Path("表.xlsx").read_bytes() == b"filled"
