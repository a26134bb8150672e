"""The rows of five of the eight tables: a field for each column, in the order of the headers."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date

Cell = str | int | date | None


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
    """A row of 组织."""

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


Row = Place | Organization | Tenure | Tie | Matter | Duty

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
    Matter: ("事项", "编码", "上级事项", "别名"),
    Duty: ("事项", "责任主体", "层级", "角色", "适用范围", "时限小时", "依据", "起始日期", "终止日期"),
}


@dataclass(frozen=True)
class Sheet:
    """One table under its headers; `titles` are the rows above them."""

    name: str
    rows: Sequence[Row]
    titles: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of this sheet's table."""
        return HEADERS[type(self.rows[0])]

    def cells(self) -> list[tuple[Cell, ...]]:
        """The rows below the headers, empty text as an empty cell."""
        return [tuple(value if value != "" else None for value in astuple(row)) for row in self.rows]
