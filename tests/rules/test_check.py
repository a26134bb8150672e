"""`wushe check`: a violation in a spreadsheet is named with its file, sheet and row; its clean counterpart is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.rules.books import book
from tests.rules.planted import (
    CASES,
    GRID,
    GRID_ID,
    OFFICER,
    ORGANIZATIONS,
    PLACES,
    TENURES,
    TIES,
    Case,
    Row,
    Sheets,
)
from wushe.graph import Graph
from wushe.loaders.divisions import init_county, load_list
from wushe.schema import schema

Command = Callable[..., tuple[int, str, str]]
TODAY = "2024-08-01"


@pytest.fixture
def check(graph: Graph, wushe: Command, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Load workbooks into a real county and check it: the one JSON document, and the exit code under `code`."""
    init_county(graph, "511903")

    def run(*books: Sheets, options: tuple[str, ...] = (), as_of: str = TODAY) -> dict[str, Any]:
        for number, sheets in enumerate(books):
            path = book(tmp_path, sheets, f"名册{number}.xlsx")
            code, output, errors = wushe("load", str(path), "--as-of", "2024-07-15", "--json")
            assert code in {0, 1}, errors
            assert all(sheet["rows"]["loaded"] == sheet["rows"]["read"] for sheet in json.loads(output)[0]["sheets"]), (
                output
            )
        code, output, _ = wushe("check", "--json", "--as-of", as_of, *options)
        document: dict[str, Any] = json.loads(output)
        return document | {"code": code}

    return run


def found(document: dict[str, Any], *rules: str) -> dict[str, dict[str, Any]]:
    """Findings by id: errors and warnings, and those of these rules; most workbooks here lack what is only worth a note."""
    return {f["id"]: f for f in document["findings"] if f["severity"] != "INFO" or f["rule"] in rules}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}:{case.subject}")
def test_a_violation_is_named_with_its_row(check: Callable[..., dict[str, Any]], case: Case) -> None:
    """And nothing else is; an error is exit 1."""
    document = check(case.broken)
    (finding,) = found(document, case.rule).values()
    rule = schema().rules[case.rule]
    assert finding["id"] == f"gap:{case.rule}:{finding['subject']['id']}"
    assert (finding["rule"], finding["severity"], finding["fix"]) == (case.rule, rule.severity.value, rule.fix)
    assert finding["subject"]["id"].startswith(case.subject)
    assert finding["subject"]["id"] == case.subject or case.subject == "person:"
    sheet, row = case.row
    assert not sheet or {"file": "名册0.xlsx", "sheet": sheet, "row": row} in finding["provenance"]
    assert finding["subject"]["name"] in finding["text"] or case.subject.startswith(("post:", "person:", "duty:"))
    assert case.subject != "person:" or finding["subject"]["name"] not in finding["text"]
    assert document["code"] == (1 if rule.severity == "ERROR" else 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}:{case.subject}")
def test_the_clean_counterpart_is_clean(check: Callable[..., dict[str, Any]], case: Case) -> None:
    """Not even a warning."""
    document = check(case.clean)
    assert found(document, case.rule) == {}
    assert document["code"] == 0


@pytest.mark.parametrize("length", [2, 12])
def test_a_circle_of_any_length_is_one_finding(check: Callable[..., dict[str, Any]], length: int) -> None:
    """All its rows attest it; it is named at its least id."""
    names = [f"登科寺社区第{number:02}党支部" for number in range(length)]
    branches: list[Row] = [[name, "党支部", "登科寺社区"] for name in names]
    ties: list[Row] = [[name, "领导", names[(number + 1) % length]] for number, name in enumerate(names)]
    document = check({ORGANIZATIONS: branches, TIES: ties})
    (finding,) = [f for f in found(document).values() if f["rule"] == "leads_cycle"]
    assert finding["subject"]["name"] == names[0]
    assert sorted(one["row"] for one in finding["provenance"]) == list(range(2, length + 2))
    assert finding["text"].count("党支部") == length + 1


