"""The rows of the tables and of the rosters: a field for each column, in the order of the headers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

Cell = str | int | float | date | None


@dataclass(frozen=True, kw_only=True)
class Place:
    """A row of 区划与网格."""

    name: str
    kind: str
    parent: str
    code: str = ""
    aliases: str = ""
    households: int | None = None
    population: int | None = None
    extent: str = ""
    grids: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Organization:
    """A row of 组织; `more` are cells of further columns, by header: attributes of its kind, 说明."""

    name: str
    kind: str
    place: str
    superior: str = ""
    superior_tie: str = ""
    guides: str = ""
    uscc: str = ""
    phone: str = ""
    address: str = ""
    aliases: str = ""
    since: str = ""
    until: str = ""
    more: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Tenure:
    """A row of 任职; `name` is 空缺 where nobody holds the post."""

    body: str
    post: str
    name: str
    status: str = ""
    phone: str = ""
    office: str = ""
    place: str = ""
    hours: str = ""
    since: str = ""
    until: str = ""
    verified: date | None = None
    remark: str = "合成数据"
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A row of 联动关系."""

    source: str
    kind: str
    target: str
    mechanism: str = ""
    attribute: str = ""
    since: str = ""
    until: str = ""
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A row of 事项."""

    name: str
    code: str
    broader: str = ""
    aliases: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A row of 责任清单."""

    matter: str
    bearer: str
    level: str = ""
    role: str = "主责"
    within: str = "恩阳区"
    hours: int | None = None
    basis: str = "恩阳区基层治理责任清单（样例）"
    since: str = "2024-01-01"
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Officer:
    """A row of 专职网格员花名册, as towns keep it."""

    order: int
    village: str
    grid: str
    name: str
    sex: str = ""
    politics: str = ""
    schooling: str = ""
    phone: str = ""
    office: str = ""
    since: str = ""
    status: str = ""
    remark: str = "合成数据"


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A row of 好邻居花名册, as towns keep it."""

    village: str
    group: str
    cell: str
    name: str
    phone: str
    households: int
    grid: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """A row of 需求清单; `taken_by` is empty while nobody has taken it on."""

    text: str
    raised_by: str
    matter: str
    taken_by: str = ""
    raised_on: date
    taken_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A row of 指标."""

    label: str
    code: str
    reported: int | float
    unit: str
    place: str
    as_of: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class MemberUnit:
    """A row of 大党委成员单位名单: a unit, and its head as part-time member of the committee."""

    committee: str
    unit: str
    name: str
    title: str
    phone: str
    resources: str


@dataclass(frozen=True, kw_only=True)
class Society:
    """A row of 社会组织台账."""

    name: str
    uscc: str
    registration: str
    registrar: str
    supervisor: str
    head: str
    phone: str
    place: str
    served: str


Row = Place | Organization | Tenure | Tie | Matter | Duty | Officer | Neighbour | Need | Figure | MemberUnit | Society

HEADERS: dict[type[Row], tuple[str, ...]] = {
    Place: ("名称", "类型", "上级", "编码", "别名", "户数", "人口", "范围说明", "覆盖网格", "起始日期", "终止日期"),
    Organization: (
        "名称",
        "类型",
        "所在地",
        "上级组织",
        "上级关系",
        "业务指导",
        "统一社会信用代码",
        "电话",
        "地址",
        "别名",
        "起始日期",
        "终止日期",
    ),
    Tenure: (
        "单位",
        "岗位",
        "姓名",
        "任职方式",
        "联系电话",
        "办公电话",
        "所在地",
        "值班时间",
        "起始日期",
        "终止日期",
        "核实日期",
        "备注",
        "人员标识",
    ),
    Tie: ("甲方", "关系", "乙方", "机制", "属性", "起始日期", "终止日期", "依据"),
    Matter: ("事项", "编码", "上级事项", "别名", "说明"),
    Duty: ("事项", "责任主体", "层级", "角色", "适用范围", "时限小时", "依据", "起始日期", "终止日期"),
    Officer: (
        "序号",
        "所在村(社区)",
        "网格",
        "姓名",
        "性别",
        "政治面貌",
        "学历",
        "手机号码",
        "办公电话",
        "任职时间",
        "任职方式",
        "备注",
    ),
    Neighbour: ("村(社区)", "组别", "好邻居片", "好邻居姓名", "联系电话", "联系户数", "所属网格"),
    Need: ("需求", "提出单位", "事项", "认领单位", "提出日期", "认领日期", "办结日期"),
    Figure: ("指标", "编码", "数值", "单位", "范围", "截止日期", "出处"),
    MemberUnit: ("所属大党委", "成员单位", "委员姓名", "职务", "联系电话", "可提供资源"),
    Society: (
        "组织名称",
        "统一社会信用代码",
        "登记类型",
        "登记机关",
        "业务主管单位",
        "负责人",
        "联系电话",
        "所在地",
        "服务社区",
    ),
}


@dataclass(frozen=True)
class Sheet:
    """One table under its headers; `titles` are the rows above them, `footer` the one below the table."""

    name: str
    rows: Sequence[Row]
    titles: tuple[str, ...] = ()
    footer: tuple[Cell, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of this sheet's table, and those of its rows' further cells in the order of appearance."""
        more = dict.fromkeys(header for row in self.rows for header in _more(row))
        return (*HEADERS[type(self.rows[0])], *more)

    def cells(self) -> list[tuple[Cell, ...]]:
        """The rows below the headers, empty text as an empty cell, and the footer."""
        names = [part.name for part in fields(self.rows[0]) if part.name != "more"]
        more = self.headers[len(names) :]
        rows = [
            (*(getattr(row, name) for name in names), *(_more(row).get(header) for header in more)) for row in self.rows
        ]
        if self.footer:
            rows.append((*self.footer, *[None] * (len(self.headers) - len(self.footer))))
        return [tuple(value if value != "" else None for value in row) for row in rows]


def _more(row: Row) -> Mapping[str, Cell]:
    return row.more if isinstance(row, Organization) else {}
