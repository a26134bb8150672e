"""Rosters as counties keep them: each becomes what the contract's tables would have said."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.loaders.conftest import GRID, Book, Find, Load, Rows
from wushe.loaders.layouts import Emission, Layout, checked, layouts
from wushe.loaders.reading import Row, Sheet
from wushe.loaders.recognise import recognise
from wushe.schema import schema

HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:IN]->(b) "
    "RETURN b.name AS body, o.kind AS post, p.name AS name, h.phone AS phone ORDER BY body, post, name"
)
TIES = (
    "MATCH (a:Body)-[r]->(b:Body) WHERE type(r) IN $kinds "
    "RETURN a.name AS start, type(r) AS kind, b.name AS end ORDER BY kind, start, end"
)
BODIES: Rows = [
    ["名称", "类型", "所在地", "上级组织"],
    ["登科寺社区党委", "党委", "登科寺社区", None],
    ["登科寺社区第一支部", "党支部", "登科寺社区", "登科寺社区党委"],
    ["登科寺社区居委会", "居委会", "登科寺社区", None],
    ["登科寺社区妇联", "妇联", "登科寺社区", None],
    ["登科寺社区大党委", "社区大党委", "登科寺社区", None],
    ["示例供电公司", "驻区单位", "恩阳区", None],
    ["示例银行", "驻区单位", "登科寺社区", None],
    ["区民政局", "政府部门", "恩阳区", None],
    ["登科街道办", "街道办事处", "登科街道", None],
]


def held(find: Find) -> list[tuple[str, ...]]:
    """Who holds what: body, post, name."""
    return [(row["body"], row["post"], row["name"]) for row in find(HELD)]


def header(*words: str) -> Sheet:
    """A sheet with this header."""
    return Sheet("表", (Row(1, words), Row(2, ("甲",))))


@pytest.mark.parametrize("code", sorted(layouts()))
def test_every_layout_by_its_headers(code: str) -> None:
    """The headers of a layout are of that layout and no other; no header stands for two of its columns."""
    layout = layouts()[code]
    found = recognise(header(*(column.header for column in layout.columns)))
    assert found is not None
    assert found.table.code == code
    words = [word for column in layout.columns for word in (column.header, *column.aliases)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (("序号", "所在村(社区)", "网格", "姓名", "性别", "手机号码", "任职时间"), "grid_officers"),
        (("村（社区）", "网格名称", "网格员姓名", "手机"), "grid_officers"),
        (("单位", "岗位", "姓名", "村(社区)", "网格"), "tenures"),
        (("网格名称", "所属村(社区)", "户数", "网格员"), "places"),
        (("村(社区)", "书记姓名", "书记电话", "主任姓名", "主任电话"), "village_cadres"),
        (("成员单位", "委员姓名", "职务", "联系电话", "可提供资源"), "committee_units"),
        (("成员单位", "负责人"), "committee_units"),
        (("组织名称", "统一社会信用代码", "备案", "负责人", "联系电话", "服务社区"), "social_organizations"),
        (("名称", "所在地", "业务主管单位"), "organizations"),
        (("队伍名称", "队长", "联系电话", "所属村(社区)", "队员人数"), "volunteer_teams"),
        (("村", "组", "好邻居姓名", "联系电话", "联系户数"), "good_neighbors"),
        (("诉求类别", "主办单位", "协办单位", "督办单位", "办理时限"), "hotline_units"),
        (("事项", "责任主体", "主办单位", "协办单位"), "duties"),
    ],
)
def test_tables_before_layouts(headers: tuple[str, ...], code: str) -> None:
    """The contract's own headers decide; else whoever knows more of them."""
    found = recognise(header(*headers))
    assert found is not None
    assert found.table.code == code


def test_a_list_of_residents_is_no_roster_of_officers() -> None:
    """Nor is one of other posts."""
    assert recognise(header("村(社区)", "网格", "姓名", "与户主关系")) is None
    assert recognise(header("村(社区)", "负责网格", "姓名", "职务")) is None


@pytest.mark.parametrize(
    "row",
    [
        Emission(table="tenures", values={"body": "{nothing}"}),
        Emission(table="tenures", values={"hat": "{name}"}),
        Emission(table="tenures", values={"name": "{name}"}, when=("nothing~x",)),
    ],
)
def test_a_layout_must_make_sense(row: Emission) -> None:
    """Every field it names is one of its own or of the table's."""
    columns = schema().tables["tenures"].columns
    layout = Layout(code="x", label="x", label_en="x", required=(("姓名",),), columns=columns, rows=(row,))
    with pytest.raises(ValueError, match="loaders/layouts/x"):
        checked(layout)