def test_a_knot_of_leadership_is_found_without_walking_every_way(check: Callable[..., dict[str, Any]]) -> None:
    """Nine branches that all lead each other: one finding, of the shortest circle, not one of each of 125,000."""
    names = [f"登科寺社区第{number}党支部" for number in range(1, 10)]
    branches: list[Row] = [[name, "党支部", "登科寺社区"] for name in names]
    ties: list[Row] = [[one, "领导", other, "次"] for one in names for other in names if one != other]
    document = check({ORGANIZATIONS: branches, TIES: ties})
    cycles = [finding for finding in found(document).values() if finding["rule"] == "leads_cycle"]
    assert {finding["subject"]["name"] for finding in cycles} == set(names[:-1])
    assert {len(finding["provenance"]) for finding in cycles} == {2}


def test_a_rule_holds_on_the_day_that_is_asked_about(check: Callable[..., dict[str, Any]]) -> None:
    """A circle that was broken later is one on the earlier day only."""
    ties: list[Row] = [
        ["登科寺社区党总支", "领导", "登科寺社区第一党支部", None, "2020-01-01"],
        ["登科寺社区第一党支部", "领导", "登科寺社区党总支", None, "2020-01-01", "2021-12-31"],
    ]
    organizations: list[Row] = [
        ["登科寺社区党总支", "党总支", "登科寺社区"],
        ["登科寺社区第一党支部", "党支部", "登科寺社区"],
    ]
    sheets: Sheets = {ORGANIZATIONS: [[*row, None, None, "2020-01-01"] for row in organizations], TIES: ties}
    assert found(check(sheets, as_of="2022-01-01")) == {}
    assert [f["rule"] for f in found(check(as_of="2021-12-31")).values()] == ["leads_cycle"]


def test_a_grid_of_a_village_that_is_no_more(
    check: Callable[..., dict[str, Any]], graph: Graph, tmp_path: Path
) -> None:
    """A later list without the village leaves its grid without one."""
    document = check({PLACES: GRID, TENURES: OFFICER})
    assert document["counties"] == ["511903"]
    rows = ["511903001,登科街道,town,511903", "511903001001,西溪社区居民委员会,village,511903001"]
    path = tmp_path / "恩阳_2024-07-20.csv"
    path.write_text("\n".join(["code,name,level,parent_code", *rows]), encoding="utf-8")
    load_list(graph, path, as_of=None)
    finding = found(check())[f"gap:local_place_parents:{GRID_ID}"]
    assert finding["text"] == "登科寺社区第1网格应当恰好属于一个村（社区），现有：无"
    assert {"file": "名册0.xlsx", "sheet": PLACES, "row": 2} in finding["provenance"]
    assert f"gap:local_place_parents:{GRID_ID}" not in found(check(as_of="2024-07-19"))


def test_units_without_a_successor_are_listed(check: Callable[..., dict[str, Any]]) -> None:
    """243 codes dropped in 2020 and 140 in 2019, of which 96 and 139 have one; INFO is no failure."""
    document = check()
    assert (document["code"], document["asOf"]) == (0, TODAY)
    listed = [finding for finding in document["findings"] if finding["rule"] == "unmatched_unit"]
    assert len(document["findings"]) == len(listed) == 243 - 96 + 140 - 139
    assert {finding["severity"] for finding in listed} == {"INFO"}
    one = next(finding for finding in listed if finding["subject"]["id"] == "place:511903104200")
    assert {row["file"] for row in one["provenance"]} == {"511903_2016-07-31.csv", "511903_2019-10-31.csv"}
    assert not [f for f in check(as_of="2016-08-01")["findings"] if f["rule"] == "unmatched_unit"]


def test_a_place_narrows_it(check: Callable[..., dict[str, Any]]) -> None:
    """At any depth, by code, id or name; what lies elsewhere is left out."""
    document = check(
        {PLACES: GRID, TENURES: [["登科寺社区第1网格", "专职网格员", "空缺"]]}, options=("--place", "511903001")
    )
    assert list(found(document)) == [f"gap:vacant_grid:{GRID_ID}"]
    for place in ("place:511903001002", "登科街道登科寺社区", GRID_ID):
        assert len(found(check(options=("--place", place)))) == 1
    assert check(options=("--place", "511903001001"))["findings"] == []
    assert len(check(options=("--place", "511903"))["findings"]) == len(check()["findings"])


