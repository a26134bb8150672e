"""联动关系, 事项, 责任清单, 需求清单, 指标."""

from __future__ import annotations

from datetime import date

from tests.loaders.conftest import Book, Find, Load, Rows
from wushe.schema import ANYWHERE

BODIES: Rows = [
    ["名称", "类型", "所在地", "别名"],
    ["恩阳区住房和城乡建设局", "政府部门", "恩阳区", "区住建局"],
    ["示例物业", "物业公司", "登科寺社区", None],
    ["登科寺社区大党委", "社区大党委", "登科寺社区", None],
]
MATTERS: Rows = [
    ["事项", "编码", "上级事项", "别名"],
    ["路灯损坏", "0101", "城市管理", "路灯不亮、路灯坏了"],
    ["城市管理", "01", None, None],
    ["紧急事项", "15", None, None],
    ["火灾", "1501", "紧急事项", "着火、119"],
]


def test_ties(book: Book, load: Load, find: Find) -> None:
    """Kinds by any word, roles and mechanisms; a row without 关系 is told by what else it says."""
    rows = [
        ["甲方", "关系", "乙方", "机制", "属性", "起始日期"],
        ["示例物业", "成员单位", "登科寺社区大党委", None, "兼职", "2023年"],
        ["登科寺社区大党委", "召集人", "登科寺社区大党委", None, None, None],
        ["示例物业", None, "登科寺社区", "服务协议", None, None],
        ["示例物业", "随便", "登科寺社区", None, None, None],
        ["登科寺社区", "接受指导于", "区住建局", None, None, None],
    ]
    report = load(book(组织=BODIES, 联动=rows))
    assert [(p.row, p.column) for p in report.problems] == [(3, "乙方"), (5, "关系")]
    ties = find(
        "MATCH (a)-[r:MEMBER_OF|PARTNERS_WITH|GUIDES]->(b) RETURN type(r) AS t, a.name AS a, b.name AS b, r.axis AS axis, "
        "r.role AS role, r.mechanism AS mechanism ORDER BY t"
    )
    assert [tuple(row.values()) for row in ties] == [
        ("GUIDES", "恩阳区住房和城乡建设局", "登科寺社区", "LINE", None, None),
        ("MEMBER_OF", "示例物业", "登科寺社区大党委", "JOINT", "part-time", None),
        ("PARTNERS_WITH", "示例物业", "登科寺社区", "JOINT", None, "服务协议"),
    ]


def test_second_leader_is_not_primary(book: Book, load: Load, find: Find) -> None:
    """主 and 次 say; without them the first leader is the primary one."""
    rows = [
        ["甲方", "关系", "乙方", "属性"],
        ["区住建局", "领导", "示例物业", None],
        ["登科寺社区大党委", "领导", "示例物业", None],
    ]
    load(book(组织=BODIES, 联动=rows))
    ties = find("MATCH (a)-[r:LEADS]->() RETURN a.name AS a, r.primary AS p ORDER BY p")
    assert [tuple(row.values()) for row in ties] == [("登科寺社区大党委", False), ("恩阳区住房和城乡建设局", True)]


def test_matters_are_a_tree(book: Book, load: Load, find: Find) -> None:
    """Broader matters may stand below; what hangs under an emergency is one; names belong to no county."""
    report = load(book(事项=MATTERS))
    assert report.problems == []
    rows = find(
        "MATCH (m:Matter) OPTIONAL MATCH (m)-[:BROADER]->(b) RETURN m.id AS id, m.kind AS kind, m.emergency AS emergency, "
        "b.name AS broader ORDER BY id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("matter:01", "service", False, None),
        ("matter:0101", "service", False, "城市管理"),
        ("matter:15", "emergency", True, None),
        ("matter:1501", "emergency", True, "紧急事项"),
    ]
    names = find(
        "MATCH (n:Name {county: $c})-[:NAMES]->({id: 'matter:0101'}) RETURN n.text AS text ORDER BY text", c=ANYWHERE
    )
    assert [row["text"] for row in names] == ["路灯不亮", "路灯坏了", "路灯损坏"]


def test_matter_without_code_is_the_one_of_that_name(book: Book, load: Load, find: Find) -> None:
    """A later list without codes adds to the same matter."""
    load(book("一.xlsx", 事项=MATTERS))
    load(book("二.xlsx", 事项=[["事项", "别名"], ["路灯损坏", "没有路灯"]]))
    assert len(find("MATCH (m:Matter) RETURN m.id AS id")) == 4
    assert find("MATCH (n {text: '没有路灯'})-[:NAMES]->(m) RETURN m.id AS id") == [{"id": "matter:0101"}]


