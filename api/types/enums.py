"""The closed sets of the contract; those that the program has are the same classes."""

from __future__ import annotations

from enum import StrEnum

import strawberry

from wushe.queries.ask import Intent
from wushe.queries.five import Society
from wushe.queries.matches import MatchHow
from wushe.queries.responsibility import Gap
from wushe.schema import Axis, DutyRole, Precision, TenureStatus, Visibility
from wushe.schema.values import ChangeKind, Severity


@strawberry.enum(description="上行（到上级）或下行（到下级）。Upward or downward.")
class Direction(StrEnum):
    """Which way a tie is followed."""

    UP = "UP"
    DOWN = "DOWN"


@strawberry.enum(description="载入的状态。State of a load.")
class LoadState(StrEnum):
    """Where a load stands."""

    APPLYING = "APPLYING"
    ACTIVE = "ACTIVE"
    REFUSED = "REFUSED"
    UNDONE = "UNDONE"


@strawberry.enum(description="升序或降序。Ascending or descending.")
class OrderDirection(StrEnum):
    """Which end comes first."""

    ASC = "ASC"
    DESC = "DESC"


@strawberry.enum(description="排序依据。What a list is ordered by.")
class NodeOrder(StrEnum):
    """What a list is ordered by."""

    NAME = "NAME"
    CODE = "CODE"
    SINCE = "SINCE"
    ID = "ID"


strawberry.enum(Intent, description="问的是什么。What a question is about.")
strawberry.enum(Axis, description="条 LINE、块 BLOCK、联 JOINT。Line, block or joint work.")
strawberry.enum(DutyRole, description="主责（牵头）LEAD、受理 ACCEPT、协同 SUPPORT、督办 SUPERVISE。Role in a duty.")
strawberry.enum(TenureStatus, description="正式、代理、兼任、挂职。How a post is held.")
strawberry.enum(
    ChangeKind,
    description="变化：新设、撤销、更名、换码、合并、拆分、改属、换人、任职方式改变。What happened to something in the world.",
)
strawberry.enum(
    Society, description="五社之一：社区、社会组织、社会工作者、社区志愿者、社会慈善资源。One of the five societies."
)
strawberry.enum(Severity, description="规则的轻重：错误 ERROR、提醒 WARNING、说明 INFO。How grave a finding is.")
strawberry.enum(
    Visibility,
    description="岗位任职人的公开程度：PUBLIC、INTERNAL 姓名完整、手机遮盖；RESTRICTED 姓名遮盖、不给电话，也不能按姓名查（本机命令行除外）。"
    "Who may see the holder of a post.",
)
strawberry.enum(
    Precision, name="DatePrecision", description="日期精确到哪里；ATTESTED 为名册在列之日。How exact a date is."
)
strawberry.enum(MatchHow, description="名称是怎样对上的。Why a name matched.")
strawberry.enum(Gap, name="ResponsibilityGap", description="没有直接答案的原因。Why there is no plain answer.")