@pytest.mark.parametrize(("published", "codes"), [(2, ["grids"]), (1, [])])
def test_a_published_number_is_compared(check: Callable[..., dict[str, Any]], published: int, codes: list[str]) -> None:
    """One that the graph does not bear out is a warning; every one that was loaded is listed."""
    figures: list[Row] = [["网格", str(published), "个", "恩阳区", "2024-07-15"]]
    document = check({PLACES: GRID, TENURES: OFFICER, "指标": figures})
    assert list(found(document)) == [f"gap:figure_disagrees:place:511903:{code}" for code in codes]
    (figure,) = document["figures"]
    assert (figure["code"], figure["reported"], figure["computed"]) == ("grids", published, 1)
    assert figure["agrees"] is (published == 1)
    for finding in found(document).values():
        assert finding["text"] == "恩阳区的“网格”公布为 2个，按台账重算为 1个"
        assert finding["provenance"] == [{"file": "名册0.xlsx", "sheet": "指标", "row": 2}]


def test_it_is_said_in_words(check: Callable[..., dict[str, Any]], wushe: Command) -> None:
    """By severity, with file, sheet and row, what to do, and how many there are; a clean place says so."""
    check(CASES[0].broken)
    code, output, _ = wushe("check", "--as-of", TODAY)
    assert code == 1
    assert "错误 领导关系成环" in output
    assert "名册0.xlsx·联动关系·第 4 行" in output
    assert f"怎么办：{schema().rules['leads_cycle'].fix}" in output
    assert output.strip().endswith("错误 1 条，说明 149 条")
    code, output, _ = wushe("check", "--place", "511903101", "--as-of", TODAY)
    assert code == 0
    assert output.strip().endswith("没有错误，说明 12 条")
    assert "另有 7 条" in output
    code, output, _ = wushe("check", "--place", "511903001001", "--as-of", TODAY)
    assert (code, output) == (0, f"{TODAY}，511903：没有发现问题\n")


def test_an_empty_graph_says_what_to_do(graph: Graph, wushe: Command) -> None:
    """Nothing to check is wrong usage, not a clean bill."""
    code, output, errors = wushe("check", "--json")
    (error,) = json.loads(output)["errors"]
    assert (code, error["extensions"]["code"]) == (2, "BAD_INPUT")
    assert "wushe init" in error["message"]
    assert "wushe init" in errors


@pytest.mark.parametrize("options", [("--place", "没有这个地方"), ("--as-of", "昨天")])
def test_what_cannot_be_asked_is_wrong_usage(graph: Graph, wushe: Command, options: tuple[str, str]) -> None:
    """A line on standard error, nothing on standard output."""
    init_county(graph, "511903")
    code, output, errors = wushe("check", *options)
    assert (code, output) == (2, "")
    assert options[1] in errors


def test_an_organisation_of_a_village_that_is_no_more(
    check: Callable[..., dict[str, Any]], graph: Graph, tmp_path: Path
) -> None:
    """It lies nowhere, is tied to nothing, has no post: an orphan, said from the day of the list without its village."""
    check({ORGANIZATIONS: [["登科寺社区合唱队", "志愿队", "登科寺社区"]]})
    rows = ["511903001,登科街道,town,511903", "511903001001,西溪社区居民委员会,village,511903001"]
    path = tmp_path / "恩阳_2024-07-20.csv"
    path.write_text("\n".join(["code,name,level,parent_code", *rows]), encoding="utf-8")
    load_list(graph, path, as_of=None)
    identifier = "gap:orphan:org:volunteer_team:511903001002:登科寺社区合唱队"
    assert set(found(check(options=("--place", "511903001")))) == {identifier}
    assert found(check())[identifier]["text"] == "登科寺社区合唱队没有所在地、没有任何关系，也没有岗位"
    assert found(check(as_of="2024-07-19")) == {}


def test_a_grid_is_vacant_only_where_a_roster_was_loaded(check: Callable[..., dict[str, Any]]) -> None:
    """Grids without any roster of officers lack the roster; with an officer in another grid of the town they lack theirs."""
    assert found(check({PLACES: [*GRID, ["白玉社区第1网格", "网格", "白玉社区"]]})) == {}
    assert set(found(check({TENURES: OFFICER}))) == {"gap:vacant_grid:place:511903001008-G01"}
    assert found(check(as_of="2024-07-14")) == {}
