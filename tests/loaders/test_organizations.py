"""组织: identity, superiors in any order, credit codes, renaming."""

from __future__ import annotations

from datetime import date

from tests.loaders.conftest import Book, Find, Load, Rows

HEADER = ["名称", "类型", "所在地", "上级组织", "上级关系", "业务指导", "统一社会信用代码", "电话", "别名", "起始日期"]
USCC = "51511903MJ0000001A"


def test_superiors_may_stand_below(book: Book, load: Load, find: Find) -> None:
    """所在地 comes from a superior further down; the axis follows the upper body."""
    rows = [
        ["示例司法所", "派出机构", "登科街道", "区司法局", "领导", None, None, "3366123", None, None],
        ["登科街道党工委办公室", "党委部门", None, "登科街道党工委", None, "区司法局", None, None, None, None],
        ["巴中市恩阳区司法局", "政府部门", "恩阳区", "区政府", "领导", None, None, None, "区司法局", "2019年3月"],
        ["巴中市恩阳区人民政府", "县级政府", "恩阳区", None, None, None, None, None, "区政府、恩阳区政府", None],
        ["中共登科街道工作委员会", None, "登科街道", None, None, None, None, None, "登科街道党工委", None],
    ]
    report = load(book(组织=[HEADER, *rows]))
    assert report.problems == []
    ties = find(
        "MATCH (a)-[r:LEADS|GUIDES]->(b) RETURN type(r) AS t, a.name AS a, b.name AS b, r.axis AS axis ORDER BY b, t"
    )
    assert [tuple(row.values()) for row in ties] == [
        ("LEADS", "巴中市恩阳区人民政府", "巴中市恩阳区司法局", "BLOCK"),
        ("GUIDES", "巴中市恩阳区司法局", "登科街道党工委办公室", "LINE"),
        ("LEADS", "中共登科街道工作委员会", "登科街道党工委办公室", "BLOCK"),
        ("LEADS", "巴中市恩阳区司法局", "示例司法所", "LINE"),
    ]
    (office,) = find(
        "MATCH (o {name: '登科街道党工委办公室'})-[:LOCATED_IN]->(p) RETURN p.name AS place, o.county AS county"
    )
    assert office == {"place": "登科街道", "county": "511903"}
    (station,) = find("MATCH (o {name: '示例司法所'}) RETURN o.phone AS phone")
    assert station == {"phone": "0827-3366123"}
    (party,) = find("MATCH (o {name: '中共登科街道工作委员会'}) RETURN o.kind AS kind, o.id AS id")
    assert party == {
        "kind": "party_working_committee",
        "id": "org:party_working_committee:511903001:中共登科街道工作委员会",
    }


def test_bad_credit_code_is_dropped(book: Book, load: Load, find: Find) -> None:
    """The value goes, the row stays, the exit code is 1."""
    bad = USCC[:-1] + "B"
    report = load(book(组织=[HEADER, ["示例协会", "社会组织", "恩阳区", None, None, None, bad, None, None, None]]))
    assert (report.problems[0].column, report.exit_code, report.total("loaded")) == ("统一社会信用代码", 1, 1)
    assert find("MATCH (o:Organization) RETURN o.uscc AS uscc") == [{"uscc": None}]


def test_credit_code_renames(book: Book, load: Load, find: Find) -> None:
    """The same code under another name: the id stays, the old name ends on the file's day."""
    first = ["示例协会", "社会组织", "恩阳区", None, None, None, USCC, None, None, "2019年"]
    load(book("一.xlsx", 组织=[HEADER, first]))
    load(book("二.xlsx", 组织=[HEADER, ["示例联合会", *first[1:]]]), as_of=date(2024, 9, 1))
    load(
        book("三.xlsx", 组织=[HEADER, ["示例联合会", *first[1:7], "0827-0000001", None, "2019年"]]),
        as_of=date(2024, 10, 1),
    )
    names = find(
        "MATCH (n:Name)-[:NAMES]->(o:Organization) RETURN n.text AS text, n.since AS since, n.until AS until, "
        "o.id AS id, o.name AS name ORDER BY since"
    )
    identifier = "org:social_organization:511903:示例协会"
    assert [tuple(row.values()) for row in names] == [
        ("示例协会", date(2019, 1, 1), date(2024, 9, 1), identifier, "示例联合会"),
        ("示例联合会", date(2024, 9, 1), date(9999, 12, 31), identifier, "示例联合会"),
    ]


def test_new_superior_replaces_the_old(book: Book, load: Load, find: Find) -> None:
    """There is one primary superior at a time."""
    bodies = [[name, "政府部门", "恩阳区", *[None] * 7] for name in ("甲局", "乙局")]

    def sheet(superior: str) -> Rows:
        return [HEADER, *bodies, ["丙中心", "中心", "恩阳区", superior, "领导", None, None, None, None, "2020年"]]

    load(book("一.xlsx", 组织=sheet("甲局")))
    load(book("二.xlsx", 组织=sheet("乙局")), as_of=date(2024, 9, 1))
    ties = find("MATCH (a)-[r:LEADS]->() RETURN a.name AS a, r.since AS since, r.until AS until ORDER BY since")
    assert [tuple(row.values()) for row in ties] == [
        ("甲局", date(2020, 1, 1), date(2024, 9, 1)),
        ("乙局", date(2024, 9, 1), date(9999, 12, 31)),
    ]


def test_government_only_guides_a_village_committee(book: Book, load: Load, find: Find) -> None:
    """领导 by a town government is loaded as guidance, and said."""
    rows = [
        ["登科街道办事处", "街道办", "登科街道", *[None] * 7],
        ["登科寺社区居委会", "居委会", "登科寺社区", "登科街道办事处", "领导", *[None] * 5],
    ]
    report = load(book(组织=[HEADER, *rows]))
    assert report.problems[0].column == "上级关系"
    assert find("MATCH ()-[r:LEADS|GUIDES]->() RETURN type(r) AS t") == [{"t": "GUIDES"}]


def test_row_of_an_unknown_superior_takes_its_dependants_along(book: Book, load: Load, find: Find) -> None:
    """What rests on a row that is not loaded is not loaded either, and nothing is left half."""
    rows = [
        ["甲局", "政府部门", "恩阳区", "不存在的委员会", *[None] * 6],
        ["乙中心", "中心", "恩阳区", "甲局", *[None] * 6],
        ["丙中心", "中心", "恩阳区", *[None] * 7],
    ]
    report = load(book(组织=[HEADER, *rows]))
    assert [problem.row for problem in report.problems] == [2, 3]
    assert find("MATCH (o:Organization) RETURN o.name AS name") == [{"name": "丙中心"}]


def test_a_rename_keeps_the_kind(book: Book, load: Load, find: Find) -> None:
    """A row that is told by its 标识 and says no 类型 is of the kind that it was, whatever its new name ends with."""
    load(book("一.xlsx", 组织=[HEADER[:3], ["样例供电所", "驻区单位", "登科寺社区"]]))
    (body,) = find("MATCH (o:Organization) RETURN o.id AS id, o.kind AS kind")
    rows = [["名称", "所在地", "标识"], ["样例供电公司", "玉山镇", body["id"]]]
    load(book("二.xlsx", 组织=rows), as_of=date(2024, 8, 1))
    located = find("MATCH (o:Organization)-[l:LOCATED_IN]->() RETURN o.name AS name, o.kind AS kind, l.kind AS at")
    assert [tuple(row.values()) for row in located] == [("样例供电公司", body["kind"], body["kind"])] * 2