def test_grid_officers(book: Book, load: Load, find: Find) -> None:
    """A bare number is a grid of the row's village; a vacancy is one; a row counts once."""
    rows = [
        ["登科街道2024年网格员花名册"],
        ["序号", "所在村(社区)", "网格", "姓名", "手机号码", "办公电话", "任职时间", "任职方式", "备注"],
        [1, "登科寺社区", "第一网格", "张三", 12000000001, "0000002", "2023年5月", "聘用", None],
        [2, "登科寺社区", 2, "空缺", None, None, None, None, None],
        [3, "登科寺社区", "9", "李四", None, None, None, None, None],
    ]
    report = load(book(网格=GRID, 名册=rows))
    assert [(p.row, p.column, p.cell) for p in report.problems] == [(5, "网格", "C5")]
    assert (report.total("read"), report.total("loaded"), report.total("quarantined")) == (5, 4, 1)
    assert [s.table for s in report.sheets] == ["places", "grid_officers"]
    assert find(HELD) == [{"body": "登科寺社区第1网格", "post": "grid_officer", "name": "张三", "phone": "12000000001"}]
    posts = find("MATCH (o:Post)-[:IN]->(b) RETURN b.name AS body, o.officePhone AS line ORDER BY body")
    assert [tuple(row.values()) for row in posts] == [
        ("登科寺社区第1网格", "0827-0000002"),
        ("登科寺社区第2网格", None),
    ]
    (edge,) = find("MATCH ()-[h:HOLDS]->() RETURN h.since AS since, h.by AS by")
    assert edge["since"] == date(2023, 5, 1)
    assert edge["by"][0].endswith("#名册!3")


def test_good_neighbors(book: Book, load: Load, find: Find) -> None:
    """In a cell where there is one, else in the group, else in the village; there, several are no dispute."""
    groups = [["名称", "类型", "上级"], ["登科寺社区第1组", "村(居)民小组", "登科寺社区"]]
    top = ["村(社区)", "组别", "好邻居片", "好邻居姓名", "联系电话", "联系户数", "所属网格"]
    rows = [
        top,
        ["登科寺社区", None, "第1片", "甲一", "12000000001", 11, "第1网格"],
        ["登科寺社区", 1, None, "甲二", None, 9, None],
        ["登科寺社区", "1组", None, "甲三", None, 9, None],
        ["狮子山村", None, None, "甲四", None, None, None],
        ["狮子山村", None, None, "甲五", None, None, None],
    ]
    report = load(book(网格=GRID, 小组=groups, 好邻居=rows))
    unused = [(p.severity, p.row, p.column) for p in report.problems]
    assert unused == [("notice", 3, "联系户数"), ("notice", 4, "联系户数")]
    neighbors = [
        ("狮子山村", "good_neighbor", "甲五"),
        ("狮子山村", "good_neighbor", "甲四"),
        ("登科寺社区第1好邻居片", "good_neighbor", "甲一"),
        ("登科寺社区第1组", "good_neighbor", "甲三"),
        ("登科寺社区第1组", "good_neighbor", "甲二"),
    ]
    assert held(find) == neighbors
    (cell,) = find(
        "MATCH (g {kind: 'grid'})-[:COVERS]->(c:Place {kind: 'cell'})-[:PART_OF]->(v) "
        "RETURN g.name AS grid, c.households AS households, v.name AS village, c.id AS id"
    )
    assert list(cell.values()) == ["登科寺社区第1网格", 11, "登科寺社区", "place:511903001002-C01"]
    later = [top, ["狮子山村", None, None, "甲四", None, None, None]]
    load(book("二.xlsx", 好邻居=later), as_of=date(2024, 9, 1))
    assert held(find) == neighbors
    assert find("MATCH ()-[h:HOLDS]->() WHERE h.until < date('9999-12-31') OR h.disputed RETURN h.id AS id") == []


