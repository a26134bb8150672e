"""Kinds 21 and 27: names of units that were merged, and files that are older than what is loaded."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.conftest import Book, Find, Load, Rows
from wushe.graph import Graph
from wushe.loaders.divisions import init_county
from wushe.loaders.load import LoadOptions, load_file
from wushe.settings import Settings

TOP = ["镇街", "村(社区)", "书记姓名", "书记电话", "主任姓名"]
OLD: Rows = [TOP, ["青木镇", "川新村", "张三", None, None], ["青木镇", "石马村", "李四", None, None]]
UNITS = ["名称", "类型", "所在地", "上级组织", "上级关系", "统一社会信用代码", "别名", "起始日期"]


@pytest.fixture
def merged(graph: Graph) -> Graph:
    """The real county, which merged its towns between 2019 and 2020."""
    init_county(graph, "511903")
    return graph


def test_an_old_village_in_an_old_file_and_in_a_new_one(merged: Graph, book: Book, home: Settings) -> None:
    """On its day it is there; later the row waits, and the report says since when and into what it was merged."""
    path = book(通讯录=OLD)
    old = load_file(merged, path, home, LoadOptions(as_of=date(2019, 10, 31)))
    assert (old.problems, old.total("loaded")) == ([], 2)
    bodies = merged.read(lambda r: r.run("MATCH (:Person)-[:HOLDS]->()-[:IN]->(b) RETURN b.id AS id ORDER BY id"))
    assert bodies == [{"id": "place:511903104201"}, {"id": "place:511903104203"}]
    new = load_file(merged, book("新.xlsx", 通讯录=OLD), home, LoadOptions(as_of=date(2024, 7, 15)))
    waiting = [(p.severity, p.row, p.column) for p in new.problems]
    assert waiting == [("quarantined", 2, "村(社区)"), ("quarantined", 3, "村(社区)")]
    first, second = (problem.message for problem in new.problems)
    assert "2020-06-30 起已不存在" in first
    assert "并入了 恩阳区/渔溪镇/川新村" in first
    assert "所在的青木镇并入了 " in second
    assert "恩阳区/明阳镇" in second


def test_an_older_file_leaves_the_superior_of_today(book: Book, load: Load, find: Find) -> None:
    """What it says of a superior and of the place is history; the present stays as it was."""
    bodies = [["甲党委", "党委", "登科街道"], ["乙党委", "党委", "登科街道"]]
    new = [UNITS, *bodies, ["丙支部", "党支部", "登科寺社区", "甲党委"]]
    load(book("新.xlsx", 组织=new))
    load(book("旧.xlsx", 组织=[UNITS, ["丙支部", "党支部", "登科寺社区", "乙党委"]]), as_of=date(2021, 12, 31))
    leads = find("MATCH (a)-[r:LEADS]->() RETURN a.name AS a, r.since AS since, r.until AS until ORDER BY a")
    assert [tuple(row.values()) for row in leads] == [
        ("乙党委", date(2021, 12, 31), date(2024, 7, 15)),
        ("甲党委", date(2024, 7, 15), date(9999, 12, 31)),
    ]


def test_an_alias_of_a_renamed_body_is_as_old_as_its_new_name(book: Book, load: Load, find: Find) -> None:
    """Not as old as the body."""
    code = "91330100799655058B"
    load(book("一.xlsx", 组织=[UNITS, ["旧名公司", "驻区单位", "登科街道", None, None, code, None, "2010年"]]))
    renamed = ["新名公司", "驻区单位", "登科街道", None, None, code, "新名", "2010年"]
    load(book("二.xlsx", 组织=[UNITS, renamed]), as_of=date(2024, 9, 1))
    names = find("MATCH (n:Name)-[:NAMES]->(:Organization) RETURN n.text AS text, n.since AS since ORDER BY text")
    assert {row["text"]: row["since"] for row in names} == {
        "旧名公司": date(2010, 1, 1),
        "新名公司": date(2024, 9, 1),
        "新名": date(2024, 9, 1),
    }
