"""区划与网格: identity, names, coverage, counts of divisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.loaders.conftest import GRID, Book, Find, Load


def test_grids_are_part_of_their_village(book: Book, load: Load, find: Find) -> None:
    """However the number is written, the grid has one id and one name; dates keep their precision."""
    report = load(book(网格=GRID))
    assert report.exit_code == 0, report.problems
    rows = find(
        "MATCH (g:Place {kind: 'grid'})-[p:PART_OF]->(v) RETURN g.id AS id, g.name AS name, g.households AS households, "
        "v.name AS village, p.since AS since, p.sincePrecision AS precision, g.county AS county ORDER BY id"
    )
    assert rows == [
        {
            "id": "place:511903001002-G01",
            "name": "登科寺社区第1网格",
            "households": 320,
            "village": "登科寺社区",
            "since": date(2021, 1, 1),
            "precision": "DAY",
            "county": "511903",
        },
        {
            "id": "place:511903001002-G02",
            "name": "登科寺社区第2网格",
            "households": 300,
            "village": "登科寺社区",
            "since": date(2021, 1, 1),
            "precision": "YEAR",
            "county": "511903",
        },
    ]


def test_local_code_and_alias_are_names(book: Book, load: Load, find: Find) -> None:
    """A grid is found by its code and by what people call it."""
    load(book(网格=GRID))
    rows = find("MATCH (n:Name {form: 'alias'})-[:NAMES]->(:Place) RETURN n.text AS text ORDER BY text")
    assert [row["text"] for row in rows] == ["511903001002001", "广场网格"]


def test_coverage_may_name_a_grid_further_down(book: Book, load: Load, find: Find) -> None:
    """A group above its grid in the sheet, in any spelling of the grid, and an estate with two grids."""
    header = ["名称", "类型", "上级", "覆盖网格"]
    rows = [
        ["第1组", "村民小组", "登科寺社区", "第一网格"],
        ["登科华府", "小区", "登科寺社区", "登科寺社区1网格、登科寺社区第2网格"],
        *[[row[0], row[1], row[2], None] for row in GRID[1:]],
    ]
    report = load(book(台账=[header, *rows]))
    assert report.problems == []
    found = find("MATCH (g)-[:COVERS]->(p) RETURN g.name AS grid, p.name AS part ORDER BY part, grid")
    assert [(row["grid"], row["part"]) for row in found] == [
        ("登科寺社区第1网格", "登科华府"),
        ("登科寺社区第2网格", "登科华府"),
        ("登科寺社区第1网格", "登科寺社区第1组"),
    ]


def test_redrawn_grid_ends_coverage(book: Book, load: Load, find: Find) -> None:
    """A later file that gives another grid ends the earlier edge on its day."""
    header = ["名称", "类型", "上级", "覆盖网格", "起始日期"]

    def sheet(grid: str) -> list[list[Any]]:
        return [header, *[[*row[:3], None, None] for row in GRID[1:]], ["第1组", "小组", "登科寺社区", grid, "2020年"]]

    load(book("一.xlsx", 台账=sheet("第1网格")))
    load(book("二.xlsx", 台账=sheet("第2网格")), as_of=date(2024, 9, 1))
    found = find("MATCH (g)-[c:COVERS]->() RETURN g.name AS grid, c.since AS since, c.until AS until ORDER BY since")
    assert [tuple(row.values()) for row in found] == [
        ("登科寺社区第1网格", date(2020, 1, 1), date(2024, 9, 1)),
        ("登科寺社区第2网格", date(2024, 9, 1), date(9999, 12, 31)),
    ]


def test_divisions_take_counts_only(book: Book, load: Load, find: Find) -> None:
    """A row of an existing village updates its counts and gives it another name."""
    report = load(book(村=[["名称", "类型", "户数", "别名"], ["登科寺社区", "社区", 1234, "登科"]]))
    assert report.problems == []
    (village,) = find("MATCH (p:Place {id: 'place:511903001002'}) RETURN p.households AS n, p.since AS since")
    assert village == {"n": 1234, "since": date(2016, 7, 31)}


def test_same_name_in_two_towns_waits_for_the_town(book: Book, load: Load, find: Find) -> None:
    """An ambiguous parent is quarantined with the candidates; with the town before it, it loads."""
    header = ["名称", "上级", "户数"]
    report = load(book(网格=[header, ["第1网格", "青龙村", 10], ["第1网格", "雪山镇青龙村", 12]]))
    (problem,) = report.problems
    assert (problem.row, problem.column, report.exit_code) == (2, "上级", 1)
    assert "玉山镇/青龙村" in problem.message
    assert [row["id"] for row in find("MATCH (g:Place {kind: 'grid'}) RETURN g.id AS id")] == ["place:511903120200-G01"]


def test_title_decides_between_towns(book: Book, load: Load, find: Find) -> None:
    """填报单位 in the title is where a name is meant."""
    rows = [["填报单位：玉山镇人民政府  填报时间：2024.7.1"], ["名称", "上级", "户数"], ["第1网格", "青龙村", 10]]
    report = load(book(网格=rows))
    assert (report.as_of, report.exit_code) == (date(2024, 7, 1), 0)
    assert [row["id"] for row in find("MATCH (g:Place {kind: 'grid'}) RETURN g.id AS id")] == ["place:511903101200-G01"]


def test_unknown_village_is_quarantined(book: Book, load: Load, find: Find) -> None:
    """The row waits, says where it is and what is missing; the others load."""
    report = load(book(网格=[*GRID, ["第1网格", "网格", "不存在村"]]))
    (problem,) = report.problems
    assert (problem.sheet, problem.row, problem.column, problem.cell) == ("网格", 4, "上级", "C4")
    assert "不存在村" in problem.message
    assert (report.total("loaded"), report.total("quarantined"), report.exit_code) == (2, 1, 1)


def test_grid_under_a_town_is_quarantined(book: Book, load: Load) -> None:
    """A grid lies in a village, never in a town."""
    report = load(book(网格=[["名称", "类型", "上级"], ["第1网格", "网格", "登科街道"]]))
    assert "所属的村" in report.problems[0].message