def test_units_of_an_enlarged_committee(book: Book, load: Load, find: Find) -> None:
    """The committee of the title; the head is one person with two posts wherever his unit lies; the unit is a member."""
    rows = [
        ["登科寺社区大党委成员单位名单"],
        ["成员单位", "委员姓名", "职务", "联系电话", "可提供资源"],
        ["示例供电公司", "张三", "经理", "12000000001", "电工志愿者"],
        ["示例银行", "李四", None, None, None],
        ["没有的单位", "王五", "经理", None, None],
    ]
    report = load(book(组织=BODIES, 名单=rows))
    assert [(p.row, p.column) for p in report.problems] == [(5, "成员单位")]
    assert held(find) == [
        ("登科寺社区大党委", "part_time_member", "张三"),
        ("登科寺社区大党委", "part_time_member", "李四"),
        ("示例供电公司", "department_head", "张三"),
    ]
    assert len(find("MATCH (p:Person) RETURN p.id AS id")) == 2
    members = find("MATCH (a)-[r:MEMBER_OF]->(b) RETURN a.name AS a, b.name AS b, r.role AS r, r.contribution AS c")
    assert sorted(tuple(row.values()) for row in members if row["c"]) == [
        ("示例供电公司", "登科寺社区大党委", "part-time", "电工志愿者")
    ]
    assert len(members) == 2
    assert find("MATCH (b:Body) WHERE (b)<-[:LEADS]-() RETURN b.name AS name") == [{"name": "登科寺社区第一支部"}]


def test_social_organizations(book: Book, load: Load, find: Find) -> None:
    """Registered by a bureau or filed with the street office; supervised; serving several communities."""
    rows = [
        ["填报单位：恩阳区"],
        ["组织名称", "登记类型", "登记机关", "业务主管单位", "负责人", "联系电话", "所在地", "服务社区"],
        [
            "暖心社工中心",
            "民办非企业单位",
            "区民政局",
            "登科街道办",
            "张三",
            "12000000001",
            "登科街道",
            "登科寺社区、狮子山村",
        ],
        ["广场舞队", "备案", "登科街道办", None, "李四", None, "登科寺社区", "登科寺社区"],
    ]
    report = load(book(组织=BODIES, 台账=rows))
    assert report.problems == []
    kinds = ["REGISTERS", "FILED_WITH", "SUPERVISES", "SERVES"]
    assert [tuple(row.values()) for row in find(TIES, kinds=kinds)] == [
        ("广场舞队", "FILED_WITH", "登科街道办"),
        ("区民政局", "REGISTERS", "暖心社工中心"),
        ("广场舞队", "SERVES", "登科寺社区"),
        ("暖心社工中心", "SERVES", "狮子山村"),
        ("暖心社工中心", "SERVES", "登科寺社区"),
        ("登科街道办", "SUPERVISES", "暖心社工中心"),
    ]
    assert held(find) == [("广场舞队", "department_head", "李四"), ("暖心社工中心", "department_head", "张三")]


def test_volunteer_teams(book: Book, load: Load, find: Find) -> None:
    """A team with its leader; without one there is a team all the same."""
    rows = [
        ["队伍名称", "队长", "联系电话", "所属村(社区)", "队员人数"],
        ["恩义先锋登科寺队", "张三", "12000000001", "登科寺社区", "35人"],
        ["恩义先锋狮子山队", None, None, "狮子山村", 12],
    ]
    assert load(book(台账=rows)).problems == []
    assert held(find) == [("恩义先锋登科寺队", "team_leader", "张三")]
    teams = find("MATCH (t:Organization)-[:LOCATED_IN]->(p) RETURN t.kind AS kind, p.name AS place ORDER BY place")
    assert [tuple(row.values()) for row in teams] == [("volunteer_team", "狮子山村"), ("volunteer_team", "登科寺社区")]


CADRES: Rows = [
    ["村(社区)", "书记姓名", "书记电话", "主任姓名", "主任电话", "副书记", "妇联主席姓名", "团支书姓名"],
    ["登科寺社区", "张三", "12000000001", "张三", None, "李四", "王五", "赵六"],
    ["狮子山村", "孙七", None, "空缺", None, None, None, None],
]


def test_cadres_side_by_side(book: Book, load: Load, find: Find) -> None:
    """Posts written with a place are its own organisations'; without one they stay in the place."""
    report = load(book(组织=BODIES, 通讯录=CADRES))
    assert report.problems == []
    expected = [
        ("狮子山村", "secretary", "孙七"),
        ("登科寺社区", "youth_secretary", "赵六"),
        ("登科寺社区党委", "deputy_secretary", "李四"),
        ("登科寺社区党委", "secretary", "张三"),
        ("登科寺社区妇联", "womens_chair", "王五"),
        ("登科寺社区居委会", "director", "张三"),
    ]
    assert held(find) == expected
    assert len(find("MATCH (p:Person {name: '张三'}) RETURN p.id AS id")) == 1
    assert find("MATCH (o:Post)-[:IN]->(b) WHERE NOT (o)<-[:HOLDS]-() RETURN b.name AS b") == [{"b": "狮子山村"}]


