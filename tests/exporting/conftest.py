"""The small county and the workbooks of the loaders' tests; emptying a graph; a county in which everything odd happens."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import EMPTY
from tests.loaders.conftest import Book, Load, Rows, book, county, find, home, load
from wushe.graph import Graph
from wushe.schema import statements

__all__ = ["book", "county", "find", "home", "load"]

FIRST, SECOND, THIRD = date(2022, 6, 30), date(2023, 6, 30), date(2024, 7, 15)
PLACES: Rows = [
    ["名称", "类型", "上级", "编码", "别名", "户数", "人口", "范围说明", "覆盖网格", "起始日期", "终止日期"],
    [
        "第1网格",
        "网格",
        "登科寺社区",
        "511903001002001",
        "广场片、=老街",
        320,
        910,
        "+登科路，@广场",
        None,
        "2021-01-01",
    ],
    ["第2网格", "网格", "登科寺社区", None, None, 300, None, None, None, "2021年"],
    ["第1组", "村(居)民小组", "登科寺社区", None, None, None, None, None, "第1网格、第2网格", "2020年5月"],
    ["义阳府第", "小区", "登科寺社区", None, "义阳一期", 120, None, None, "第1网格"],
    ["旧院", "小区", "登科寺社区", None, None, None, None, None, None, "2019", "2023年"],
]
REDRAWN: Rows = [
    ["名称", "类型", "上级", "覆盖网格"],
    ["第1组", "村(居)民小组", "登科寺社区", "第2网格"],
    ["义阳府第", "小区", "登科寺社区", "第2网格"],
]
BODIES: Rows = [
    ["名称", "类型", "所在地", "上级组织", "上级关系", "业务指导", "统一社会信用代码", "电话", "地址", "别名", "说明"],
    ["中共恩阳区委员会", "党委", "恩阳区", None, None, None, None, "0827-0000001", "样例路1号"],
    ["登科街道党工委", "党工委", "登科街道", "中共恩阳区委员会"],
    ["登科寺社区党委", "党委", "登科寺社区", "登科街道党工委"],
    ["登科街道办事处", "镇街政府", "登科街道", None, None, None, None, None, None, "街道办"],
    ["登科寺社区居民委员会", "居委会", "登科寺社区", "登科寺社区党委", "领导", "登科街道办事处"],
    ["恩阳区妇女联合会", "妇联", "恩阳区", "中共恩阳区委员会"],
    ["登科寺社区妇联", "妇联", "登科寺社区", "登科寺社区党委", "领导", "恩阳区妇女联合会"],
    ["登科寺社区大党委", "社区大党委", "登科寺社区"],
    [
        "'=样例协会",
        "社会组织",
        "登科寺社区",
        None,
        None,
        None,
        "51511903MJ0000001A",
        None,
        None,
        "合计服务社、注：老协会",
    ],
    ["样例供电所", "驻区单位", "登科寺社区"],
]
HELD_FIRST: Rows = [
    [
        "单位",
        "岗位",
        "姓名",
        "任职方式",
        "联系电话",
        "办公电话",
        "值班时间",
        "起始日期",
        "届满时间",
        "备注",
        "核实日期",
    ],
    [
        "登科寺社区党委",
        "书记",
        "甲大山",
        "选任",
        "12000000001",
        "0827-0000002",
        "工作日",
        "2020-05",
        "2025年5月",
        "'=1+1",
    ],
    ["登科寺社区居民委员会", "主任", "甲大山（兼）", "选任", "12000000001", None, None, "2020-05"],
    ["登科寺社区第1网格", "专职网格员", "买买提·样例", None, "12000000002", None, None, None, None, None, "2022-06-01"],
    ["登科寺社区第2网格", "专职网格员", "空缺"],
    ["登科寺社区第2网格", "网格长", "乙大山", "代理", "12000000003", None, None, "2021"],
    ["登科寺社区大党委", "兼职委员", "丙大山、丁大山"],
    ["样例供电所", "所长助理", "丙大山"],
]
HELD_LATER: Rows = [
    ["单位", "岗位", "姓名", "联系电话", "起始日期", "终止日期"],
    ["登科寺社区党委", "书记", "戊大山", "12000000005", "2023-03-01"],
    ["登科寺社区第1网格", "专职网格员", "空缺"],
    ["登科街道", "社工", "街道社工壬", "12000000007"],
    ["登科寺社区妇联", "妇联主席", "己大山", "12000000006"],
    ["登科寺社区第2网格", "网格长", "庚大山", None, "2018", "2019年12月"],
]
DISPUTED: Rows = [["单位", "岗位", "姓名"], ["登科寺社区妇联", "妇联主席", "辛大山"]]
TIES: Rows = [
    ["甲方", "关系", "乙方", "机制", "属性", "起始日期", "终止日期", "依据", "可提供资源"],
    ["登科寺社区党委", "成员", "登科寺社区大党委", None, "召集人"],
    ["样例供电所", "成员", "登科寺社区大党委", None, "兼职", "2022年", "2024-01-31", "备案〔2022〕1号", "-抢修、照明"],
    ["恩阳区妇女联合会", "领导", "登科寺社区妇联", None, "次"],
    ["'=样例协会", "共建", "样例供电所", "积分激励、活动共办"],
    ["'=样例协会", "服务", "义阳府第"],
]
MATTERS: Rows = [
    ["事项", "编码", "上级事项", "别名"],
    ["城市管理", "01"],
    ["路灯、护栏损坏", "0101", "城市管理", "路灯不亮"],
    ["火警", "99", None, "119"],
]
DUTIES: Rows = [
    ["事项", "责任主体", "层级", "角色", "适用范围", "时限小时", "依据", "起始日期", "终止日期"],
    ["0101", "样例供电所", None, "主责", "登科寺社区", 1.5, "责任清单"],
    ["0101", "专职网格员", "网格", "受理", "恩阳区", 24],
    ["0101", "登科寺社区党委·书记", None, "督办", "登科寺社区", None, None, "2023", "2023"],
]
NEEDS: Rows = [
    ["需求", "提出单位", "事项", "认领单位", "提出日期", "认领日期", "办结日期"],
    ["增设充电桩；先修路", "登科寺社区", "0101", "样例供电所、=样例协会", "2024年3月", "2024-04-02", "2024-05-01"],
    ["助餐", "义阳府第", None, None, None, None, None],
]
FIGURES: Rows = [
    ["指标", "编码", "数值", "单位", "范围", "截止日期", "出处"],
    ["网格覆盖率", "coverage", 0.385, None, "恩阳区", "2023-12", "样例公报"],
    ["网格", None, "1,385", "个", "登科街道", None, None],
]
ROSTER: Rows = [
    ["登科街道专职网格员花名册（样例）"],
    ["填报单位：登科街道  填报时间：2024年7月15日"],
    ["村(社区)", "网格", "姓名", "联系电话", "政治面貌", "性别"],
    *(["登科寺社区", "第1网格", f"壬{n}", f"1200000010{i}", "中共党员", "女"] for i, n in enumerate("甲")),
]


def emptied(graph: Graph) -> Graph:
    """The graph with nothing in it."""
    graph.statement(EMPTY)
    graph.statement(statements.SET_SCHEMA_VERSION)
    return graph


@pytest.fixture
def odd(county: Graph, load: Load, book: Book) -> Graph:
    """Names that are formulas and totals; holders in turn, in dispute, by election and besides; grids redrawn; a body renamed."""
    renamed: Rows = [
        ["名称", "所在地", "标识"],
        ["样例供电公司", "玉山镇", "org:stationed_unit:511903001002:样例供电所"],
    ]
    reports = [
        load(book("一.xlsx", 区划=PLACES, 组织=BODIES, 任职=HELD_FIRST), as_of=FIRST),
        load(book("二.xlsx", 任职=HELD_LATER, 联动=TIES, 事项=MATTERS), as_of=SECOND),
        load(book("三.xlsx", 责任=DUTIES, 需求=NEEDS, 指标=FIGURES, 区划=REDRAWN), as_of=THIRD),
        load(book("四.xlsx", 任职=DISPUTED), as_of=SECOND),
        load(book("五.xlsx", 花名册=ROSTER)),
        load(book("六.xlsx", 组织=renamed), as_of=THIRD),
    ]
    assert not "\n".join(
        str(p) for report in reports for p in report.problems if p.severity in {"quarantined", "refused"}
    )
    return county
