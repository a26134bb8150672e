"""For each rule a workbook that breaks it, and one that differs from it only in that it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ORGANIZATIONS, TIES, PLACES, TENURES = "组织", "联动关系", "区划与网格", "任职"
MATTERS, DUTIES = "事项", "责任清单"
HEADERS = {
    ORGANIZATIONS: ["名称", "类型", "所在地", "上级组织", "上级关系", "起始日期"],
    TIES: ["甲方", "关系", "乙方", "属性", "起始日期", "终止日期"],
    PLACES: ["名称", "类型", "上级", "终止日期", "标识"],
    "指标": ["指标", "数值", "单位", "范围", "截止日期"],
    TENURES: ["单位", "岗位", "姓名", "任职方式", "联系电话", "届满时间", "核实日期"],
    MATTERS: ["事项", "上级事项"],
    DUTIES: ["事项", "责任主体", "角色", "适用范围"],
}
Row = Sequence[str | None]
Sheets = dict[str, list[Row]]

PARTY: list[Row] = [
    ["登科街道党工委", "党工委", "登科街道"],
    ["登科寺社区党总支", "党总支", "登科寺社区"],
    ["登科寺社区第一党支部", "党支部", "登科寺社区"],
]
COMMITTEE: list[Row] = [
    ["登科街道办事处", "镇政府(街道办)", "登科街道"],
    ["登科寺社区居委会", "居委会", "登科寺社区"],
]
JOINT: list[Row] = [
    ["登科街道党工委", "党工委", "登科街道"],
    ["登科寺社区大党委", "社区大党委", "登科寺社区"],
    ["登科寺社区党总支", "党总支", "登科寺社区", "登科街道党工委", "领导"],
    ["登科小学", "驻区单位", "登科寺社区", "登科街道党工委", "领导"],
]
CONVENED: list[Row] = [["登科寺社区党总支", "成员单位", "登科寺社区大党委", "召集人"]]
JOINED: list[Row] = [*CONVENED, ["登科小学", "成员单位", "登科寺社区大党委", "兼职"]]
GRID: list[Row] = [["登科寺社区第1网格", "网格", "登科寺社区"]]
OFFICER: list[Row] = [["登科寺社区第1网格", "专职网格员", "张一", None, "12000000001"]]
VILLAGE, GRID_ID = "511903001002", "place:511903001002-G01"


@dataclass(frozen=True, slots=True)
class Case:
    """The rule that is broken, its subject, the workbook, the row of the sheet that shows it, and the clean workbook."""

    rule: str
    subject: str
    broken: Sheets
    row: tuple[str, int]
    clean: Sheets


ESTATE: list[Row] = [["义阳府第", "小区", "登科寺社区"]]
TREE: list[Row] = [["基层治理", None], ["矛盾纠纷", "基层治理"]]
SECRETARY = ["登科寺社区党总支", "书记", "张一", None, "12000000001"]
FULL: list[Row] = [
    ["登科寺社区党总支", "书记", "张一", "正式", "12000000001"],
    ["登科寺社区居委会", "主任", "张一", "正式", "12000000001"],
    ["登科寺社区妇联", "妇联主席", "张一", "正式", "12000000001"],
]
TRUNK: list[Row] = [
    *COMMITTEE,
    ["恩阳区委", "党委", "恩阳区"],
    [*PARTY[0], "恩阳区委", "领导"],
    ["登科寺社区妇联", "妇联", "登科寺社区"],
]
OFFICES: list[Row] = [*TRUNK, [*PARTY[1], "登科街道党工委", "领导"]]

CASES = [
    Case(
        "leads_cycle",
        f"org:general_branch:{VILLAGE}:登科寺社区党总支",
        {ORGANIZATIONS: PARTY, TIES: [[PARTY[n][0], "领导", PARTY[(n + 1) % 3][0]] for n in range(3)]},
        (TIES, 4),
        {ORGANIZATIONS: PARTY, TIES: [[PARTY[n][0], "领导", PARTY[n + 1][0]] for n in range(2)]},
    ),
    Case(
        "two_primary_leaders",
        f"org:party_branch:{VILLAGE}:登科寺社区第一党支部",
        {
            ORGANIZATIONS: PARTY,
            TIES: [
                [PARTY[0][0], "领导", PARTY[2][0], "主", "2020-01-01", "2021-12-31"],
                [PARTY[1][0], "领导", PARTY[2][0], "主", "2021-07-01"],
            ],
        },
        (TIES, 3),
        {
            ORGANIZATIONS: PARTY,
            TIES: [
                [PARTY[0][0], "领导", PARTY[2][0], "主", "2020-01-01", "2021-06-30"],
                [PARTY[1][0], "领导", PARTY[2][0], "主", "2021-07-01"],
            ],
        },
    ),
    Case(
        "local_place_parents",
        GRID_ID,
        {PLACES: [*GRID, ["登科寺社区第1网格", "网格", "白玉社区", None, GRID_ID]], TENURES: OFFICER},
        (PLACES, 3),
        {PLACES: GRID, TENURES: OFFICER},
    ),
    Case(
        "government_leads_committee",
        f"org:residents_committee:{VILLAGE}:登科寺社区居委会",
        {ORGANIZATIONS: COMMITTEE, TIES: [["登科街道办事处", "领导", "登科寺社区居委会"]]},
        (TIES, 2),
        {ORGANIZATIONS: COMMITTEE, TIES: [["登科街道办事处", "指导", "登科寺社区居委会"]]},
    ),
    Case(
        "joint_body_leads",
        f"org:stationed_unit:{VILLAGE}:登科小学",
        {ORGANIZATIONS: JOINT, TIES: [*JOINED, ["登科寺社区大党委", "领导", "登科小学", "次"]]},
        (TIES, 4),
        {ORGANIZATIONS: JOINT, TIES: JOINED},
    ),
    Case(
        "member_without_superior",
        f"org:stationed_unit:{VILLAGE}:登科小学",
        {ORGANIZATIONS: [*JOINT[:3], JOINT[3][:3]], TIES: JOINED},
        (TIES, 3),
        {ORGANIZATIONS: JOINT, TIES: JOINED},
    ),
    Case(
        "joint_body_members",
        f"org:enlarged_committee:{VILLAGE}:登科寺社区大党委",
        {ORGANIZATIONS: JOINT, TIES: CONVENED},
        (ORGANIZATIONS, 3),
        {ORGANIZATIONS: JOINT, TIES: JOINED},
    ),
    Case(
        "disputed_post",
        f"post:{GRID_ID}:grid_officer",
        {PLACES: GRID, TENURES: [*OFFICER, ["登科寺社区第1网格", "专职网格员", "张二", None, "12000000002"]]},
        (TENURES, 3),
        {PLACES: GRID, TENURES: [*OFFICER, ["登科寺社区第1网格", "专职网格员", "张二", "代理", "12000000002"]]},
    ),
    Case(
        "vacant_grid",
        GRID_ID,
        {PLACES: GRID, TENURES: [["登科寺社区第1网格", "专职网格员", "空缺"]]},
        (PLACES, 2),
        {PLACES: GRID, TENURES: OFFICER},
    ),
    Case(
        "grid_without_duty",
        "place:511903001008-G01",
        {
            PLACES: [*GRID, ["白玉社区第1网格", "网格", "白玉社区"]],
            TENURES: [*OFFICER, ["白玉社区第1网格", "专职网格员", "张二", None, "12000000002"]],
            MATTERS: TREE,
            DUTIES: [["矛盾纠纷", "专职网格员", "主责", "登科寺社区"]],
        },
        (PLACES, 3),
        {
            PLACES: [*GRID, ["白玉社区第1网格", "网格", "白玉社区"]],
            TENURES: [*OFFICER, ["白玉社区第1网格", "专职网格员", "张二", None, "12000000002"]],
            MATTERS: TREE,
            DUTIES: [["矛盾纠纷", "专职网格员", "主责", "登科街道"]],
        },
    ),
    Case(
        "impossible_duty",
        f"duty:矛盾纠纷:LEAD:grid_officer@grid:{VILLAGE}",
        {
            PLACES: GRID,
            MATTERS: TREE,
            TENURES: [["登科寺社区第1网格", "网格长", "张一", None, "12000000001"]],
            DUTIES: [["矛盾纠纷", "专职网格员", "主责", "登科寺社区"]],
        },
        (DUTIES, 2),
        {PLACES: GRID, MATTERS: TREE, TENURES: OFFICER, DUTIES: [["矛盾纠纷", "专职网格员", "主责", "登科寺社区"]]},
    ),
    Case(
        "post_over_term",
        f"post:org:general_branch:{VILLAGE}:登科寺社区党总支:secretary",
        {ORGANIZATIONS: OFFICES, TENURES: [[*SECRETARY, "2024-07-20"]]},
        (TENURES, 2),
        {ORGANIZATIONS: OFFICES, TENURES: [[*SECRETARY, "2024-08-01"]]},
    ),
    Case(
        "contact_not_verified",
        f"post:org:general_branch:{VILLAGE}:登科寺社区党总支:secretary",
        {ORGANIZATIONS: OFFICES, TENURES: [[*SECRETARY, None, "2023-07-31"]]},
        (TENURES, 2),
        {ORGANIZATIONS: OFFICES, TENURES: [[*SECRETARY, None, "2023-08-02"]]},
    ),
    Case(
        "overloaded_holder",
        "person:",
        {ORGANIZATIONS: OFFICES, TENURES: FULL},
        (TENURES, 4),
        {ORGANIZATIONS: OFFICES, TENURES: [*FULL[:2], [*FULL[2][:3], "兼任", FULL[2][4]]]},
    ),
    Case(
        "matter_cycle",
        "matter:矛盾纠纷",
        {MATTERS: [["矛盾纠纷", "邻里纠纷"], ["邻里纠纷", "矛盾纠纷"]]},
        (MATTERS, 2),
        {MATTERS: TREE},
    ),
    Case(
        "estate_without_party",
        f"place:{VILLAGE}-E-义阳府第",
        {PLACES: ESTATE},
        (PLACES, 2),
        {
            PLACES: ESTATE,
            ORGANIZATIONS: [*OFFICES, ["义阳府第综合党支部", "小区综合党支部", "义阳府第", "登科寺社区党总支", "领导"]],
        },
    ),
    Case(
        "chain_broken",
        f"place:{VILLAGE}",
        {ORGANIZATIONS: TRUNK},
        ("", 0),
        {ORGANIZATIONS: OFFICES},
    ),
    Case(
        "chain_broken",
        f"org:general_branch:{VILLAGE}:登科寺社区党总支",
        {ORGANIZATIONS: [*TRUNK, PARTY[1]]},
        (ORGANIZATIONS, 7),
        {ORGANIZATIONS: OFFICES},
    ),
]
