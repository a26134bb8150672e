"""The district's lists by theme, which load after all towns, and what changed later."""

from collections.abc import Callable
from functools import cache

from wushe.samples.generator import cooperatives, district, enlarged, societies, updates
from wushe.samples.generator.county import COUNTY
from wushe.samples.generator.figures import figures
from wushe.samples.generator.listed_people import ListedPeople
from wushe.samples.generator.needs import needs
from wushe.samples.generator.spreadsheets import xlsx
from wushe.samples.generator.tables import MemberUnit, Sheet, Society, Tenure
from wushe.samples.generator.titles import titles

SYNTHETIC = "（样例，人员与电话均为合成）"


def builders() -> dict[str, Callable[[], bytes]]:
    """What makes each file, by its name."""
    return {
        "60-大党委成员单位名单.xlsx": lambda: xlsx(_enlarged()),
        "61-社会组织台账.xlsx": lambda: xlsx(_societies()),
        "63-合作社台账.xlsx": lambda: xlsx(_cooperatives()),
        "64-需求清单.xlsx": lambda: xlsx(_needs()),
        "65-指标.xlsx": lambda: xlsx(_figures()),
        "70-2024年9月更新.xlsx": lambda: xlsx(_updates()),
    }


class Holders:
    """Everybody in the district's lists, drawn in one order, so that no two of them share a number."""

    def __init__(self) -> None:
        people = ListedPeople()
        self.district: list[Tenure] = district.tenures(people)
        self.members: dict[str, list[MemberUnit]] = {
            unit.name: enlarged.members(people, unit) for unit in enlarged.COMMUNITIES
        }
        self.societies: list[Society] = societies.societies(people)
        self.chairs: list[Tenure] = cooperatives.tenures(people)
        self.updates: list[Tenure] = updates.tenures(people)


@cache
def holders() -> Holders:
    """The same for every file."""
    return Holders()


def _enlarged() -> list[Sheet]:
    rosters = [
        Sheet(f"{name}大党委", rows, titles(f"{name}大党委成员单位名单{SYNTHETIC}", COUNTY))
        for name, rows in holders().members.items()
    ]
    return [
        Sheet("组织", enlarged.organizations(), titles("恩阳区社区大党委与驻区单位名录（样例，电话均为合成）", COUNTY)),
        Sheet("任职", enlarged.tenures(), titles(f"恩阳区社区大党委书记名册{SYNTHETIC}", COUNTY)),
        *rosters,
        Sheet("联动关系", enlarged.ties(), titles("恩阳区社区大党委召集人与机关双报到名单（样例）", COUNTY)),
    ]


def _societies() -> list[Sheet]:
    return [
        Sheet("社会组织台账", holders().societies, titles(f"恩阳区社会组织台账{SYNTHETIC}", COUNTY)),
        Sheet("联动关系", societies.ties(), titles("恩阳区村（社区）慈善基金资助名单（样例）", COUNTY)),
    ]


def _cooperatives() -> list[Sheet]:
    return [
        Sheet("组织", cooperatives.organizations(), titles("恩阳区农民专业合作社台账（样例，代码均为合成）", COUNTY)),
        Sheet("任职", holders().chairs, titles(f"恩阳区农民专业合作社理事长名册{SYNTHETIC}", COUNTY)),
        Sheet("联动关系", cooperatives.ties(), titles("恩阳区联农带农利益联结台账（样例）", COUNTY)),
    ]


def _needs() -> list[Sheet]:
    return [Sheet("需求清单", needs(), titles("恩阳区城市社区需求清单（样例）", COUNTY))]


def _figures() -> list[Sheet]:
    return [Sheet("指标", figures(), titles("恩阳区基层治理公开指标（样例，数值引自公开材料）", COUNTY))]


def _updates() -> list[Sheet]:
    return [
        Sheet("区划与网格", updates.places(), titles("恩阳区网格调整名单（样例）", COUNTY, updates.FILLED)),
        Sheet("组织", updates.organizations(), titles("恩阳区机构更名名单（样例）", COUNTY, updates.FILLED)),
        Sheet("任职", holders().updates, titles(f"恩阳区任免名单{SYNTHETIC}", COUNTY, updates.FILLED)),
    ]