def test_posts_of_a_place_are_found_in_the_graph_too(book: Book, load: Load, find: Find) -> None:
    """A file of its own, and the contract's table: the same posts; a grid officer of a village stays in the village."""
    load(book("一.xlsx", 组织=BODIES))
    load(book("二.xlsx", 通讯录=CADRES))
    rows = [["单位", "岗位", "姓名"], ["登科寺社区", "书记", "张三"], ["登科寺社区", "网格员", "钱八"]]
    assert load(book("三.xlsx", 任职=rows)).problems == []
    assert ("登科寺社区党委", "secretary", "张三") in held(find)
    assert ("登科寺社区", "grid_officer", "钱八") in held(find)
    assert len(held(find)) == 7
    assert len(find("MATCH (o:Post {kind: 'secretary'})-[:IN]->({name: '登科寺社区党委'}) RETURN o.id AS id")) == 1


def test_hotline_units(book: Book, load: Load, find: Find) -> None:
    """主办 leads, each of 协办 supports, 督办 supervises, within the county."""
    matters = [["事项", "上级事项"], ["路灯损坏", None]]
    rows = [
        ["诉求类别", "主办单位", "协办单位", "督办单位", "办理时限"],
        ["路灯损坏", "示例供电公司", "登科街道办、区民政局", "区民政局", "3个工作日"],
    ]
    report = load(book(组织=BODIES, 事项=matters, 清单=rows))
    assert report.problems == []
    duties = find(
        "MATCH (b)-[:BEARS]->(d:Duty)-[:WITHIN]->(p) "
        "RETURN b.name AS body, d.role AS role, d.timeLimitHours AS hours, p.name AS place ORDER BY role, body"
    )
    assert [tuple(row.values()) for row in duties] == [
        ("示例供电公司", "LEAD", 72.0, "恩阳区"),
        ("区民政局", "SUPERVISE", None, "恩阳区"),
        ("区民政局", "SUPPORT", 72.0, "恩阳区"),
        ("登科街道办", "SUPPORT", 72.0, "恩阳区"),
    ]


def test_a_row_stands_or_falls_whole(book: Book, load: Load, find: Find) -> None:
    """One line of it fails: nothing of the row is there, and it is reported and counted once."""
    rows = [
        ["组织名称", "登记类型", "登记机关", "负责人", "所在地", "服务社区"],
        ["暖心社工中心", "民非", "没有的局", "张三", "登科街道", "登科寺社区"],
        ["狮山社工中心", "民非", "区民政局", "李四", "登科街道", "狮子山村"],
    ]
    report = load(book(组织=BODIES, 台账=rows))
    assert [(p.row, p.column) for p in report.problems] == [(2, "登记机关")]
    assert (report.sheets[1].read, report.sheets[1].loaded, report.sheets[1].quarantined) == (2, 1, 1)
    assert held(find) == [("狮山社工中心", "department_head", "李四")]
    assert find("MATCH (n) WHERE n.name = '暖心社工中心' RETURN n.id AS id") == []


def test_a_row_that_says_nothing_is_held_back(book: Book, load: Load) -> None:
    """A village without any name."""
    rows = [["村(社区)", "书记姓名", "主任姓名"], ["登科寺社区", None, None], ["狮子山村", "孙七", None]]
    report = load(book(通讯录=rows))
    assert [(p.row, p.column) for p in report.problems] == [(2, None)]
    assert (report.total("quarantined"), report.total("loaded")) == (1, 1)


@pytest.mark.parametrize(
    ("word", "filed"),
    [("备案", True), ("已备案", True), ("未备案", False), ("无需备案", False), ("民办非企业单位", False)],
)
def test_only_what_is_filed_counts_as_filed(word: str, filed: bool) -> None:
    """A ledger that says 未备案 does not tie an organisation to the office that has not filed it."""
    conditions = {
        c for row in layouts()["social_organizations"].rows for c in row.when if c.startswith("registration~")
    }
    assert conditions
    assert all(bool(re.search(condition.partition("~")[2], word)) is filed for condition in conditions)
