"""The closed sets of values: axes, roles, statuses, precisions; each with the Chinese words that rosters use."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

FOREVER = date(9999, 12, 31)
"""The `until` of what is still so; null in GraphQL."""


ANYWHERE = "matters"
"""The `county` of what belongs to no county: matters and their names."""


UPPER = ("province", "prefecture")
"""Levels above a county: kept in chains, left out of breadcrumbs and sentences."""


class Axis(StrEnum):
    """条 one system across levels, 块 a territory and its committee, 联 joint work."""

    LINE = "LINE"
    BLOCK = "BLOCK"
    JOINT = "JOINT"


class Visibility(StrEnum):
    """Who may see the holder of a post."""

    PUBLIC = "PUBLIC"
    INTERNAL = "INTERNAL"
    RESTRICTED = "RESTRICTED"


class ChangeKind(StrEnum):
    """What happened to something in the world."""

    BEGAN = "BEGAN"
    ENDED = "ENDED"
    RENAMED = "RENAMED"
    RECODED = "RECODED"
    MERGED = "MERGED"
    SPLIT = "SPLIT"
    MOVED = "MOVED"
    HOLDER_CHANGED = "HOLDER_CHANGED"
    ATTRIBUTE_CHANGED = "ATTRIBUTE_CHANGED"


class Severity(StrEnum):
    """How grave a finding of a rule is, the gravest first."""

    ERROR = "ERROR"
    WARNING = "WARNING"
    INFO = "INFO"


class Precision(StrEnum):
    """How exact a date is; ATTESTED is the day a document speaks for, which proves nothing about earlier days."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    ATTESTED = "ATTESTED"
    UNKNOWN = "UNKNOWN"


class TenureStatus(StrEnum):
    """How a post is held, the best first."""

    SUBSTANTIVE = "SUBSTANTIVE"
    ACTING = "ACTING"
    CONCURRENT = "CONCURRENT"
    SECONDED = "SECONDED"


class DutyRole(StrEnum):
    """What a bearer does in a matter, the first to turn to first."""

    LEAD = "LEAD"
    ACCEPT = "ACCEPT"
    SUPPORT = "SUPPORT"
    SUPERVISE = "SUPERVISE"


CHANGE_LABELS = {
    ChangeKind.BEGAN: "新设",
    ChangeKind.ENDED: "撤销",
    ChangeKind.RENAMED: "更名",
    ChangeKind.RECODED: "换码",
    ChangeKind.MERGED: "合并",
    ChangeKind.SPLIT: "拆分",
    ChangeKind.MOVED: "改属",
    ChangeKind.HOLDER_CHANGED: "换人",
    ChangeKind.ATTRIBUTE_CHANGED: "任职方式改变",
}
AXIS_LABELS = {Axis.LINE: "条", Axis.BLOCK: "块", Axis.JOINT: "联"}
SEVERITY_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "说明"}

STATUS_WORDS: dict[str, TenureStatus] = {
    "正式": TenureStatus.SUBSTANTIVE,
    "专任": TenureStatus.SUBSTANTIVE,
    "选任": TenureStatus.SUBSTANTIVE,
    "任命": TenureStatus.SUBSTANTIVE,
    "聘用": TenureStatus.SUBSTANTIVE,
    "代理": TenureStatus.ACTING,
    "代": TenureStatus.ACTING,
    "主持工作": TenureStatus.ACTING,
    "兼任": TenureStatus.CONCURRENT,
    "兼": TenureStatus.CONCURRENT,
    "兼职": TenureStatus.CONCURRENT,
    "挂职": TenureStatus.SECONDED,
}
STATUS_LABELS = {
    TenureStatus.SUBSTANTIVE: "正式",
    TenureStatus.ACTING: "代理",
    TenureStatus.CONCURRENT: "兼任",
    TenureStatus.SECONDED: "挂职",
}

ROLE_WORDS: dict[str, DutyRole] = {
    "受理": DutyRole.ACCEPT,
    "主责": DutyRole.LEAD,
    "牵头": DutyRole.LEAD,
    "主办": DutyRole.LEAD,
    "协同": DutyRole.SUPPORT,
    "协办": DutyRole.SUPPORT,
    "配合": DutyRole.SUPPORT,
    "督办": DutyRole.SUPERVISE,
}
ROLE_LABELS = {
    DutyRole.ACCEPT: "受理",
    DutyRole.LEAD: "主责",
    DutyRole.SUPPORT: "协同",
    DutyRole.SUPERVISE: "督办",
}
