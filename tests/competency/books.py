"""The sample's spreadsheets, read as a clerk would read them: no graph, no loader, no Cypher."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from tests.samples.conftest import Line, Sample
from wushe.samples.generator.tables import Duty, Matter, Officer, Organization, Place, Row, Tenure

DAY = date(2024, 8, 1)
LATER = "70-"
"""The file that speaks for a day after `DAY`."""
_TOWN = re.compile(r"\d+-(.*?)(?:小组长与好邻居|好邻居花名册)?\.(?:xlsx|csv)")
_DATE = re.compile(r"(\d{4})\D?(\d{1,2})?\D?(\d{1,2})?")


class Books:
    """The rows of every file that speaks for `DAY` or an earlier day."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._bodies: dict[str, list[Line]] = defaultdict(list)
        self._places: dict[str, list[Line]] = defaultdict(list)
        for line in self.of(Place):
            self._places[line["名称"]].append(line)
        for line in self.of(Organization):
            for name in (line["名称"], *line.split("别名")):
                self._bodies[name].append(line)

    def of(self, *tables: type[Row]) -> list[Line]:
        """The rows of these tables."""
        return [line for line in self._sample.of(*tables) if not line.file.startswith(LATER)]

    def later(self, *tables: type[Row]) -> list[Line]:
        """The rows of the file that came after `DAY`."""
        return [line for line in self._sample.of(*tables) if line.file.startswith(LATER)]

    def body(self, name: str, file: str) -> Line | None:
        """The organisation that a file calls so: its own, else the district's, else the only one."""
        found = self._bodies.get(name, [])
        return next(
            (line for home in (file, "01-恩阳区.xlsx") for line in found if line.file == home),
            found[0] if len(found) == 1 else None,
        )

    def official(self, name: str, file: str) -> str:
        """The full name of an organisation; a place has only the one."""
        found = self.body(name, file)
        return found["名称"] if found else name

    def organizations(self, *kinds: str, place: str | None = None, town: str | None = None) -> list[Line]:
        """The organisations of these kinds, at a place itself, or in the file of a town."""
        return [
            line
            for line in self.of(Organization)
            if (not kinds or line["类型"] in kinds)
            and (place is None or line["所在地"] == place)
            and (town is None or town_of(line) == town)
        ]

    def tenures(self, *posts: str) -> Iterator[Line]:
        """Who holds these posts on the day; nobody where the cell says so."""
        for line in self.of(Tenure):
            if line["岗位"] in posts and line["姓名"] != "空缺" and is_current(line):
                yield line

    def holders(self, body: str, *posts: str) -> list[str]:
        """Who holds these posts of a body by its full name."""
        found = (line for line in self.tenures(*posts) if self.official(line["单位"], line.file) == body)
        return sorted(line["姓名"] for line in found)

    def officers(self, grid: str) -> list[str]:
        """The full-time officers of a grid."""
        found = (line for line in self.of(Officer) if line["所在村(社区)"] + line["网格"] == grid)
        return sorted(line["姓名"] for line in found if line["姓名"] != "空缺")

    def place(self, name: str) -> Line:
        """The row of a place."""
        [found] = [line for line in self.of(Place) if line["名称"] == name]
        return found

    def home(self, line: Line) -> str:
        """The village, or the place above one, that a tenure is in: that of an estate or a grid too."""
        name = line["所在地"] or line["单位"]
        below = (
            one["上级"] for one in self._places.get(name, ()) if one["类型"] != "村(社区)" and one.file == line.file
        )
        return next(below, name)

    def above(self, name: str, file: str) -> tuple[str, str]:
        """Who leads an organisation, and who guides it, by full names; empty text for nobody."""
        line = self.body(name, file)
        assert line is not None
        led, guided = line["上级组织"], line["业务指导"]
        return self.official(led, line.file) if led else "", self.official(guided, line.file) if guided else ""

    def matters(self, name: str) -> list[str]:
        """A matter and the broader ones, the nearest first."""
        broader = {line["事项"]: line["上级事项"] for line in self.of(Matter)}
        found = [name]
        while above := broader[found[-1]]:
            found.append(above)
        return found

    def duties(self, matter: str) -> list[Line]:
        """The rows of the duties in a matter itself."""
        return [line for line in self.of(Duty) if line["事项"] == matter]


def town_of(line: Line) -> str:
    """The town whose file a row stands in."""
    found = _TOWN.fullmatch(line.file)
    assert found
    return found[1]


def day_of(text: str, *, last: bool = False) -> date:
    """The first, or the last, day that a cell means: 2021年1月."""
    found = _DATE.match(text)
    assert found, text
    year, month, day = int(found[1]), int(found[2] or (12 if last else 1)), int(found[3] or 1)
    if not last or found[3]:
        return date(year, month, day)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def is_current(line: Line, day: date = DAY) -> bool:
    """Whether what a row says holds on a day."""
    since, until = line.get("起始日期"), line.get("终止日期")
    return (not since or day_of(since) <= day) and (not until or day_of(until, last=True) >= day)


def each_once(items: Iterable[str]) -> list[str]:
    """In order, each once."""
    return sorted(set(items))