def test_matters_below_a_heading(book: Book, load: Load, find: Find) -> None:
    """Right below 接诉即处环节 a matter is a step, unless it is an emergency; steps count from 1; a later word keeps both."""
    rows = [
        ["事项", "上级事项", "别名", "说明"],
        ["诉求办理", None, None, None],
        ["接诉即处环节", "诉求办理", None, None],
        ["首接响应", "接诉即处环节", None, None],
        ["精准派单", "接诉即处环节", None, "派到主办单位"],
        ["电话派单", "精准派单", None, None],
        ["火灾", "接诉即处环节", None, None],
        ["网格服务", "诉求办理", None, None],
        ["信息采集", "网格服务", None, None],
    ]
    assert load(book("一.xlsx", 事项=rows)).problems == []
    assert load(book("二.xlsx", 事项=[["事项", "别名"], ["精准派单", "派单"]]), as_of=date(2024, 9, 1)).problems == []
    found = find(
        "MATCH (m:Matter) RETURN m.name AS name, m.kind AS kind, m.ordinal AS ordinal, m.note AS note ORDER BY name"
    )
    assert {row["name"]: (row["kind"], row["ordinal"]) for row in found} == {
        "诉求办理": ("service", 1),
        "接诉即处环节": ("service", 1),
        "首接响应": ("grievance_step", 1),
        "精准派单": ("grievance_step", 2),
        "电话派单": ("service", 1),
        "火灾": ("emergency", 3),
        "网格服务": ("service", 2),
        "信息采集": ("grid_service", 1),
    }
    assert [row["note"] for row in found if row["note"]] == ["派到主办单位"]


def test_mechanisms_and_contributions(book: Book, load: Load, find: Find) -> None:
    """Declared mechanisms by their labels; another word is kept, and said; what a member can bring is kept."""
    rows = [
        ["甲方", "关系", "乙方", "机制", "可提供资源"],
        ["示例物业", "共建", "登科寺社区", "资源互利、随便说说", None],
        ["示例物业", "成员", "登科寺社区大党委", None, "会议室"],
    ]
    report = load(book(组织=BODIES, 联动=rows))
    assert [(p.severity, p.row, p.column) for p in report.problems] == [("warning", 2, "机制")]
    ties = find(
        "MATCH ()-[r:PARTNERS_WITH|MEMBER_OF]->() RETURN r.mechanism AS mechanism, r.contribution AS given ORDER BY type(r)"
    )
    assert [tuple(row.values()) for row in ties] == [(None, "会议室"), ("资源互利、随便说说", None)]


def test_duties(book: Book, load: Load, find: Find) -> None:
    """A body of that name wins; else a kind at its level; aliases of matters do."""
    rows = [
        ["事项", "责任主体", "层级", "角色", "适用范围", "时限小时", "依据", "起始日期"],
        ["路灯不亮", "区住建局", None, "牵头", "恩阳区", 48, "清单", "2024-01-01"],
        ["路灯损坏", "专职网格员", None, "受理", "恩阳区", "24小时", None, None],
        ["路灯损坏", "党组织书记", "镇街", None, "登科街道", None, None, None],
        ["路灯损坏", "属地镇街", None, "协办", None, None, None, None],
        ["路灯损坏", "查无此局", None, "协办", None, None, None, None],
        ["查无此事", "区住建局", None, "协办", None, None, None, None],
    ]
    report = load(book(组织=BODIES, 事项=MATTERS, 责任=rows))
    assert [(p.row, p.column) for p in report.problems] == [(6, "责任主体"), (7, "事项")]
    duties = find(
        "MATCH (d:Duty)-[:FOR]->(m), (d)-[:WITHIN]->(p) OPTIONAL MATCH (b)-[:BEARS]->(d) RETURN d.role AS role, "
        "b.name AS bearer, d.bearerKind AS kind, d.level AS level, p.name AS within, d.timeLimitHours AS hours, "
        "m.id AS matter, d.since AS since ORDER BY d.id"
    )
    assert [tuple(row.values()) for row in duties] == [
        ("ACCEPT", None, "grid_officer", "grid", "恩阳区", 24.0, "matter:0101", date(2024, 7, 15)),
        ("LEAD", "恩阳区住房和城乡建设局", None, None, "恩阳区", 48.0, "matter:0101", date(2024, 1, 1)),
        ("LEAD", None, "secretary", "town", "登科街道", None, "matter:0101", date(2024, 7, 15)),
        ("SUPPORT", None, "town_government", "town", "恩阳区", None, "matter:0101", date(2024, 7, 15)),
    ]


