"""The sentences of a whistle."""

from __future__ import annotations

from wushe.queries.duties_for import DutyRow
from wushe.queries.whistle.whistles import WhistleRow
from wushe.schema import DutyRole
from wushe.schema.values import ROLE_LABELS

NOBODY = "责任清单没有规定由哪个部门主责或协同这件事，吹哨没有必须到场的部门"


def blows(town: str, matter: str, place: str) -> str:
    """Who whistles, and on what."""
    below = "" if place == town else f"{place}在{town}，由{town}"
    return f"{below or town}就“{matter}”吹哨"


def must_report(department: str, duty: DutyRow, matter: str) -> str:
    """That a department must report, and why."""
    basis = f"，依据《{duty.basis.strip('《》')}》" if duty.basis else ""
    hours = f"，{duty.time_limit_hours:g} 小时内办理" if duty.time_limit_hours else "，清单没有写时限"
    return f"{department}须到场：对“{matter}”{ROLE_LABELS[DutyRole(duty.role)]}{hours}{basis}"


def may_whistle(source: str, department: str, row: WhistleRow) -> str:
    """That the town may call this department."""
    basis = f"，依据《{row.basis.strip('《》')}》" if row.basis else ""
    return f"{source}可以向{department}吹哨{basis}"


def no_tie(department: str) -> str:
    """That no list says the town may call this department."""
    return f"联动关系里没有向{department}吹哨的记载，按责任清单通知"


def vacant(department: str, post: str) -> str:
    """That nobody holds the post that answers."""
    return f"{department}的{post}空缺，请打单位电话"


def office(department: str, town: str, force: str) -> str:
    """That a department has an office in the town, which comes first."""
    return f"{department}在{town}有{force}，可就近先到场"


def people(department: str, town: str, count: int) -> str:
    """That a department has people in places of the town."""
    return f"{department}在{town}的 {count} 处网格或村(社区)有下沉力量"


def others(departments: str) -> str:
    """Whom the town may call, where no department must report."""
    return f"可以吹哨的部门有{departments}"
