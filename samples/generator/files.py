"""The files of the sample, in the order in which they load: each refers only to what is above it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from wushe.samples.generator import (
    branches,
    compounds,
    district,
    forces,
    rosters,
    tenures,
    territory,
    thematic,
    towns,
    villages,
)
from wushe.samples.generator.county import COUNTY, TOWNS, Town
from wushe.samples.generator.duties import duties
from wushe.samples.generator.matters import matters
from wushe.samples.generator.people import People, townspeople
from wushe.samples.generator.spreadsheets import text, xlsx
from wushe.samples.generator.tables import Neighbour, Officer, Organization, Sheet, Tenure, Tie
from wushe.samples.generator.titles import titles

FIRST, *OTHERS = TOWNS
FIRST_NUMBER = 11
"""The number with which the files of the second town begin."""

Builder = Callable[[], bytes]


def names() -> tuple[str, ...]:
    """The names of all files, in the order in which they load."""
    return tuple(_builders())


def content(name: str) -> bytes:
    """The bytes of one file.

    Raises:
        KeyError: there is no such file.
    """
    return _builders()[name]()


def write(folder: Path, only: tuple[str, ...] | None = None) -> None:
    """Write all files, or only these, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names() if only is None else only:
        (folder / name).write_bytes(content(name))


@cache
def _builders() -> dict[str, Builder]:
    """What makes each file, by its name."""
    return {
        "01-恩阳区.xlsx": _district,
        "02-事项.csv": _matters,
        "03-登科街道.xlsx": partial(_workbook, FIRST),
        "04-登科街道小组长与好邻居.csv": _first_neighbours,
        "05-责任清单.xlsx": _duties,
        **{name: build for place, town in enumerate(OTHERS, FIRST_NUMBER) for name, build in _town(place, town)},
        **thematic.builders(),
    }


def _district() -> bytes:
    people = People()
    return xlsx(
        [
            Sheet("组织", district.organizations(), titles("恩阳区区级组织名录（样例，电话均为合成）", COUNTY)),
            Sheet("任职", district.tenures(people), titles("恩阳区区级任职名册（样例，人员与电话均为合成）", COUNTY)),
            Sheet("联动关系", district.ties()),
        ]
    )


def _matters() -> bytes:
    return text(Sheet("事项", matters(), titles("恩阳区基层治理事项清单（样例）", COUNTY)), "utf-8-sig")


def _duties() -> bytes:
    return xlsx([Sheet("责任清单", duties(), titles("恩阳区基层治理责任清单（样例）", COUNTY))])


def _town(number: int, town: Town) -> list[tuple[str, Builder]]:
    """A town's two files; every second one keeps its roster in GB18030."""
    encoding = "gb18030" if number % 2 else "utf-8-sig"
    return [
        (f"{number}-{town.name}.xlsx", partial(_workbook, town)),
        (f"{number}-{town.name}好邻居花名册.csv", partial(_neighbours, town, encoding)),
    ]


@dataclass(frozen=True)
class Holders:
    """Everybody who holds a post in a town, as its lists have them; neighbours as tenures and as a roster."""

    tenures: list[Tenure]
    leaders: list[Tenure]
    officers: list[Officer]
    neighbours: list[Tenure]
    roster: list[Neighbour]


@lru_cache(maxsize=1)
def _holders(town: Town) -> Holders:
    """All at once and in one order, so that somebody is called the same in each of the town's files."""
    people = townspeople(town.name)
    return Holders(
        tenures.tenures(people, town),
        tenures.leaders(people, town),
        rosters.officers(people, town),
        tenures.neighbours(people, town),
        rosters.neighbours(people, town),
    )


def _workbook(town: Town) -> bytes:
    """Places, bodies, holders of posts, grid officers and ties of a town."""
    name, first, holders = town.name, town == FIRST, _holders(town)
    led = [] if first else holders.leaders
    return xlsx(
        [
            Sheet(
                "区划与网格",
                territory.places(town, with_cells=first),
                titles(f"{name}网格、小组与小区台账（样例）", name),
            ),
            Sheet("组织", _organizations(town), titles(f"{name}组织名录（样例，电话均为合成）", name)),
            Sheet("任职", [*holders.tenures, *led], titles(f"{name}任职名册（样例，人员与电话均为合成）", name)),
            _officers(town, holders.officers),
            Sheet("联动关系", _ties(town), titles(f"{name}联动关系（样例）", name)),
        ]
    )


def _officers(town: Town, officers: list[Officer]) -> Sheet:
    title = f"{town.name}2024年专职网格员花名册（样例，人员与电话均为合成）"
    return Sheet("专职网格员花名册", officers, titles(title, town.name), ("合计", None, None, f"{len(officers)}人"))


def _organizations(town: Town) -> list[Organization]:
    rows = towns.organizations(town)
    for unit in town.units:
        rows += villages.committees(town, unit)
        rows += branches.organizations(unit)
        rows += villages.organizations(unit)
        rows += compounds.organizations(unit)
    return rows


def _ties(town: Town) -> list[Tie]:
    rows = towns.ties(town)
    for unit in town.units:
        rows += [*villages.ties(town, unit), *compounds.ties(unit), *forces.ties(unit)]
    return rows


def _neighbours(town: Town, encoding: str) -> bytes:
    title = f"{town.name}好邻居花名册（样例，人员与电话均为合成）"
    return text(Sheet("好邻居花名册", _holders(town).roster, titles(title, town.name)), encoding)


def _first_neighbours() -> bytes:
    """The first town keeps group leaders and good neighbours in one list with the contract's headers."""
    rows = [*_holders(FIRST).leaders, *_holders(FIRST).neighbours]
    title = titles(f"{FIRST.name}小组长与好邻居名册（样例，人员与电话均为合成）", FIRST.name)
    return text(Sheet("任职", rows, title), "gb18030")


COMMITTED = tuple(name for name in _builders() if name < f"{FIRST_NUMBER}")
"""The files kept in `samples/enyang/`; the others are made when they are first needed."""
