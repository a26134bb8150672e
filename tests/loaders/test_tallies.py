"""Personal attributes are added up per town and kind of post; nothing of one person is to be found anywhere."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.conftest import GRID, Book, Find, Load, Rows
from wushe.loaders.privacy import counted_header, refused_header
from wushe.loaders.tallies import attributes_under, town_of, trait
from wushe.schema import schema

TALLIES = "MATCH (t:Tally) RETURN t.id AS id, t.count AS count, t.of AS of ORDER BY id"
HEADER = ["村(社区)", "网格", "姓名", "性别", "政治面貌", "学历", "出生年月", "手机", "离任时间"]
IDENTITY = "51190219900307024"
CHECKED = (
    IDENTITY
    + "10X98765432"[
        sum(int(d) * w for d, w in zip(IDENTITY, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), strict=True))
        % 11
    ]
)


def sums(find: Find) -> dict[str, tuple[int, int]]:
    """How many, of how many, by id."""
    return {row["id"]: (row["count"], row["of"]) for row in find(TALLIES)}


def everything(find: Find) -> str:
    """All that the graph holds."""
    nodes = find("MATCH (n) RETURN properties(n) AS p")
    edges = find("MATCH ()-[r]->() RETURN properties(r) AS p")
    return json.dumps([nodes, edges], ensure_ascii=False, default=str)


def officers(*rows: tuple[Any, ...]) -> Rows:
    """Rows of a roster of officers in 登科寺社区: grid, name, sex, politics, schooling, birth, phone, last day."""
    return [HEADER, *[["登科寺社区", *row] for row in rows]]


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("政治面貌", "中共党员", True),
        ("政治面貌", "预备党员", True),
        ("政治面貌", "非党员", False),
        ("政治面貌", "民革党员", False),
        ("政治面貌", "党员发展对象", False),
        ("学历", "非全日制本科", True),
        ("学历", "大专肄业", False),
        ("政治面貌", "共青团员", False),
        ("学历", "大 专", True),
        ("文化程度", "大学本科", True),
        ("学历", "高中", False),
        ("学历", "大专以下", False),
        ("性别", "女", True),
        ("性别", "无", None),
    ],
)
def test_what_a_cell_says(header: str, value: str, expected: bool | None) -> None:
    """Yes, no or nothing."""
    (kind,) = attributes_under(header)
    assert trait(value, kind) is expected


def test_a_town_and_never_below() -> None:
    """The town of a grid; the county of a department."""
    assert (
        town_of(("place:511903001002-G01", "place:511903001002", "place:511903001", "place:511903"))
        == "place:511903001"
    )
    assert town_of(("place:511903", "place:5119")) == "place:511903"


def test_sums_per_town(book: Book, load: Load, find: Find) -> None:
    """Rows that load and are of today: not the one who left, not the vacancy, not the row that failed."""
    rows = officers(
        ("第1网格", "张三", "女", "中共党员", "大专", "1990.1", "12000000001", None),
        ("第2网格", "李四", "男", "群众", "高中", "1991.1", None, None),
        ("第1网格", "王五", "女", "中共党员", "本科", None, None, "2020年"),
        ("第9网格", "赵六", "女", "中共党员", "本科", None, None, None),
    )
    report = load(book(网格=GRID, 名册=rows))
    assert sums(find) == {
        "tally:511903001:grid_officer:college": (1, 2),
        "tally:511903001:grid_officer:party_member": (1, 2),
        "tally:511903001:grid_officer:women": (1, 2),
    }
    columns = report.sheets[1].to_json()["columns"]
    assert (columns["counted"], columns["dropped"]) == (["性别", "政治面貌", "学历"], ["出生年月"])
    assert {p.column for p in report.problems if "加总" in p.message} == {"性别", "政治面貌", "学历"}
    (tally,) = find("MATCH (t:Tally {attribute: 'women'}) RETURN t.by AS by, t.county AS county, t.place AS place")
    assert (tally["county"], tally["place"]) == ("511903", "place:511903001")
    assert tally["by"] == [f"{report.load}#!"]


def test_replaced_by_a_newer_load_only(book: Book, load: Load, find: Find) -> None:
    """The newer sum stands; a file without the columns, and an older one, change nothing."""
    first = officers(("第1网格", "张三", "女", None, None, None, None, None), ("第2网格", "李四", "女", *[None] * 5))
    load(book("一.xlsx", 网格=GRID, 名册=first))
    assert sums(find) == {"tally:511903001:grid_officer:women": (2, 2)}
    later = officers(("第1网格", "张三", "女", None, None, None, None, None), ("第2网格", "王五", "男", *[None] * 5))
    load(book("二.xlsx", 名册=later), as_of=date(2024, 9, 1))
    assert sums(find) == {"tally:511903001:grid_officer:women": (1, 2)}
    older = officers(
        ("第1网格", "张三", "男", None, None, None, None, "2024-01-31"), ("第2网格", "李四", "男", *[None] * 5)
    )
    load(book("三.xlsx", 名册=older), as_of=date(2023, 9, 1))
    load(
        book("四.xlsx", 任职=[["单位", "岗位", "姓名"], ["登科寺社区第1网格", "网格员", "张三"]]),
        as_of=date(2024, 10, 1),
    )
    assert sums(find) == {"tally:511903001:grid_officer:women": (1, 2)}


def women(*rows: tuple[str, str, str]) -> Rows:
    """Rows of a roster of officers: grid, name, sex."""
    return officers(*[(grid, name, sex, *[None] * 5) for grid, name, sex in rows])


WOMEN = "tally:511903001:grid_officer:women"
WHOLE = women(("第1网格", "张三", "女"), ("第2网格", "李四", "女"))
SPAN = "MATCH (t:Tally) RETURN t.count AS count, t.since AS since, t.until AS until"


def test_a_part_of_a_roster_replaces_no_sum(book: Book, load: Load, find: Find) -> None:
    """The standing sum stays, and the report says both numbers; said to be the whole list, it is replaced."""
    load(book("一.xlsx", 网格=GRID, 名册=WHOLE), place="511903001")
    part = book("二.xlsx", 名册=women(("第1网格", "张三", "女")))
    report = load(part, as_of=date(2024, 9, 1), place="511903001")
    assert sums(find) == {WOMEN: (2, 2)}
    (told,) = [p.message for p in report.problems if "当日在任" in p.message]
    assert told == (
        "登科街道的专职网格员：这份名册只有 1 人，当日在任的有 2 人，加总仍以 2024-07-15 的名册为准；"
        "如果这是全部名单，请用 --complete 载入"
    )
    load(part, as_of=date(2024, 9, 1), place="511903001", complete=True, allow_shrink=0.5)
    assert sums(find) == {WOMEN: (1, 1)}


def test_a_new_sum_holds_from_its_own_day(book: Book, load: Load, find: Find) -> None:
    """The newer number is not said of earlier days; the same number is as old as it was."""
    load(book("一.xlsx", 网格=GRID, 名册=WHOLE))
    load(book("二.xlsx", 名册=[["又一次"], *WHOLE]), as_of=date(2024, 8, 1))
    assert [(row["count"], row["since"]) for row in find(SPAN)] == [(2, date(2024, 7, 15))]
    load(book("三.xlsx", 名册=women(("第1网格", "张三", "女"), ("第2网格", "李四", "男"))), as_of=date(2024, 9, 1))
    assert [(row["count"], row["since"]) for row in find(SPAN)] == [(1, date(2024, 9, 1))]


def test_an_older_roster_leaves_the_sum_and_its_dates(book: Book, load: Load, find: Find) -> None:
    """Neither the number nor the day from which it holds."""
    load(book("一.xlsx", 网格=GRID, 名册=WHOLE))
    (before,) = find("MATCH (t:Tally) RETURN properties(t) AS p")
    older = women(("第1网格", "张三", "男"), ("第2网格", "李四", "男"))
    report = load(book("旧.xlsx", 名册=older), as_of=date(2023, 9, 1))
    assert find("MATCH (t:Tally) RETURN properties(t) AS p") == [before]
    assert [p.message for p in report.problems if "更早" in p.message] == [
        "登科街道的专职网格员的加总以 2024-07-15 的名册为准，本文件更早，没有改动"
    ]


def test_several_people_in_a_row_are_not_counted(book: Book, load: Load, find: Find) -> None:
    """One cell cannot be about two."""
    rows = [
        ["单位", "岗位", "姓名", "性别"],
        ["登科寺社区", "社工", "张三、李四", "女"],
        ["登科寺社区", "社工", "王五", "女"],
    ]
    load(book(任职=rows))
    assert sums(find) == {"tally:511903001:social_worker:women": (1, 1)}


CANARIES = ("中共党员金丝雀甲", "大专金丝雀乙", "女金丝雀丙", "金丝雀丁")


def test_no_value_goes_anywhere(book: Book, load: Load, find: Find, tmp_path: Path, caplog: Any) -> None:
    """Not into the graph, the report or the log, of rows that load, wait or are refused."""
    politics, schooling, sex, birth = CANARIES
    rows = officers(
        ("第1网格", "张三", sex, politics, schooling, birth, None, None),
        ("第9网格", "李四", sex, politics, schooling, birth, None, None),
        ("第2网格", "王五", sex, politics, schooling, birth, None, "去年"),
    )
    report = load(book(网格=GRID, 名册=rows))
    assert (report.total("quarantined"), report.total("refused")) == (1, 1)
    assert sums(find)["tally:511903001:grid_officer:party_member"] == (1, 1)
    told = everything(find) + json.dumps(report.to_json(), ensure_ascii=False) + report.summary() + caplog.text
    told += "".join(str(problem) for problem in report.problems)
    assert not [canary for canary in CANARIES if canary in told]
    kept = [p for p in tmp_path.rglob("*") if p.is_file() and p.suffix != ".xlsx"]
    assert not [p for p in kept if any(canary.encode() in p.read_bytes() for canary in CANARIES)]


def test_an_identity_number_in_such_a_column_refuses_the_row(book: Book, load: Load, find: Find) -> None:
    """The cell is named, the number is not."""
    rows = officers(("第1网格", "张三", "女", CHECKED, None, None, None, None), ("第2网格", "李四", "男", *[None] * 5))
    report = load(book(网格=GRID, 名册=rows))
    (refused,) = [p for p in report.problems if p.row]
    assert (refused.row, refused.column, report.total("refused")) == (2, "政治面貌", 1)
    assert "E2" in refused.message
    assert IDENTITY not in everything(find) + str(report.to_json())
    assert sums(find) == {"tally:511903001:grid_officer:women": (0, 1)}


def test_every_tally_is_of_known_headers() -> None:
    """A column that is to be counted is one that would else be dropped, never one that is refused or kept."""
    for kind in schema().tallies.values():
        assert all(counted_header(header) and not refused_header(header) for header in kind.headers)