def test_a_post_bears_a_duty_by_name(book: Book, load: Load, find: Find) -> None:
    """A post that the file or the graph has, written after its body or its place; a kind's word stays a kind's word."""
    bodies = [
        *BODIES,
        ["中共恩阳区委员会", "党委", "恩阳区", "区委"],
        ["登科寺社区党委", "党委", "登科寺社区", None],
    ]
    tenures = [
        ["单位", "岗位", "姓名"],
        ["区委", "书记", "张三"],
        ["登科寺社区党委", "书记", "李四"],
        ["登科寺社区党委", "组织干事", "王五"],
    ]
    load(book("一.xlsx", 组织=bodies, 事项=MATTERS, 任职=tenures))
    rows = [
        ["事项", "责任主体", "角色"],
        ["路灯损坏", "区委书记", "主责"],
        ["路灯损坏", "登科寺社区党委书记", "协同"],
        ["城市管理", "登科寺社区书记", "主责"],
        ["路灯损坏", "登科寺社区党委·组织干事", "督办"],
        ["路灯损坏", "党组织书记", "受理"],
        ["路灯损坏", "区住建局局长", "受理"],
        ["城市管理", "区住建局·科员", "受理"],
    ]
    held = [["单位", "岗位", "姓名"], ["区住建局", "科员", "赵六"]]
    report = load(book("二.xlsx", 责任=rows, 任职=held))
    assert [(p.row, p.column) for p in report.problems] == [(7, "责任主体")]
    duties = find(
        "MATCH (d:Duty) OPTIONAL MATCH (o:Post)-[:BEARS]->(d) OPTIONAL MATCH (o)-[:IN]->(b) "
        "RETURN d.bearer AS bearer, o.id AS post, b.name AS body, d.bearerKind AS kind, d.role AS role ORDER BY d.id"
    )
    assert all(row["bearer"] == row["post"] for row in duties)
    assert sorted((row["role"], row["body"] or row["kind"]) for row in duties) == [
        ("ACCEPT", "secretary"),
        ("ACCEPT", "恩阳区住房和城乡建设局"),
        ("LEAD", "中共恩阳区委员会"),
        ("LEAD", "登科寺社区党委"),
        ("SUPERVISE", "登科寺社区党委"),
        ("SUPPORT", "登科寺社区党委"),
    ]


def test_a_duty_of_a_post_that_failed_here_but_is_known(book: Book, load: Load, find: Find) -> None:
    """It rests on the post that the graph has; one that only a failed row would bring fails with it."""
    tenures = [["单位", "岗位", "姓名", "核实日期"], ["区住建局", "科员", "张三", None]]
    duties = [["事项", "责任主体"], ["路灯损坏", "区住建局·科员"]]
    load(book("一.xlsx", 组织=BODIES, 事项=MATTERS, 任职=tenures))
    late = [tenures[0], ["区住建局", "科员", "李四", "去年"], ["区住建局", "干事", "王五", "去年"]]
    duties.append(["城市管理", "区住建局·干事"])
    report = load(book("二.xlsx", 任职=late, 责任=duties), as_of=date(2024, 9, 1))
    assert [(p.sheet, p.row) for p in report.problems] == [("任职", 2), ("任职", 3), ("责任", 3)]
    assert len(find("MATCH (:Post)-[r:BEARS]->() RETURN r.id AS id")) == 1


def test_needs_and_figures(book: Book, load: Load, find: Find) -> None:
    """One need with who raised and who took it; one figure with its day and place."""
    needs = [
        ["需求", "提出单位", "事项", "认领单位", "提出日期", "认领日期"],
        ["增设路灯", "登科寺社区", "路灯损坏", "示例物业", "2024-03-01", "2024年4月"],
    ]
    figures = [
        ["指标", "编码", "数值", "单位", "范围", "截止日期"],
        ["专职网格员", "grid_officers", 385, "人", "恩阳区", "2023年"],
        ["合作社", None, "若干", "个", "恩阳区", None],
    ]
    report = load(book(组织=BODIES, 事项=MATTERS, 需求=needs, 指标=figures))
    assert [(p.row, p.column) for p in report.problems] == [(3, "数值")]
    (need,) = find(
        "MATCH (r)-[:RAISES]->(n:Need)<-[t:TAKES]-(b), (n)-[:CONCERNS]->(m) RETURN r.name AS r, b.name AS b, m.name AS m, "
        "n.raisedOn AS raised, t.since AS taken"
    )
    assert tuple(need.values()) == ("登科寺社区", "示例物业", "路灯损坏", date(2024, 3, 1), date(2024, 4, 1))
    (figure,) = find("MATCH (f:Figure) RETURN f.reported AS reported, f.asOf AS asOf, f.place AS place")
    assert tuple(figure.values()) == (385.0, date(2023, 12, 31), "place:511903")
